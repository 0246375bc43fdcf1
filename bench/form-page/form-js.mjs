/** The same fields in the viewer of form-js. */
import { createForm } from '@bpmn-io/form-js-viewer';
import { painted, timedKeys } from './page.mjs';

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
    const began = performance.now();
    await createForm({ container: document.querySelector('main'), schema: { type: 'default', components } });
    await painted();
    return performance.now() - began;
  },
  type: () => timedKeys(document.querySelector('main input')),
});
