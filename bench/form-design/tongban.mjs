/** `<tb-form-designer>` with so many fields of ten kinds, every fifth shown on a condition, and what people do in it. */
import '@tongban/form-designer/define';

const KINDS = ['text', 'phone', 'money', 'date', 'longText', 'radio', 'opinion', 'signature', 'files', 'number'];
const CHOICES = [
  { value: 'yes', label: { 'zh-CN': '是' } },
  { value: 'no', label: { 'zh-CN': '否' } },
];

Object.assign(window, {
  async show(count) {
    const designer = document.createElement('tb-form-designer');
    designer.style.height = '860px';
    const opening = await timed(designer, () => {
      Object.assign(designer, { form: formOf(count), context: { forms: [], items: [] } });
      document.querySelector('main')?.append(designer);
    });
    const found = { opening };
    found.selecting = await least(designer, (turn) => designer.select(`F.f${(count >> 1) + turn}`));
    const name = designer.renderRoot.querySelector('#label');
    found['one letter'] = await least(designer, () => {
      name.value += '甲';
      name.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    });
    found.adding = await least(designer, () => designer.renderRoot.querySelector('[data-entry=phone]').click());
    found['taking back'] = await least(designer, () => designer.undo());
    return found;
  },
});

function formOf(count) {
  const fields = Array.from({ length: count }, (_, index) => ({
    kind: KINDS[index % KINDS.length],
    id: `F.f${index}`,
    key: `answer${index}`,
    label: { 'zh-CN': `字段 ${index}` },
    required: true,
    ...(KINDS[index % KINDS.length] === 'radio' ? { choices: CHOICES } : {}),
    ...(index % 5 === 4 ? { visible: `answer${index - 4} != null` } : {}),
  }));
  return { formatVersion: 1, id: 'F', key: 'f', title: { 'zh-CN': '大表' }, layout: 'bordered', fields };
}

async function least(designer, act) {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 8; turn += 1) best = Math.min(best, await timed(designer, () => act(turn)));
  return best;
}

/** Milliseconds until what `act` changed is rendered and laid out. */
async function timed(designer, act) {
  const began = performance.now();
  await act();
  await designer.updateComplete;
  designer.getBoundingClientRect();
  const took = performance.now() - began;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return took;
}
