import { expect, test } from 'vitest';
import { people } from '../testing/small-measure.ts';
import { codesOf, mustBeDone, SmallOffice } from '../testing/small-office.ts';

const opened = async (office: SmallOffice, actor: (typeof people)[keyof typeof people], nodeId = 'check') => {
  const { taskId } = await office.task(nodeId);
  return office.as(actor).task(taskId);
};
const todo = async (office: SmallOffice, actor: (typeof people)[keyof typeof people]) =>
  (await office.as(actor).tasks({ box: 'todo' })).entries.map(({ stepName, asked }) => [stepName, asked]);

test('a signer before a task gets it in their inbox, and its owner sees the answer', async () => {
  const office = await (await SmallOffice.open()).filed();
  const own = await opened(office, people.window);
  expect(own.operations.find(({ kind }) => kind === 'addSigner')).toEqual({
    kind: 'addSigner',
    reason: false,
    positions: ['before', 'after'],
  });
  mustBeDone(await office.operate(people.window, 'check', 'addSigner', { position: 'before', people: ['u-li'], reason: '请看用地' }));
  expect(await todo(office, people.land)).toEqual([['窗口核验', 'before']]);
  expect(await todo(office, people.window)).toEqual([]);
  const held = await office.as(people.window).task(own.taskId);
  expect([held.mine, held.heldBy, held.operations.map(({ kind }) => kind)]).toEqual([false, '李地', ['addSigner', 'removeSigner', 'copy']]);
  const said = await office.as(people.window).complete({ commandId: 'too-early', ...own, values: {}, outcome: 'accept' });
  expect(codesOf(said)).toEqual(['RUNTIME_TASK_HELD']);

  const theirs = await opened(office, people.land);
  expect(theirs.asked).toEqual({ how: 'before', byName: '陈窗', comment: '请看用地' });
  expect(theirs.operations.map(({ kind }) => kind)).toEqual(['transfer', 'copy']);
  mustBeDone(await office.tryComplete(people.land, 'check', {}, { outcome: 'doubt', comment: '界址不清' }));
  const back = await office.as(people.window).task(own.taskId);
  expect(back.answers).toMatchObject([{ byName: '李地', how: 'before', outcome: '存疑', comment: '界址不清' }]);
  expect([back.mine, await todo(office, people.window)]).toEqual([true, [['窗口核验', undefined]]]);
  const view = await office.as(people.window).case(office.caseId);
  expect(view.timeline.map(({ text }) => text)).toContain('在“窗口核验”环节前加签：李地');
});

test('a delegated task can be taken back by removing who was asked', async () => {
  const office = await (await SmallOffice.open()).filed();
  const { taskId } = await office.task('check');
  mustBeDone(await office.operate(people.window, 'check', 'delegate', { to: 'u-sun' }));
  const signer = (await office.as(people.window).task(taskId)).operations.find(({ kind }) => kind === 'removeSigner')?.signers?.[0];
  expect(signer).toMatchObject({ name: '孙窗' });
  const revision = (await office.as(people.window).task(taskId)).revision;
  const remove = { commandId: 'r1', taskId, revision, kind: 'removeSigner', signer: signer?.id ?? '' } as const;
  expect(codesOf(await office.as(people.window).operate({ ...remove, commandId: 'r0', signer: 'upcoming:7' }))).toEqual([
    'RUNTIME_OPERATION_NOT_ALLOWED',
  ]);
  expect((await office.as(people.window).preview(remove)).cancels).toEqual([{ nodeId: 'check', name: '窗口核验', who: '孙窗' }]);
  mustBeDone(await office.as(people.window).operate(remove));
  expect((await office.as(people.window).task(taskId)).mine).toBe(true);
});

test('only people who work here are asked, and only colleagues are found', async () => {
  const office = await (await SmallOffice.open()).filed();
  const code = async (more: object) => codesOf(await office.operate(people.window, 'check', 'addSigner', { position: 'before', ...more }));
  expect(await code({ people: ['u-wang'] })).toEqual(['RUNTIME_TRANSFER_TARGET']);
  expect(await code({ people: [] })).toEqual(['RUNTIME_TRANSFER_TARGET']);
  expect(await code({ people: ['u-li'], position: 'beside' })).toEqual(['RUNTIME_OPERATION_NOT_ALLOWED']);
  expect(codesOf(await office.operate(people.land, 'check', 'delegate', { to: 'u-sun' }))).toEqual(['RUNTIME_TASK_NOT_YOURS']);
  const { taskId } = await office.task('check');
  expect(await office.as(people.window).people({ text: '李', taskId })).toEqual([{ id: 'u-li', name: '李地', department: '自然资源局' }]);
  expect((await office.as(people.window).people({ taskId, kind: 'transfer' })).map(({ id }) => id)).toEqual(['u-sun']);
  expect(await office.as(people.applicant).people({ text: '' })).toEqual([]);
});
