/** The same fields in the viewer of form-js. */
import { createForm } from '@bpmn-io/form-js-viewer';
import { painted, ROW_KINDS, rowsOf, timedKeys } from './page.mjs';

Object.assign(window, {
  async show(count) {
    const kinds = ['textfield', 'number', 'textarea', 'datetime'];
    const components = Array.from({ length: count }, (_, index) => ({
      type: kinds[index % 4],
      key: `f${index}`,
      label: `字段 ${index}`,
      ...(index % 4 === 3 ? { subtype: 'date', dateLabel: `字段 ${index}` } : {}),
      ...(index % 10 === 9 ? { conditional: { hide: '=f0 = "hide"' } } : {}),
    }));
    return await timedOpening(components, {});
  },
  async showRows(count) {
    const columns = ROW_KINDS.map((kind, index) => ({
      type: kind === 'text' ? 'textfield' : 'number',
      key: `c${index}`,
      label: `列 ${index}`,
    }));
    const list = { type: 'dynamiclist', path: 'rows', label: '清单', components: columns, isRepeating: true, allowAddRemove: true };
    return await timedOpening([{ ...list, disableCollapse: true, defaultRepetitions: 0 }], { rows: rowsOf(count) });
  },
  type: () => timedKeys(document.querySelector('main input')),
});

async function timedOpening(components, data) {
  const began = performance.now();
  await createForm({ container: document.querySelector('main'), schema: { type: 'default', components }, data });
  await painted();
  return performance.now() - began;
}
