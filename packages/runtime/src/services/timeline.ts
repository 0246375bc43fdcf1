/** The time line of a case in the words of its officials, made from its events. */
import { dayAt } from '@tongban/calendar';
import { chineseDay } from '@tongban/form';
import { type Actor, type IssuedDocument, type Json, type TimelineEntry, textIn, type ValueChange } from '@tongban/model';
import type { CaseEvent } from '../core/event.ts';
import { lookupIn } from '../core/lookup.ts';
import type { LiveCase } from '../engine/live-case.ts';
import { ADMINISTRATOR } from '../engine/own-roles.ts';
import { stepProblem } from '../in-words.ts';
import { departmentName, ENDING_NAMES, elementName, nodeName, pauseName } from './words.ts';

/** What the sentences are made from. */
export interface TimelineFacts {
  readonly live: LiveCase;
  readonly actor: Actor;
  readonly events: readonly CaseEvent[];
  readonly documents: readonly IssuedDocument[];
  /** Changes that an event brought, by its number; redacted. */
  readonly changes: ReadonlyMap<number, readonly ValueChange[]>;
}

/** The time line, oldest first. */
export function timelineOf(facts: TimelineFacts): readonly TimelineEntry[] {
  let round = 1;
  return facts.events.flatMap((event) => {
    if (event.kind === 'returned' && event.round !== undefined) round = event.round;
    const told = tell(facts, event);
    if (told === undefined) return [];
    const { by } = event;
    const changes = facts.changes.get(event.seq);
    return [
      {
        ...{ seq: event.seq, at: event.at, round },
        ...('nodeId' in event && event.nodeId !== undefined ? { nodeId: event.nodeId } : {}),
        ...(by === undefined ? {} : { byName: by.name }),
        ...(by?.onBehalfOf?.deputyship === undefined ? {} : { forName: by.onBehalfOf.name }),
        ...(by?.department === undefined ? {} : { department: departmentName(facts.live.ready, by.department) }),
        ...(changes === undefined || changes.length === 0 ? {} : { changes }),
        ...told,
      },
    ];
  });
}

// helpers

type Told = Pick<TimelineEntry, 'kind' | 'text' | 'outcome' | 'comment'>;

