/** `<tb-table-designer>` with so many rows: what each act takes until it is laid out. */
import '@tongban/table-designer/define';
import { parseFeel } from '@tongban/feel-parser';

const feel = (text, dialect = 'unaryTests') => parseFeel(text, { dialect, names: ['application'] }).expression;
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

Object.assign(window, {
  async show(count) {
    const rules = Array.from({ length: count }, (_, at) => ({
      id: `r${at}`,
      inputEntries: [feel(`[${at}..${at + 1})`), feel(at % 2 === 0 ? '"工业"' : 'not("农业")')],
      outputEntries: [feel(`"C${at % 9}"`, 'expression')],
      annotations: [`第${at}条`],
    }));
    const input = (id, path) => ({ id, label: path, expression: feel(path, 'expression') });
    const table = {
      kind: 'table',
      id: 't',
      hitPolicy: 'U',
      inputs: [input('score', 'application.score'), input('kind', 'application.kind')],
      outputs: [{ id: 'grade', name: 'grade', label: '等级' }],
      annotations: ['依据'],
      rules,
    };
    const designer = document.createElement('tb-table-designer');
    designer.table = table;
    designer.style.height = '860px';
    const first = await timed(async () => {
      document.querySelector('main')?.append(designer);
      await designer.updateComplete;
    });
    await painted();
    const root = designer.renderRoot;
    const scroller = root.querySelector('.scroller');
    let further = Number.POSITIVE_INFINITY;
    for (let screen = 1; screen < 9; screen += 1) {
      const took = await timed(async () => {
        scroller.scrollTop += scroller.clientHeight;
        scroller.dispatchEvent(new Event('scroll'));
        await designer.updateComplete;
        await designer.updateComplete;
      });
      further = Math.min(further, took);
      await painted();
    }
    const search = await timed(async () => {
      const field = root.querySelector('input[type=search]');
      field.value = `第${count - 7}条`;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await designer.updateComplete;
    });
    if (root.querySelector('.search .count')?.textContent !== '1/1') throw new Error('nothing was found');
    return { 'first rendering': first, 'one screen further': further, 'a search': search };
  },
});

/** Until the layout after it is known. */
async function timed(act) {
  const began = performance.now();
  await act();
  document.body.getBoundingClientRect();
  return performance.now() - began;
}
