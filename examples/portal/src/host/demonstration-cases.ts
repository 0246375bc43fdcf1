/**
 * Cases for an operator's first day, made up: one overdue, one whose validity nears its end, one that is paused, one that stands still with an
 * incident, and one that began under an earlier release. They are entered as from paper, so that their past lies in the past.
 */
import { addWorkingDays, china, dayAt } from '@tongban/calendar';
import type { Actor, CommandAnswer, EnterOrder } from '@tongban/model';
import type { Desk } from '@tongban/runtime';

/** The id of the step of acceptance, and what it was called in the earlier release. */
export const STEP_NOW = 'Task_accept';
export const STEP_BEFORE = 'Task_receive';

const MEASURE = 'mock-approval';
const CHINA_MINUTES = 480;

/** Who files and who enters, and the present. */
export interface Demonstration {
  readonly window: Desk;
  readonly applicant: Actor;
  readonly now: number;
}

/** The case that begins under the earlier release; that must be the current one. */
export async function showEarlierCase(demonstration: Demonstration): Promise<void> {
  await enter(demonstration, '石塬镇肉牛养殖基地项目', 90011, [{ nodeId: STEP_BEFORE, daysAgo: 0 }]);
}

/** The other cases. */
export async function showCases(demonstration: Demonstration): Promise<void> {
  const { window } = demonstration;
  await enter(demonstration, '胡林家乡中药材加工项目', 90012, [{ nodeId: STEP_NOW, daysAgo: 4 }]);
  await enter(demonstration, '刘集乡光伏发电项目', 90013, [{ nodeId: 'Gateway_land', daysAgo: 215 }]);
  // Nobody wrote the project's code on the paper: the system cannot look it up.
  await enter(demonstration, '安集乡污水处理站项目', undefined, [{ nodeId: 'Service_check', daysAgo: 1 }]);
  const paused = await enter(demonstration, '别藏镇仓储物流中心项目', 90014, [
    { nodeId: 'Task_natural_resources', daysAgo: 1 },
    { nodeId: 'Task_market_supervision', daysAgo: 1 },
  ]);
  const pause = { caseId: paused, reason: 'consultation', comment: '就选址征求乡镇和林草部门意见' };
  done(await window.pause({ commandId: 'demonstration pause', ...pause }));
}

// helpers

interface Stand {
  readonly nodeId: string;
  /** Working days. */
  readonly daysAgo: number;
}

async function enter(
  { window, applicant, now }: Demonstration,
  projectName: string,
  number: number | undefined,
  stands: readonly Stand[],
): Promise<string> {
  const at = (daysAgo: number): number => workingMorning(now, daysAgo);
  const places = stands.map(({ nodeId, daysAgo }) => ({ nodeId, since: at(daysAgo) }));
  const code = number === undefined ? {} : { projectCode: `2610-622927-04-01-1${number}` };
  const order: EnterOrder = {
    ...{ commandId: `demonstration ${projectName}`, measureId: MEASURE, starter: { id: applicant.id, name: applicant.name } },
    ...{ startedAt: Math.min(...places.map(({ since }) => since)), places },
    ...{ data: { application: { projectName, ...code } }, comment: '演示数据' },
  };
  return done(await window.enter(order)).caseId;
}

// Nine in the morning; on the day itself, when that is still to come, at once.
function workingMorning(now: number, daysAgo: number): number {
  const day = addWorkingDays(china, dayAt(now, CHINA_MINUTES), -daysAgo);
  return Math.min(now, Date.parse(`${day}T09:00:00+08:00`));
}

function done<Answer>(answer: CommandAnswer<Answer>): Answer {
  if (!answer.ok) throw new Error(answer.problems.map((problem) => problem.sentences['zh-CN']).join('\n'));
  return answer;
}