function tell(facts: TimelineFacts, event: CaseEvent): Told | undefined {
  const { live } = facts;
  switch (event.kind) {
    case 'caseStarted':
      return { kind: 'started', text: `发起“${live.row.measureTitle}”` };
    case 'caseEntered':
      return { kind: 'operation', text: '补录纸质办件', ...internal(facts, event, event.comment) };
    case 'stepRecorded':
      return { kind: 'completed', text: `办理“${nodeName(live.ready, event.nodeId)}”（补录）`, ...recorded(facts, event) };
    case 'taskOpened':
      return { kind: 'opened', text: `进入“${stepName(live, event)}”环节` };
    case 'taskCompleted':
      return completed(facts, event);
    case 'taskClaimed':
      return { kind: 'operation', text: `认领“${nodeName(live.ready, event.nodeId)}”` };
    case 'taskUnclaimed':
      return { kind: 'operation', text: `退回认领“${nodeName(live.ready, event.nodeId)}”` };
    case 'taskAssigned':
      return {
        kind: 'operation',
        text: `将“${nodeName(live.ready, event.nodeId)}”转交${event.to.name}办理`,
        ...internal(facts, event, event.comment),
      };
    case 'signersAdded':
      return { kind: 'operation', text: addedText(live, event), ...internal(facts, event, event.comment) };
    case 'signerRemoved': {
      const who = event.signer?.name ?? (event.of === undefined ? undefined : elementName(live.ready, event.of)) ?? '';
      return {
        kind: 'operation',
        text: `在“${nodeName(live.ready, event.nodeId)}”环节减签：${who}`,
        ...internal(facts, event, event.comment),
      };
    }
    case 'taskSkipped': {
      const why = { nobody: '没有办理人', starter: '办理人即申请人', previous: '办理人与上一环节相同' }[event.why];
      return { kind: 'operation', text: `“${nodeName(live.ready, event.nodeId)}”${why}，自动跳过` };
    }
    case 'limitExpired':
      return { kind: 'timer', text: expiredText(live, event), ...internal(facts, event, event.basis) };
    case 'voteDecided':
      return { kind: 'decision', text: voteText(live, event) };
    case 'withdrawn':
      return { kind: 'returned', text: `撤回已提交的“${nodeName(live.ready, event.nodeId)}”`, ...commentOf(event.reason) };
    case 'jumped': {
      const names = (ids: readonly string[]): string => [...new Set(ids.map((id) => nodeName(live.ready, id)))].join('、');
      const waits = event.waits === undefined ? '' : `，“${names(event.waits)}”会一直等待不会再到达的分支`;
      return {
        kind: 'operation',
        text: `从“${names(event.from)}”跳转至“${names(event.to)}”${waits}`,
        ...internal(facts, event, event.reason),
      };
    }
    case 'caseSuspended':
      return { kind: 'operation', text: '挂起办件', ...commentOf(event.reason) };
    case 'caseResumed':
      return { kind: 'operation', text: '激活办件，恢复办理', ...commentOf(event.reason) };
    case 'urged':
      return {
        kind: 'operation',
        text: `催办“${event.nodeIds.map((id) => nodeName(live.ready, id)).join('、')}”`,
        ...commentOf(event.comment),
      };
    case 'copied':
      return isInside(facts.actor)
        ? { kind: 'operation', text: `抄送给${event.to.name}`, ...internal(facts, event, event.comment) }
        : undefined;
    case 'copyRead':
      return isInside(facts.actor) ? { kind: 'operation', text: '已阅抄送' } : undefined;
    case 'returned':
      return returned(live, event);
    case 'rejected':
      return {
        kind: 'rejected',
        text: `在“${nodeName(live.ready, event.nodeId)}”环节退件`,
        ...commentOf(event.reason),
      };
    case 'messageReceived':
      return { kind: 'message', text: `登记“${nodeName(live.ready, event.nodeId)}”`, ...commentOf(event.comment) };
    case 'conditionMet':
      return { kind: 'message', text: `“${nodeName(live.ready, event.nodeId)}”的条件已满足` };
    case 'timerFired':
      return { kind: 'timer', text: `“${nodeName(live.ready, event.nodeId)}”时间已到` };
    case 'decisionMade':
      return { kind: 'decision', text: decisionText(live, event) };
    case 'jobFinished':
      return issued(facts, event);
    case 'pauseBegan':
      return {
        kind: 'operation',
        text: `因${pauseName(live.ready, event.reason)}暂停计时${untilText(live, event.until)}`,
        ...internal(facts, event, event.comment),
      };
    case 'pauseEnded':
      return event.until === undefined
        ? { kind: 'operation', text: `${pauseName(live.ready, event.reason)}结束，恢复计时`, ...internal(facts, event, event.comment) }
        : { kind: 'timer', text: `${pauseName(live.ready, event.reason)}期满，自动恢复计时` };
    case 'pauseMoved':
      return {
        kind: event.by === undefined ? 'timer' : 'operation',
        text: movedPause(live, event),
        ...internal(facts, event, event.comment),
      };
    case 'timeExcluded':
      return { kind: 'operation', text: `${pauseName(live.ready, event.reason)}期间不计入时限`, ...internal(facts, event, event.comment) };
    case 'caseMigrated':
      return { kind: 'operation', text: '转为按新版本流程办理' };
    case 'calendarChanged':
      return { kind: 'operation', text: '工作日历调整，时限重新计算' };
    case 'incidentRaised':
      return { kind: 'incident', text: incidentText(facts, event) };
    case 'incidentRetried':
      return { kind: 'operation', text: `重新执行“${nodeName(live.ready, event.nodeId)}”` };
    case 'activityStarted':
      return { kind: 'operation', text: `启动“${nodeName(live.ready, event.nodeId)}”` };
    case 'compensationBegun':
      return { kind: 'operation', text: `撤销“${nodeName(live.ready, event.nodeId)}”的办理结果` };
    case 'transactionCancelled':
      return { kind: 'operation', text: `“${nodeName(live.ready, event.nodeId)}”已取消` };
    case 'valuesErased':
      return { kind: 'operation', text: '删除个人信息' };
    case 'caseEnded':
      return { kind: 'ended', text: `${ENDING_NAMES[event.ending]}${event.ending === 'rejected' ? '' : because(event.reason)}` };
    default:
      return undefined;
  }
}

