/** The decisions of a file: walked and edited by keyboard, every box kept. */
import { readDmn, writeDmn } from '@tongban/dmn';
import { axeFindings, inside, onPage, settled } from '@tongban/element-kit/testing';
import type { DecisionModel } from '@tongban/model';
import { html } from 'lit';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import everyBox from '../../test/fixtures/every-box.dmn?raw';
import '../define.ts';
import type { DecisionDesigner } from './decision-designer.ts';

beforeEach(async () => {
  await page.viewport(1440, 900);
});

interface Opened {
  readonly designer: DecisionDesigner;
  readonly root: ShadowRoot;
  node(name: string): HTMLElement;
  field(label: string): HTMLTextAreaElement;
  labelled<Found extends HTMLElement = HTMLInputElement>(label: string): Found;
  told(): DecisionModel;
}

async function opened(): Promise<Opened> {
  const { model, problems } = await readDmn(everyBox);
  expect(problems).toEqual([]);
  const main = await onPage(html`<tb-decision-designer .model=${model}></tb-decision-designer>`);
  const designer = main.querySelector('tb-decision-designer') as DecisionDesigner;
  const root = designer.renderRoot as ShadowRoot;
  return {
    designer,
    root,
    node: (name) => [...root.querySelectorAll<HTMLElement>('.node')].find(({ title }) => title === name) as HTMLElement,
    field: (label) => inside<HTMLTextAreaElement>(root.querySelector(`tb-feel-field[label="${label}"]`), 'textarea'),
    labelled: (label) => root.querySelector(`[aria-label="${label}"]`) as never,
    told: () => designer.model as DecisionModel,
  };
}

async function write(field: HTMLTextAreaElement, text: string): Promise<void> {
  await userEvent.fill(field, text);
  field.blur();
  await settled();
}

test('the picture is walked with arrows and opened with Enter; each element says what it needs', async () => {
  const { node, root } = await opened();
  expect(root.querySelectorAll('.node').length).toBe(13);
  expect(node('分步').getAttribute('aria-label')).toBe('决策 分步，需要：投资额、年限');
  node('投资额').focus();
  await userEvent.keyboard('{ArrowRight}');
  const reached = root.activeElement as HTMLElement;
  expect(reached.getAttribute('aria-label')).toContain('投资额');
  await userEvent.keyboard('{Enter}');
  await settled();
  expect(reached.getAttribute('aria-current')).toBe('true');
  expect(root.querySelector<HTMLInputElement>('#name')?.value).toBe(reached.title);
  expect(await axeFindings()).toEqual([]);
});

test('opening every box, and changing one text and taking it back, leaves the file as it was', async () => {
  const { designer, node, root, told } = await opened();
  for (const { title } of [...root.querySelectorAll<HTMLElement>('.node')]) {
    await userEvent.click(node(title));
    await settled();
  }
  await userEvent.click(node('直接'));
  await settled();
  const box = inside<HTMLTextAreaElement>(root.querySelector('.box tb-feel-field'), 'textarea');
  await write(box, '投资额 * 3');
  expect(await writeDmn(told(), { original: everyBox })).not.toBe(everyBox);
  designer.undo();
  expect(await writeDmn(told(), { original: everyBox })).toBe(everyBox);
});

test('steps, a call and a literal are edited, a step is added, and the result is what is written', async () => {
  const { node, root, labelled, told } = await opened();
  await userEvent.click(node('分步'));
  await settled();
  await write(inside(root.querySelectorAll('.part tb-feel-field')[0] as Element, 'textarea'), '投资额 / 2');
  await userEvent.click(
    [...root.querySelectorAll<HTMLElement>('.button')].find(({ textContent }) => textContent?.includes('添加一步')) as HTMLElement,
  );
  await settled();
  await userEvent.fill(labelled('第 2 步的名称'), '合计');
  await userEvent.keyboard('{Tab}');
  await settled();
  const steps = told().decisions.find(({ name }) => name === '分步')?.logic;
  expect(
    steps?.kind === 'context' &&
      steps.entries.map(({ variable, value }) => [variable?.name, value.kind === 'literal' ? value.expression.text : '']),
  ).toEqual([
    ['每年', '投资额 / 2'],
    ['合计', 'null'],
    [undefined, '每年 * 2'],
  ]);
  await userEvent.click(node('调用'));
  await settled();
  await write(inside(root.querySelector('.part tb-feel-field'), 'textarea'), '直接');
  const call = told().decisions.find(({ name }) => name === '调用');
  expect(call?.requires).toContain(told().decisions.find(({ name }) => name === '直接')?.id);
  expect(await axeFindings()).toEqual([]);
});

test('a decision is added, named, written as a table, and taken back', async () => {
  const { designer, root, told } = await opened();
  const before = told();
  const menu = root.querySelector('tb-menu-button') as HTMLElement;
  await userEvent.click(inside(menu, 'button'));
  await settled();
  await userEvent.keyboard('{Enter}');
  await settled();
  expect(root.activeElement?.id).toBe('name');
  await userEvent.keyboard('分级{Tab}');
  await settled();
  const added = told().decisions.at(-1);
  expect(added).toMatchObject({ name: '分级', variable: { name: '分级' }, logic: { kind: 'table' } });
  expect(root.querySelector('tb-table-designer.whole')).not.toBeNull();
  designer.undo();
  designer.undo();
  expect(told()).toBe(before);
});

test('a box becomes another kind: what fits is kept, and before anything is lost it is asked', async () => {
  const { node, root, labelled, told } = await opened();
  await userEvent.click(node('直接'));
  await settled();
  const logic = (): unknown => told().decisions.find(({ name }) => name === '直接')?.logic;
  const before = logic();
  const kind = labelled<HTMLSelectElement>('直接：怎样得出结果：写法');
  await userEvent.selectOptions(kind, 'context');
  await settled();
  expect(logic()).toEqual({ kind: 'context', entries: [{ value: before }] });
  await userEvent.selectOptions(labelled<HTMLSelectElement>('直接：怎样得出结果：写法'), 'relation');
  await expect.poll(() => document.querySelector('tb-dialog') ?? root.querySelector('tb-dialog')).not.toBeNull();
  await userEvent.keyboard('{Escape}');
  await settled();
  expect(logic()).toEqual({ kind: 'context', entries: [{ value: before }] });
});
