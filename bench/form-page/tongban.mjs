/** `<tb-form>` with so many fields, every tenth of which depends on the first; or with a table of so many rows. */
import '@tongban/filing-form/define';
import { parseFeel } from '@tongban/feel-parser';
import { compileForm } from '@tongban/form';
import { painted, ROW_KINDS, rowsOf, timedKeys } from './page.mjs';

Object.assign(window, {
  async show(count) {
    const fields = Array.from({ length: count }, (_, index) => {
      const base = { id: `F.f${index}`, key: `f${index}`, label: { 'zh-CN': `字段 ${index}` } };
      const kinds = ['text', 'number', 'longText', 'date'];
      return { ...base, kind: kinds[index % 4] ?? 'text', ...(index % 10 === 9 ? { visible: 'f0 = null or f0 != "hide"' } : {}) };
    });
    return await timedOpening(compiledOf(fields), {});
  },
  async showRows(count) {
    const columns = ROW_KINDS.map((kind, index) => ({ kind, id: `c${index}`, key: `c${index}`, label: { 'zh-CN': `列 ${index}` } }));
    const compiled = compiledOf([{ kind: 'rows', id: 'F.rows', key: 'rows', label: { 'zh-CN': '清单' }, columns }]);
    return await timedOpening(compiled, { rows: rowsOf(count).map((row, at) => ({ rowId: `r${at + 1}`, ...row })) });
  },
  type: () => timedKeys(document.querySelector('tb-form')?.renderRoot.querySelector('input')),
});

function compiledOf(fields) {
  const document_ = { formatVersion: 1, id: 'F', key: 'f', title: { 'zh-CN': '表' }, layout: 'stacked', fields };
  return compileForm(document_, (text, names) => parseFeel(text, { names })).compiled;
}

async function timedOpening(compiled, values) {
  const began = performance.now();
  const form = document.createElement('tb-form');
  Object.assign(form, { form: compiled, values });
  document.querySelector('main')?.append(form);
  await form.updateComplete;
  await painted();
  return performance.now() - began;
}
