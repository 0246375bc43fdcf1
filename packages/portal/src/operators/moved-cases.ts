/** The running cases whose due days a calendar would move. */
import type { CalendarData, HostService, MovedCase } from '@tongban/model';

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