function recorded(facts: TimelineFacts, event: CaseEvent & { kind: 'stepRecorded' }): Pick<Told, 'outcome' | 'comment'> {
  const { outcome, comment } = event;
  return { ...(outcome === undefined ? {} : { outcome }), ...internal(facts, event, comment) };
}

function completed(facts: TimelineFacts, event: CaseEvent & { kind: 'taskCompleted' }): Told {
  const { live } = facts;
  const spec = live.ready.prepared.byId.get(event.nodeId)?.spec.task;
  const label = spec?.outcomes?.choices.find((choice) => choice.value === event.outcome)?.label;
  const byStarter = event.by?.id === live.state.starter.id && live.ready.prepared.byId.get(event.nodeId)?.forStarter === true;
  const name = stepName(live, event);
  const text = byStarter ? `提交“${name}”` : `办理“${name}”${label === undefined ? '完成' : `：${label}`}`;
  return { kind: 'completed', text, ...(label === undefined ? {} : { outcome: label }), ...internal(facts, event, event.comment) };
}

// The whole last day stands still.
function untilText(live: LiveCase, until: number | undefined): string {
  return until === undefined ? '' : `，至${chineseDay(dayAt(until - 1, live.ready.release.calendar.offsetMinutes))}止`;
}

function movedPause(live: LiveCase, { reason, until, before, by }: CaseEvent & { readonly kind: 'pauseMoved' }): string {
  const name = pauseName(live.ready, reason);
  if (by === undefined || until === undefined) return `${name}${by === undefined ? '期限调整' : '改为由人恢复'}${untilText(live, until)}`;
  return `${name}${before === undefined || before < until ? '延长' : '提前结束'}${untilText(live, until)}`;
}

// What departments write to each other is not for applicants.
function internal({ actor }: TimelineFacts, { by }: CaseEvent, comment: string | undefined): { readonly comment?: string } {
  return isInside(actor) || by?.id === actor.id ? commentOf(comment) : {};
}

function returned(live: LiveCase, event: CaseEvent & { kind: 'returned' }): Told {
  const from = nodeName(live.ready, event.nodeId);
  const what = event.round === undefined ? `退回至“${nodeName(live.ready, event.target)}”` : `退回补正，第${event.round}轮申报开始`;
  const back = event.back === true ? '，补正后直接返回本环节' : '';
  return { kind: 'returned', text: `在“${from}”环节${what}${back}`, ...commentOf(event.reason) };
}

const EXPIRED_WORDS = { remind: '，已提醒办理人', complete: '，按规定自动办理', return: '，自动退回', reject: '，自动退件' } as const;

function expiredText(live: LiveCase, { nodeId, limitId, does, to }: CaseEvent & { kind: 'limitExpired' }): string {
  const limit = live.ready.prepared.limits[limitId];
  const escalated = to === undefined ? '，已报管理员' : `，转上级${to.name}办理`;
  return `“${nodeName(live.ready, nodeId)}”${limit === undefined ? '' : textIn(limit.name)}逾期${does === 'escalate' ? escalated : EXPIRED_WORDS[does]}`;
}

const POSITION_NAMES = { before: '前加签', after: '后加签', beside: '加签', delegate: '委派' } as const;

