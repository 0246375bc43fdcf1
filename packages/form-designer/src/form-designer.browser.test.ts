import { axeFindings } from '@tongban/element-kit/testing';
import type { FormDocument } from '@tongban/model';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import './define.ts';
// loaded by the designer when it is first shown; here before, so that no test waits for that
import '@tongban/filing-form/define';
import { findField, placedFields } from './field-tree.ts';
import type { FormDesignContext } from './form-design-context.ts';
import type { FormDesignChangeEvent, FormDesignSelectEvent } from './form-design-events.ts';
import type { FormDesigner } from './form-designer.ts';
import { application, circulation, formOf, text } from './test-support/forms.ts';

const CONTEXT: FormDesignContext = { forms: [application, circulation], items: [] };

interface Shown {
  readonly designer: FormDesigner;
  readonly changes: FormDocument[];
  readonly selections: string[];
  form(): FormDocument;
  keys(): readonly string[];
  find<Found extends HTMLElement = HTMLElement>(selector: string): Found;
  click(selector: string): Promise<void>;
}

beforeEach(async () => {
  await page.viewport(1440, 900);
});

async function shown(form: FormDocument = application, properties: Partial<FormDesigner> = {}): Promise<Shown> {
  document.documentElement.lang = 'zh-CN';
  document.title = '测试';
  document.body.replaceChildren();
  const designer = document.createElement('tb-form-designer');
  Object.assign(designer, { form, context: CONTEXT, ...properties });
  designer.style.height = '860px';
  const changes: FormDocument[] = [];
  const selections: string[] = [];
  designer.addEventListener('tb-form-design-change', (event: FormDesignChangeEvent) => changes.push(event.form));
  designer.addEventListener('tb-form-design-select', (event: FormDesignSelectEvent) => selections.push(event.fieldId));
  document.body.append(designer);
  await settled(designer);
  const find = <Found extends HTMLElement>(selector: string): Found => {
    const found = designer.renderRoot.querySelector<Found>(selector);
    if (found === null) throw new Error(`No ${selector}`);
    return found;
  };
  return {
    designer,
    changes,
    selections,
    form: () => changes.at(-1) ?? form,
    keys: () => placedFields(changes.at(-1) ?? form).map(({ field }) => field.key),
    find,
    click: async (selector) => {
      await userEvent.click(find(selector));
      await settled(designer);
    },
  };
}

