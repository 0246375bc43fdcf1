/** `<tb-form>` with so many fields; every tenth depends on the first. */
import '@tongban/filing-form/define';
import { parseFeel } from '@tongban/feel-parser';
import { compileForm } from '@tongban/form';
import { painted, timedKeys } from './page.mjs';

Object.assign(window, {
  async show(count) {
    const fields = Array.from({ length: count }, (_, index) => {
      const base = { id: `F.f${index}`, key: `f${index}`, label: { 'zh-CN': `字段 ${index}` } };
      const kinds = ['text', 'number', 'longText', 'date'];
      return { ...base, kind: kinds[index % 4] ?? 'text', ...(index % 10 === 9 ? { visible: 'f0 = null or f0 != "hide"' } : {}) };
    });
    const document_ = { formatVersion: 1, id: 'F', key: 'f', title: { 'zh-CN': '表' }, layout: 'stacked', fields };
    const { compiled } = compileForm(document_, (text, names) => parseFeel(text, { names }));
    const began = performance.now();
    const form = document.createElement('tb-form');
    form.form = compiled;
    document.querySelector('main')?.append(form);
    await form.updateComplete;
    await painted();
    return performance.now() - began;
  },
  type: () => timedKeys(document.querySelector('tb-form')?.renderRoot.querySelector('input')),
});