function addedText(live: LiveCase, { nodeId, position, signers }: CaseEvent & { kind: 'signersAdded' }): string {
  return `在“${nodeName(live.ready, nodeId)}”环节${POSITION_NAMES[position]}：${signers.map(({ name }) => name).join('、')}`;
}

function voteText(live: LiveCase, { nodeId, result }: CaseEvent & { kind: 'voteDecided' }): string {
  const { decision, agreed, refused, abstained, total } = result as Readonly<Record<string, Json>>;
  const said = decision === 'approved' ? '通过' : '不通过';
  return `“${nodeName(live.ready, nodeId)}”表决${said}：同意${agreed}票，不同意${refused}票，弃权${abstained}票，共${total}票`;
}

function decisionText(live: LiveCase, { nodeId, decision, result }: CaseEvent & { kind: 'decisionMade' }): string {
  const name = live.ready.release.decisions[decision]?.decisions.find(({ id }) => id === decision)?.name ?? decision;
  const shown = shownResult(result);
  return `“${nodeName(live.ready, nodeId)}”按“${name}”判定${shown === undefined ? '' : `：${shown}`}`;
}

// A text or number as it is, the texts of a list; anything else is for the record, not for the time line.
function shownResult(result: Json): string | undefined {
  if (typeof result === 'string' || typeof result === 'number') return String(result);
  if (!Array.isArray(result)) return undefined;
  if (result.length === 0) return '无';
  const texts = result.filter((entry) => typeof entry === 'string');
  return texts.length === 0 ? `共${result.length}项` : texts.join('、');
}

// What a handler issued carries the instant at which it was called, and the template that the step names.
function issued({ live, documents }: TimelineFacts, event: CaseEvent & { kind: 'jobFinished' }): Told | undefined {
  const name = nodeName(live.ready, event.nodeId);
  const templateId = issuedTemplate(live, event.nodeId, event.at);
  const made = documents.filter((document) => document.issuedAt === event.at && document.templateId === templateId);
  if (made.length === 0) return { kind: 'operation', text: `系统完成“${name}”` };
  const titles = made
    .slice(0, 3)
    .map(({ content: { title, number = '', mark } }) => `《${title}》${number}${mark === undefined ? '' : `（${mark}）`}`);
  return { kind: 'document', text: `出具${titles.join('、')}${made.length > 3 ? `等${made.length}份文书` : ''}` };
}

function issuedTemplate(live: LiveCase, nodeId: string, at: number): Json | undefined {
  const handler = live.ready.prepared.byId.get(nodeId)?.handler;
  if (handler?.name !== 'document.issue' && handler?.name !== 'document.convert') return undefined;
  const template = handler.inputs.find((input) => input.name === 'template')?.value;
  return template?.evaluate(lookupIn(live.ready.prepared, live.state), {
    now: at,
    offsetMinutes: live.ready.release.calendar.offsetMinutes,
  });
}

function incidentText({ live, actor }: TimelineFacts, event: CaseEvent & { kind: 'incidentRaised' }): string {
  const name = nodeName(live.ready, event.nodeId);
  return isInside(actor) && 'problem' in event
    ? `“${name}”发生异常：${stepProblem(event.problem).sentences['zh-CN']}`
    : `“${name}”处理遇到问题，工作人员正在处理`;
}

function isInside(actor: Actor): boolean {
  return actor.department !== undefined || actor.roles.includes(ADMINISTRATOR);
}

function stepName(live: LiveCase, event: { readonly nodeId: string; readonly of?: unknown }): string {
  const name = nodeName(live.ready, event.nodeId);
  const element = event.of === undefined ? undefined : elementName(live.ready, event.of as never);
  return element === undefined ? name : `${name}（${element}）`;
}

function because(reason: string | undefined): string {
  return reason === undefined || reason === '' ? '' : `，理由：${reason}`;
}

function commentOf(comment: string | undefined): { readonly comment?: string } {
  return comment === undefined || comment === '' ? {} : { comment };
}