async function settled(designer: FormDesigner): Promise<void> {
  await designer.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function inner(host: HTMLElement, selector: string): HTMLElement {
  return host.shadowRoot!.querySelector<HTMLElement>(selector)!;
}

test('a field is dragged from the palette to its place, and the page shows where it will land', async () => {
  const { designer, find, form, keys } = await shown();
  const marks: string[] = [];
  const watch = new MutationObserver(() => {
    for (const cell of designer.renderRoot.querySelectorAll<HTMLElement>('.drop-before, .drop-after'))
      marks.push(cell.dataset['cell'] ?? '');
  });
  watch.observe(designer.renderRoot, { subtree: true, attributes: true, attributeFilter: ['class'] });
  await userEvent.dragAndDrop(find('[data-entry=industry]'), find('[data-pick="F-01.overview"]'), {
    targetPosition: { x: 300, y: 6 },
    steps: 8,
  } as never);
  await settled(designer);
  watch.disconnect();
  expect(keys().indexOf('industry')).toBe(keys().indexOf('overview') - 1);
  expect(findField(form(), 'F-01.industry')?.field).toMatchObject({ kind: 'text', meaning: 'project.industry' });
  expect(marks).toContain('F-01.overview');
  expect(find('[data-pick="F-01.industry"]').getAttribute('aria-pressed')).toBe('true');
});

test('a field is dragged to another place, into a section, and nowhere when Escape is pressed', async () => {
  const section = { kind: 'section', id: 's', key: 's', label: { 'zh-CN': '组' }, fields: [] } as const;
  const { designer, find, keys, form, changes } = await shown(formOf(text('a', { span: 2 }), text('b', { span: 2 }), section));
  await userEvent.dragAndDrop(find('[data-pick=a]'), find('[data-pick=b]'), { targetPosition: { x: 200, y: 45 }, steps: 6 } as never);
  await settled(designer);
  expect(keys()).toEqual(['b', 'a', 's']);
  await userEvent.dragAndDrop(find('[data-pick=a]'), find('[data-pick=s]'), { targetPosition: { x: 200, y: 70 }, steps: 6 } as never);
  await settled(designer);
  expect(findField(form(), 'a')?.parentId).toBe('s');
  const before = changes.length;
  const { left, top } = find('[data-pick=b]').getBoundingClientRect();
  const at = (x: number, y: number) => ({
    bubbles: true,
    composed: true,
    pointerId: 1,
    pointerType: 'mouse',
    button: 0,
    clientX: x,
    clientY: y,
  });
  find('[data-pick=b]').dispatchEvent(new PointerEvent('pointerdown', at(left + 5, top + 5)));
  window.dispatchEvent(new PointerEvent('pointermove', at(left + 40, top + 120)));
  await settled(designer);
  expect(find('.ghost').textContent).toContain('b');
  await userEvent.keyboard('{Escape}');
  await settled(designer);
  expect(designer.renderRoot.querySelector('.ghost')).toBeNull();
  window.dispatchEvent(new PointerEvent('pointerup', at(left + 40, top + 120)));
  expect(changes.length).toBe(before);
});

test('a plain field that is added by the mouse is named by typing; its English goes with the old name', async () => {
  const { designer, form, click } = await shown(formOf(text('a')));
  await click('[data-pick=a]');
  await click('[data-entry=day]');
  await userEvent.keyboard('竣工日期');
  await settled(designer);
  expect(form().fields[1]).toMatchObject({ kind: 'date', label: { 'zh-CN': '竣工日期' } });
  expect(form().fields[1]?.label).not.toHaveProperty('en');
  designer.undo();
  expect(form().fields[1]?.label).toEqual({ 'zh-CN': '日期', en: 'Date' });
});

test('the first day of a date is chosen: none, today, another date, or an expression', async () => {
  const day = (key: string) => ({ kind: 'date', id: key, key, label: { 'zh-CN': key } }) as const;
  const { designer, find, form, click } = await shown(formOf(day('开工'), day('竣工')));
  await click('[data-pick=竣工]');
  const choose = async (value: string): Promise<void> => {
    await userEvent.selectOptions(find('#earliest'), value);
    await settled(designer);
  };
  await choose('开工');
  expect(form().fields[1]).toMatchObject({ earliest: '开工' });
  await choose('written');
  expect(form().fields[1]).toMatchObject({ earliest: 'today() + duration("P1D")' });
  expect(inner(find('#earliest-text'), 'textarea')).toBeDefined();
  await choose('');
  expect(form().fields[1]).not.toHaveProperty('earliest');
});

test('by keyboard alone: add, make required, move, copy, delete, take back', async () => {
  const { designer, find, form, keys, selections } = await shown();
  await designer.select('F-01.site');
  expect(selections).toEqual(['F-01.site']);
  expect((designer.renderRoot as ShadowRoot).activeElement).toBe(find('[data-pick="F-01.site"]'));
  find('[data-entry=landArea]').focus();
  await userEvent.keyboard('{Enter}');
  await settled(designer);
  expect(keys()[keys().indexOf('site') + 1]).toBe('landArea');
  const required = find('#required');
  await userEvent.selectOptions(inner(required, '#choice'), 'yes');
  await settled(designer);
  expect(findField(form(), 'F-01.landArea')?.field.required).toBe(true);

  find('[data-pick="F-01.landArea"]').focus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await settled(designer);
  expect(keys().indexOf('landArea')).toBe(keys().indexOf('site') - 1);
  expect((designer.renderRoot as ShadowRoot).activeElement).toBe(find('[data-pick="F-01.landArea"]'));
  await userEvent.keyboard('{Control>}d{/Control}');
  await settled(designer);
  expect(keys()).toContain('landArea2');
  await userEvent.keyboard('{Delete}');
  await settled(designer);
  expect(keys()).not.toContain('landArea2');
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(keys()).toContain('landArea2');
  for (let step = 0; step < 4; step++) await userEvent.keyboard('{Control>}z{/Control}');
  await settled(designer);
  expect(form()).toEqual(application);
  expect(find('[data-tool=undo]').ariaDisabled).toBe('true');
  for (let step = 0; step < 5; step++) await userEvent.keyboard('{Control>}y{/Control}');
  await settled(designer);
  expect(keys()).toContain('landArea');
  expect(keys()).not.toContain('landArea2');
  expect(find('[data-tool=redo]').ariaDisabled).toBe('true');
});

test('by click alone: select, move, copy, delete, undo; arrows walk the fields', async () => {
  const { designer, click, find, keys, selections } = await shown();
  await click('[data-pick="F-01.contact"]');
  await click('[data-tool=arrow-down]');
  expect(keys().slice(2, 4)).toEqual(['phone', 'contact']);
  await click('[data-tool=copy]');
  expect(selections.at(-1)).toBe('F-01.contact2');
  await click('[data-tool=trash]');
  expect(keys()).not.toContain('contact2');
  await click('[data-tool=undo]');
  expect(keys()).toContain('contact2');
  expect(selections.at(-1)).toBe('F-01.contact2');
  find('[data-pick="F-01.contact2"]').focus();
  await userEvent.keyboard('{ArrowDown}');
  await settled(designer);
  expect(selections.at(-1)).toBe('F-01.site');
});

test('what is typed shows at once on the form and is one step', async () => {
  const { designer, find, form, click } = await shown();
  await click('[data-pick="F-01.contact"]');
  await userEvent.click(find('#label'));
  await userEvent.keyboard('员');
  await userEvent.keyboard('甲');
  await settled(designer);
  expect(find('[data-cell="F-01.contact"] .label').textContent).toContain('联系人员甲');
  await userEvent.keyboard('{Control>}z{/Control}');
  await settled(designer);
  expect(form()).toEqual(application);
  expect(find<HTMLInputElement>('#label').value).toBe('联系人');
});

test('a key that is taken or means something in programs is refused beside its box, and stays typed', async () => {
  const { designer, find, changes, click } = await shown();
  await click('[data-pick="F-01.contact"]');
  const key = find('tb-key-field');
  const box = inner(key, 'input') as HTMLInputElement;
  await userEvent.fill(box, '__proto__');
  await userEvent.keyboard('{Enter}');
  await settled(designer);
  expect(inner(key, '#error').textContent).toContain('“__proto__”在程序中另有含义');
  expect(box.getAttribute('aria-invalid')).toBe('true');
  expect(box.value).toBe('__proto__');
  await userEvent.fill(box, 'phone');
  await userEvent.keyboard('{Enter}');
  await settled(designer);
  expect(inner(key, '#error').textContent).toContain('已被另一字段使用');
  expect(changes).toEqual([]);
  await userEvent.fill(box, 'contactPerson');
  await userEvent.keyboard('{Enter}');
  await settled(designer);
  expect(findField(changes.at(-1)!, 'F-01.contact')?.field.key).toBe('contactPerson');
});

test('renaming a key in use shows where, and changes this form in one step', async () => {
  const form = formOf(text('cost'), text('b', { visible: 'cost != null' }));
  const other = { ...formOf(text('c', { computed: 'plan.cost' })), id: 'F-10', key: 'other', title: { 'zh-CN': '另一表' } };
  const { designer, find, changes, click } = await shown(form, { context: { forms: [form, other], items: [] } });
  await click('[data-pick=cost]');
  const key = find('tb-key-field');
  await userEvent.fill(inner(key, 'input'), 'price');
  await userEvent.keyboard('{Enter}');
  await settled(designer);
  const question = inner(key, '.callout').textContent ?? '';
  expect(question).toContain('“b”的显示条件');
  expect(question).toContain('另一表：“c”的计算公式');
  expect(changes).toEqual([]);
  await userEvent.click(inner(key, '.button.primary'));
  await settled(designer);
  expect(changes).toHaveLength(1);
  expect(changes[0]?.fields).toMatchObject([{ key: 'price' }, { visible: 'price != null' }]);
  designer.undo();
  expect(changes.at(-1)).toEqual(form);
});

test('a condition is put together by choosing, or written, with its mistakes beside it', async () => {
  const { designer, find, form, click } = await shown();
  await click('[data-pick="F-01.land"]');
  const visible = find('#visible');
  await userEvent.selectOptions(inner(visible, '#choice'), 'when');
  await settled(designer);
  await userEvent.selectOptions(inner(visible, '#subject'), 'investment');
  await settled(designer);
  await userEvent.selectOptions(inner(visible, '#operator'), '>');
  await settled(designer);
  await userEvent.fill(inner(visible, '#value'), '5000');
  await settled(designer);
  expect(findField(form(), 'F-01.land')?.field.visible).toBe('investment > 5000');
  designer.undo();
  await settled(designer);
  expect((inner(visible, '#choice') as HTMLSelectElement).value).toBe('no');
  designer.redo();
  await settled(designer);
  expect((inner(visible, '#value') as HTMLInputElement).value).toBe('5000');
  await userEvent.click(inner(visible, '.ways .button:last-child'));
  await settled(designer);
  const text = inner(inner(visible, '#text'), 'textarea');
  await userEvent.clear(text);
  await userEvent.keyboard('总投{Enter} == 5');
  await settled(designer);
  expect((text as HTMLTextAreaElement).value).toBe('investment == 5');
  await userEvent.keyboard('{Tab}');
  await settled(designer);
  expect(inner(inner(visible, '#text'), '.field-error').textContent).toContain('请改为“=”');
  expect(find('[data-cell="F-01.land"] .problems').textContent).toContain('请改为“=”');
  await userEvent.selectOptions(inner(visible, '#choice'), 'no');
  await settled(designer);
  expect(findField(form(), 'F-01.land')?.field).not.toHaveProperty('visible');
});

test('columns of rows are added, named, moved and deleted', async () => {
  const { designer, find, form, click } = await shown(circulation);
  await userEvent.click(find('[data-pick="F-04.rows"]'), { position: { x: 60, y: 12 } });
  await settled(designer);
  const columns = () => {
    const rows = findField(form(), 'F-04.rows')?.field;
    return rows?.kind === 'rows' ? rows.columns.map(({ key }) => key) : [];
  };
  const before = columns();
  const added = `column${before.length + 1}`;
  const list = '[aria-labelledby=columns-label]';
  await click(`${list} > .button`);
  expect(columns()).toEqual([...before, added]);
  await click(`${list} li:last-child .row-buttons .button:first-child`);
  expect(columns().at(-2)).toBe(added);
  await click(`${list} li:last-child .row-buttons .button:last-child`);
  expect(columns()).toEqual([...before.slice(0, -1), added]);
  await click(`${list} li:last-child .link-button`);
  await userEvent.fill(find('#label'), '办理结果');
  await settled(designer);
  expect(find(`[data-cell="F-04.rows.${added}"]`).textContent).toContain('办理结果');
});

test('problems are shown at their field, in the panel and in the list that leads to them', async () => {
  const told = {
    code: 'COMPILE_X',
    severity: 'error',
    place: { elementId: 'F-04.rows/remark', elementName: '备注' },
    details: {},
    sentences: { en: 'Wrong', 'zh-CN': '这里有问题。' },
  } as const;
  const { designer, find, click, selections } = await shown(circulation, { problems: [told] });
  expect(find('[data-cell=remark] .problems').textContent).toContain('这里有问题。');
  await click('[data-tool=problems]');
  await click('.problem-bar .link-button');
  await settled(designer);
  expect(selections.at(-1)).toBe('remark');
  expect(find('.right .problems').textContent).toContain('这里有问题。');
  expect(await axeFindings()).toEqual([]);
});

test('changing the text of a clause suggests a new version', async () => {
  const clause = { kind: 'clause', id: 'c', key: 'c', label: { 'zh-CN': '承诺' }, text: { 'zh-CN': '我承诺。' }, version: '1' } as const;
  const { designer, find, form, click } = await shown(formOf(clause));
  await click('[data-pick=c]');
  await userEvent.fill(find('#clause-text'), '我郑重承诺。');
  await settled(designer);
  await userEvent.click(find('.right .callout .button'));
  await settled(designer);
  expect(form().fields[0]).toMatchObject({ text: { 'zh-CN': '我郑重承诺。' }, version: '2' });
  expect(designer.renderRoot.querySelector('.right .callout')).toBeNull();
});

test('the preview is the real form with the new field', async () => {
  const { designer, find, click } = await shown();
  await click('[data-entry=floorArea]');
  await click('.views .button:nth-child(2)');
  const preview = find('tb-form-design-preview');
  await expect.poll(() => preview.shadowRoot?.querySelector('tb-form')?.shadowRoot?.textContent ?? '').toContain('建筑面积');
  await settled(designer);
  expect(await axeFindings()).toEqual([]);
});

test('nothing that axe finds wrong: field selected, outline open, narrow', async () => {
  const { designer, find, click } = await shown();
  await designer.select('F-01.scan');
  expect(await axeFindings()).toEqual([]);
  await userEvent.click(inner(find('tb-tabs'), '#tab-outline'));
  await settled(designer);
  expect(await axeFindings()).toEqual([]);
  await page.viewport(390, 844);
  await settled(designer);
  for (const pane of [1, 2, 3]) {
    await click(`.panes .button:nth-child(${pane})`);
    expect(await axeFindings()).toEqual([]);
    for (const part of ['.frame', '.left', '.right', '.middle']) expect(find(part).scrollWidth, part).toBeLessThanOrEqual(390);
  }
});

test('another form replaces it and its history; the one told last does not', async () => {
  const { designer, find, click, form } = await shown();
  await click('[data-pick="F-01.contact"]');
  await click('[data-tool=trash]');
  designer.form = JSON.parse(JSON.stringify(form())) as FormDocument;
  await settled(designer);
  expect(find('[data-tool=undo]').ariaDisabled).toBe('false');
  designer.form = circulation;
  await settled(designer);
  expect(find('[data-tool=undo]').ariaDisabled).toBe('true');
  expect(find('.paper-title').textContent).toContain('流转单');
});

test('who goes to another form and comes back can still take back what was done', async () => {
  const { designer, form, click, keys } = await shown();
  await click('[data-pick="F-01.contact"]');
  await click('[data-tool=trash]');
  const edited = form();
  designer.form = circulation;
  await settled(designer);
  designer.form = JSON.parse(JSON.stringify(edited)) as FormDocument;
  await settled(designer);
  designer.undo();
  await settled(designer);
  expect(keys()).toEqual(placedFields(application).map(({ field }) => field.key));
  designer.form = circulation;
  await settled(designer);
  designer.form = { ...application, note: { 'zh-CN': '他人已修改' } };
  await settled(designer);
  expect(designer.renderRoot.querySelector('[data-tool=redo]')?.ariaDisabled).toBe('true');
});

test('it goes on after being taken off the page and put back', async () => {
  const { designer, click, keys } = await shown();
  await click('[data-pick="F-01.contact"]');
  await click('[data-tool=trash]');
  designer.remove();
  document.body.append(designer);
  await settled(designer);
  await designer.select('F-01.site');
  await userEvent.keyboard('{Control>}z{/Control}');
  await settled(designer);
  expect(keys()).toEqual(placedFields(application).map(({ field }) => field.key));
});

test('read-only: everything is seen and nothing can be changed', async () => {
  const { designer, find, click, changes, selections } = await shown(application, { readonly: true });
  await click('[data-pick="F-01.contact"]');
  expect(selections).toEqual(['F-01.contact']);
  expect(find<HTMLButtonElement>('[data-entry=day]').disabled).toBe(true);
  expect(find<HTMLInputElement>('#label').matches(':disabled')).toBe(true);
  find('[data-pick="F-01.contact"]').focus();
  await userEvent.keyboard('{Delete}{Alt>}{ArrowUp}{/Alt}');
  designer.undo();
  expect(changes).toEqual([]);
  expect(await axeFindings()).toEqual([]);
});

test('a field is copied from one form and pasted into another, where it gets names of its own', async () => {
  const clipboardData = new DataTransfer();
  const paste = (type: 'copy' | 'paste', at: Element): void => {
    at.dispatchEvent(new ClipboardEvent(type, { clipboardData, bubbles: true, composed: true, cancelable: true }));
  };
  const first = await shown();
  await first.designer.select('F-01.phone');
  paste('copy', (first.designer.renderRoot as ShadowRoot).activeElement!);
  const second = await shown(formOf(text('phone'), text('b')));
  await second.designer.select(second.form().fields[0]!.id);
  paste('paste', (second.designer.renderRoot as ShadowRoot).activeElement!);
  expect(second.keys()).toEqual(['phone', 'phone2', 'b']);
  expect(second.form().fields[1]).toMatchObject({ kind: 'phone', label: { 'zh-CN': '联系电话' } });
});

test('several fields: selected by Ctrl and Shift, changed, grouped, moved and deleted, each in one step', async () => {
  const { designer, find, form, keys, click } = await shown(formOf(text('a'), text('b'), text('c'), text('d'), text('e')));
  const pressed = () =>
    [...designer.renderRoot.querySelectorAll<HTMLElement>('.pick[data-pick][aria-pressed=true]')].map((pick) => pick.dataset['pick']);
  await click('[data-pick=b]');
  await userEvent.click(find('[data-pick=d]'), { modifiers: ['Shift'] });
  await settled(designer);
  expect(pressed()).toEqual(['b', 'c', 'd']);
  await userEvent.click(find('[data-pick=c]'), { modifiers: ['Control'] });
  await settled(designer);
  expect(pressed()).toEqual(['b', 'd']);
  expect(find('.right h2').textContent).toBe('已选 2 个字段');
  expect(await axeFindings()).toEqual([]);
  await userEvent.selectOptions(find('#many-required'), 'yes');
  await userEvent.selectOptions(find('#many-span'), '2');
  await settled(designer);
  expect(form().fields.map(({ key, required, span }) => [key, required, span])).toEqual([
    ['a', undefined, undefined],
    ['b', true, 2],
    ['c', undefined, undefined],
    ['d', true, 2],
    ['e', undefined, undefined],
  ]);
  find('[data-pick=d]').focus();
  await userEvent.keyboard('{Control>}g{/Control}');
  await settled(designer);
  expect(keys()).toEqual(['a', 'group1', 'b', 'd', 'c', 'e']);
  designer.undo();
  await settled(designer);
  expect(pressed()).toEqual(['b', 'd']);
  await userEvent.dragAndDrop(find('[data-pick=b]'), find('[data-pick=e]'), { targetPosition: { x: 200, y: 45 }, steps: 6 } as never);
  await settled(designer);
  expect(keys()).toEqual(['a', 'c', 'e', 'b', 'd']);
  await userEvent.keyboard('{Delete}');
  await settled(designer);
  expect(keys()).toEqual(['a', 'c', 'e']);
  for (let step = 0; step < 4; step++) designer.undo();
  await settled(designer);
  expect(form().fields).toEqual(formOf(text('a'), text('b'), text('c'), text('d'), text('e')).fields);
});

test('several fields without Ctrl or Shift: by the button, one click each; by keyboard with Shift and arrows', async () => {
  const { designer, find, keys, click } = await shown(formOf(text('a'), text('b'), text('c'), text('d')));
  await click('[data-tool=many]');
  await click('[data-pick=a]');
  await click('[data-pick=c]');
  expect(find('.right h2').textContent).toBe('已选 2 个字段');
  await click('[data-tool=copy]');
  expect(keys()).toEqual(['a', 'b', 'c', 'a2', 'c2', 'd']);
  await userEvent.keyboard('{Escape}');
  await settled(designer);
  expect(find('[data-tool=many]').getAttribute('aria-pressed')).toBe('false');
  await designer.select('b');
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
  await settled(designer);
  await userEvent.keyboard('{Delete}');
  await settled(designer);
  expect(keys()).toEqual(['a', 'a2', 'c2', 'd']);
  await userEvent.keyboard('{Control>}a{/Control}{Control>}{ArrowUp}{/Control}');
  await settled(designer);
  expect(designer.renderRoot.querySelectorAll('.pick[data-pick][aria-pressed=true]').length).toBe(4);
});

test('what is copied in one designer is pasted by a button in another one of the site', async () => {
  localStorage.clear();
  const first = await shown(formOf(text('phone'), text('b', { visible: 'phone != null' })));
  await first.click('[data-pick=phone]');
  await userEvent.click(first.find('[data-pick=b]'), { modifiers: ['Control'] });
  const menu = async (shownIn: Shown, name: string): Promise<void> => {
    const more = shownIn.find('[data-tool=more]');
    await userEvent.click(inner(more, 'button'));
    const option = [...more.shadowRoot!.querySelectorAll<HTMLElement>('.option')].find((one) => one.textContent?.includes(name));
    await userEvent.click(option!);
    await settled(shownIn.designer);
  };
  await menu(first, '复制到其他表单');
  const second = await shown(formOf(text('phone'), text('c')));
  await second.click('[data-pick=phone]');
  await menu(second, '粘贴');
  expect(second.keys()).toEqual(['phone', 'phone2', 'b', 'c']);
  expect(second.form().fields[2]?.visible).toBe('phone2 != null');
});

test('a rule is written with its sentence, in one field or over the whole form', async () => {
  const { designer, find, form, click } = await shown(formOf(text('a'), text('b')));
  await click('[data-pick=a]');
  await click('[data-tool=add-rule]');
  const test0 = inner(find('#rule-0'), 'textarea');
  await userEvent.clear(test0);
  await userEvent.keyboard('string length(value) > 3{Escape}{Tab}');
  await userEvent.fill(find('#rule-message-0'), '至少四个字。');
  await settled(designer);
  expect(form().fields[0]?.rules).toEqual([{ id: 'a.rule1', test: 'string length(value) > 3', message: { 'zh-CN': '至少四个字。' } }]);
  await designer.select('');
  await click('[data-tool=add-rule]');
  await userEvent.selectOptions(find('#rule-at-0'), 'b');
  await settled(designer);
  expect(form().rules).toMatchObject([{ id: 'F-09.rule1', fields: ['b'] }]);
});
