/** Names of people, departments, roles and elements, in Chinese. */
import { type CaseOperationKind, type EndingKind, isJsonObject, type Json, type OperationKind, textIn } from '@tongban/model';
import type { PreparedNode } from '../core/prepared.ts';
import { joins } from '../core/return-region.ts';
import type { LiveCase } from '../engine/live-case.ts';
import type { ReadyRelease } from '../engine/ready-release.ts';
import type { Candidates, PersonRef } from '../store/store.ts';

/** How a case ended. */
export const ENDING_NAMES: Readonly<Record<EndingKind, string>> = {
  completed: '办结',
  rejected: '退件',
  expired: '逾期失效',
  reapply: '应重新报批',
  withdrawn: '申请人撤回',
  terminated: '终止办理',
  voided: '作废',
};

/** What can be done at a task. */
export const OPERATION_NAMES: Readonly<Record<OperationKind, string>> = {
  return: '退回补正',
  reject: '退件',
  transfer: '转办',
  delegate: '委派',
  claim: '认领',
  addSigner: '加签',
  removeSigner: '减签',
  withdraw: '撤回',
  withdrawCase: '撤回办件',
  urge: '催办',
  copy: '抄送',
};

const PAUSE_NAMES: Readonly<Record<string, string>> = {
  correction: '补正',
  publicity: '公示',
  expertReview: '专家评审',
  consultation: '征求意见',
  onePlusX: '“1+X”会商',
  suspended: '挂起',
};

/** Why clocks stand still: as the measure calls it, else as it is usually called. */
export function pauseName(ready: ReadyRelease, reason: string): string {
  const name = ready.release.manifest.pauses?.find(({ id }) => id === reason)?.name;
  if (name !== undefined) return textIn(name);
  return Object.hasOwn(PAUSE_NAMES, reason) ? (PAUSE_NAMES[reason] as string) : `“${reason}”`;
}

/** What can be done with a case. */
export const CASE_OPERATION_NAMES: Readonly<Record<CaseOperationKind, string>> = {
  withdraw: '撤回',
  withdrawCase: '撤回办件',
  urge: '催办',
  copy: '抄送',
  suspend: '挂起',
  resume: '激活',
  terminate: '终止办理',
  void: '作废',
  jump: '跳转',
};

/** The name of a department of the measure. */
export function departmentName(ready: ReadyRelease, id: string): string {
  return ready.release.manifest.departments.find((department) => department.id === id)?.name ?? id;
}

/** The name of a role of the measure. */
export function roleName(ready: ReadyRelease, id: string): string {
  const role = ready.release.manifest.roles.find((one) => one.id === id);
  return role === undefined ? id : textIn(role.name);
}

/** Who does a task, in words: the assignee, else who may. */
export function whoDoes(live: LiveCase, candidates: Candidates, assignee: PersonRef | undefined): string {
  if (assignee !== undefined) return assignee.name;
  const { persons, role, department } = candidates;
  const { starter } = live.state;
  const named = persons?.map((id) => (id === starter.id ? starter.name : id)).join('、');
  const parts = [
    department === undefined ? undefined : departmentName(live.ready, department),
    role === undefined ? undefined : roleName(live.ready, role),
  ];
  const office = parts.filter((part) => part !== undefined).join(' · ');
  return [office, named].filter((part) => part !== undefined && part !== '').join(' · ') || '任何人';
}

/** The name of an element of a task of many: an item by its code, a context by its name. */
export function elementName(ready: ReadyRelease, of: Json): string | undefined {
  const code = isJsonObject(of) ? of['code'] : of;
  const item = ready.release.items.find((one) => one.code === code);
  if (item !== undefined) return textIn(item.name);
  const name = isJsonObject(of) ? of['name'] : undefined;
  if (typeof name === 'string') return name;
  if (isJsonObject(name) && typeof name['zh-CN'] === 'string') return name['zh-CN'];
  if (typeof of !== 'string') return undefined;
  const department = ready.release.manifest.departments.find(({ id }) => id === of);
  return department?.name ?? of;
}

/** The name of a flow element. A gateway at which branches meet is seldom given one: then it is told by the steps before it. */
export function nodeName(ready: ReadyRelease, nodeId: string): string {
  const node = ready.prepared.byId.get(nodeId);
  return node?.spec.name ?? (node !== undefined && joins(node) ? meetingName(ready, node) : nodeId);
}

// helpers

function meetingName({ prepared: { nodes, flows } }: ReadyRelease, { incoming }: PreparedNode): string {
  const before = incoming.flatMap((flow) => nodes[flows[flow]?.source ?? -1]?.spec.name ?? []);
  return before.length === 0 ? '汇合处' : `${before.join('、')}之后的汇合处`;
}
