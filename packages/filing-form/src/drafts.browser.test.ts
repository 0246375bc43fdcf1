import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FilingForm } from './filing-form.ts';
import type { DraftAnswer, FormDrafts, KeptDraft } from './form-drafts.ts';
import { form } from './test-support/forms.ts';
import { kindsForm, STEPS } from './test-support/kinds.ts';
import { button, control, NOW, settled, shown } from './test-support/page.ts';

/** A host that keeps one draft; `answer` decides what becomes of the next saves. */
class Host implements FormDrafts {
  readonly key = 'F-01/case-1/u1';
  kept: KeptDraft | undefined;
  answer: 'keep' | 'expired' | 'offline' = 'keep';
  saves = 0;
  /** Saves wait for it. */
  open: Promise<void> = Promise.resolve();

  async load(): Promise<KeptDraft | undefined> {
    if (this.answer === 'offline') throw new Error('offline');
    return this.kept;
  }

  async save({ values, step, after }: Parameters<FormDrafts['save']>[0]): Promise<DraftAnswer> {
    this.saves++;
    await this.open;
    if (this.answer === 'offline') throw new Error('offline');
    if (this.answer === 'expired') return { expired: true };
    if (this.kept !== undefined && this.kept.revision !== after) return { conflict: this.kept };
    this.kept = { values, step, revision: `r${this.saves}`, savedAt: NOW };
    return { kept: this.kept };
  }
}

const words = (element: FilingForm): string => element.renderRoot.querySelector('.draft-state, .draft-conflict')?.textContent ?? '';
const said = (element: FilingForm, text: string): Promise<void> => expect.poll(() => words(element)).toContain(text);
const onDevice = (): boolean => localStorage.getItem('tb-draft:F-01/case-1/u1') !== null;

beforeEach(() => localStorage.clear());
afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

describe('drafts', () => {
  test('what is typed is on the device at once, a moment later at the host, and then no longer on the device', async () => {
    const host = new Host();
    const element = await shown(form('application'), { drafts: host });
    await expect.poll(() => element.renderRoot.querySelector('.draft-state')).not.toBeNull();
    let answer = (): void => undefined;
    host.open = new Promise((resolve) => {
      answer = resolve;
    });
    await userEvent.fill(control(element, '项目名称'), '光伏');
    expect(onDevice()).toBe(true);
    expect(host.kept).toBeUndefined();
    answer();
    await said(element, '草稿已自动保存');
    expect(host.kept?.values['projectName']).toBe('光伏');
    expect(onDevice()).toBe(false);
  });

  test('without the host it stays on the device, and is sent when the host can be reached again', async () => {
    const host = new Host();
    const element = await shown(form('application'), { drafts: host });
    await expect.poll(() => element.renderRoot.querySelector('.draft-state')).not.toBeNull();
    host.answer = 'offline';
    await userEvent.fill(control(element, '项目名称'), '光伏');
    await said(element, '已存在本机');
    host.answer = 'keep';
    dispatchEvent(new Event('online'));
    await said(element, '草稿已自动保存');
    expect(host.kept?.values['projectName']).toBe('光伏');
  });

  test('a reload loses nothing: values and step come back from the device, also without the host', async () => {
    const host = new Host();
    host.answer = 'offline';
    const element = await shown(kindsForm(STEPS), { drafts: host });
    await said(element, '已存在本机');
    await userEvent.fill(control(element, '项目名称'), '光伏');
    await userEvent.click(element.renderRoot.querySelectorAll<HTMLButtonElement>('.step')[1]!);
    element.handle.set('items', ['ZR-02']);
    const again = await shown(kindsForm(STEPS), { drafts: host });
    await said(again, '已存在本机');
    expect(again.handle.values()).toMatchObject({ name: '光伏', items: ['ZR-02'] });
    expect(again.renderRoot.querySelector('.step-title')?.textContent).toBe('事项与材料');
  });

  test('an expired session is said; after signing in again one click sends it', async () => {
    const host = new Host();
    const element = await shown(form('application'), { drafts: host });
    await expect.poll(() => element.renderRoot.querySelector('.draft-state')).not.toBeNull();
    host.answer = 'expired';
    await userEvent.fill(control(element, '项目名称'), '光伏');
    await said(element, '登录已过期');
    expect(onDevice()).toBe(true);
    host.answer = 'keep';
    await userEvent.click(button(element, '立即保存'));
    await said(element, '草稿已自动保存');
  });

  test('who else went on with the draft is said with what differs; one keeps one of both', async () => {
    const host = new Host();
    host.kept = { values: { projectName: '旧名' }, revision: 'a', savedAt: NOW };
    for (const which of ['保留本页所填', '改用另一份'] as const) {
      const element = await shown(form('application'), { drafts: host });
      await said(element, '草稿已自动保存');
      host.kept = { values: { projectName: '别人改的' }, revision: `by-${which}`, savedAt: NOW, by: '张丽' };
      await userEvent.fill(control(element, '项目名称'), `我改的，${which}`);
      await said(element, '由张丽保存于');
      expect(words(element)).toContain('不同之处：项目名称');
      await userEvent.click(button(element, which));
      await said(element, '草稿已自动保存');
      await settled(element);
      expect(control(element, '项目名称').value).toBe(which === '保留本页所填' ? `我改的，${which}` : '别人改的');
      element.draftDone();
      expect(onDevice()).toBe(false);
    }
  });
});

describe('in a form of the host', () => {
  test('it hands its values in, is invalid while something is wrong, says so itself, and is reset', async () => {
    const element = await shown(form('application'));
    const outer = document.createElement('form');
    element.setAttribute('name', 'application');
    document.body.append(outer);
    outer.append(element);
    let submitted = 0;
    outer.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted++;
    });
    await settled(element);
    outer.requestSubmit();
    await settled(element);
    expect(submitted).toBe(0);
    expect(element.renderRoot.querySelector('.error-summary')).not.toBeNull();
    expect(element.internals.validity.customError).toBe(true);
    await userEvent.fill(control(element, '项目名称'), '光伏');
    await settled(element);
    expect(JSON.parse(String(new FormData(outer).get('application')))).toMatchObject({ projectName: '光伏' });
    outer.reset();
    await settled(element);
    expect(control(element, '项目名称').value).toBe('');
  });

  test('a disabled fieldset around it makes it a thing to read, that hands in nothing', async () => {
    const element = await shown(form('application'), { values: { projectName: '光伏' } });
    const outer = document.createElement('form');
    const fieldset = document.createElement('fieldset');
    element.setAttribute('name', 'application');
    document.body.append(outer);
    outer.append(fieldset);
    fieldset.append(element);
    fieldset.disabled = true;
    await settled(element);
    expect(element.renderRoot.querySelector('input')).toBeNull();
    expect(element.renderRoot.textContent).toContain('光伏');
    expect(new FormData(outer).has('application')).toBe(false);
    expect(outer.checkValidity()).toBe(true);
    fieldset.disabled = false;
    await settled(element);
    expect(control(element, '项目名称').value).toBe('光伏');
    expect(new FormData(outer).has('application')).toBe(true);
  });
});
