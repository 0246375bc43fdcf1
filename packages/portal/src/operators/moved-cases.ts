/** The running cases whose due days a calendar would move, and those that one has moved. */
import type { CalendarData, HostService, MovedCase, RescheduledCase } from '@tongban/model';

/** Cases looked at with one question. */
const PAGE_SIZE = 200;

/** All of them, by an edit at hand, else by the latest edition. */
export async function allMoved(service: HostService, calendarId: string, calendar?: CalendarData): Promise<readonly MovedCase[]> {
  const moved: MovedCase[] = [];
  let cursor: string | undefined;
  do {
    const edit = calendar === undefined ? {} : { calendar };
    const place = cursor === undefined ? {} : { cursor };
    const page = await service.previewCalendar({ calendarId, ...edit, limit: PAGE_SIZE, ...place });
    moved.push(...page.entries);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return moved;
}

/** All that an edition moved, as it was recorded. */
export async function allRescheduled(service: HostService, calendarId: string, version: number): Promise<readonly RescheduledCase[]> {
  const moved: RescheduledCase[] = [];
  let cursor: string | undefined;
  do {
    const place = cursor === undefined ? {} : { cursor };
    const page = await service.rescheduled({ calendarId, version, limit: PAGE_SIZE, ...place });
    moved.push(...page.entries);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return moved;
}
