import { axeFindings } from '@tongban/element-kit/testing';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FilingForm } from './filing-form.ts';
import { departments, form, items } from './test-support/forms.ts';
import { kindsForm, STEPS } from './test-support/kinds.ts';
import { button, control, part, settled, shown } from './test-support/page.ts';

const weekends = { isWorkingDay: (day: string) => ![0, 6].includes(new Date(day).getUTCDay()) || day === '2026-11-28' };

/** A store that keeps everything in memory. */
function memoryFiles(kept: Map<string, File> = new Map()) {
  return {
    kept,
    put: async (file: File) => {
      const fileId = `file-${kept.size + 1}`;
      kept.set(fileId, file);
      return { fileId, name: file.name, bytes: file.size, mediaType: file.type };
    },
    get: async (fileId: string): Promise<Blob> => kept.get(fileId) ?? new Blob(),
  };
}

async function until(holds: () => boolean): Promise<void> {
  await expect.poll(holds).toBe(true);
}

function select(element: FilingForm, label: string): HTMLSelectElement {
  return control<HTMLSelectElement>(element, label);
}

describe('regions', () => {
  test('a region is chosen level by level; what the form fixes is not asked for', async () => {
    const element = await shown(kindsForm());
    const box = part(element, '建设地区')!;
    await until(() => box.querySelector('select') !== null);
    expect(box.querySelector('.region-fixed')?.textContent).toBe('甘肃省');
    expect(box.querySelectorAll('select')).toHaveLength(2);
    await userEvent.selectOptions(select(element, '市级'), '622900');
    await userEvent.selectOptions(select(element, '县级'), '622927');
    expect(element.handle.values()['site']).toMatchObject({ code: '622927', name: expect.stringMatching(/^甘肃省临夏回族自治州积石山/) });
    await userEvent.selectOptions(select(element, '市级'), '620100');
    expect(element.handle.values()['site']).toMatchObject({ code: '620100' });
    select(element, '县级').focus();
    await userEvent.tab();
    await settled(element);
    expect(box.textContent).toContain('请选择到最后一级');
  });
});

describe('days', () => {
  test('a range has two days, and says how many days that is', async () => {
    const element = await shown(kindsForm());
    await userEvent.fill(control(element, '建设期 开始日期'), '2026-12-01');
    await userEvent.fill(control(element, '建设期 结束日期'), '20261231');
    expect(element.handle.values()['period']).toEqual({ from: { $date: '2026-12-01' }, to: { $date: '2026-12-31' } });
    expect(part(element, '建设期')!.textContent).toContain('共 31 天');
    await userEvent.fill(control(element, '建设期 结束日期'), '2026-11-30');
    await userEvent.tab();
    await userEvent.tab();
    await settled(element);
    expect(part(element, '建设期')!.textContent).toContain('结束日期早于开始日期');
  });

  test('a day says how many working days it is away; days off and make-up days are marked', async () => {
    const element = await shown(kindsForm(), { calendar: weekends });
    await userEvent.fill(control(element, '开工日期'), '2026-12-01');
    expect(part(element, '开工日期')!.textContent).toContain('距今天 8 个工作日');
    await userEvent.fill(control(element, '开工日期'), '2026-12-05');
    expect(part(element, '开工日期')!.textContent).toContain('这一天是休息日');
    await userEvent.fill(control(element, '开工日期'), '2026-11-27');
    await userEvent.click(button(element, '选择日期：开工日期 2026年11月27日'));
    expect(element.renderRoot.querySelector('[data-day="2026-11-28"]')?.getAttribute('aria-label')).toBe('2026年11月28日 班');
    expect(element.renderRoot.querySelector('[data-day="2026-11-29"]')?.hasAttribute('data-mark')).toBe(false);
  });
});

describe('materials', () => {
  test('each is uploaded, on paper, or promised where it may follow later; the items chosen add theirs', async () => {
    const files = memoryFiles();
    const chosen = { ...items[1]!, materials: [{ id: 'plan', name: { 'zh-CN': '设计方案' }, needed: true }] };
    const element = await shown(kindsForm(), { files, items: [chosen] });
    const box = part(element, '申请材料')!;
    const names = (): string[] => [...box.querySelectorAll('.material-name > :first-child')].map((name) => name.textContent ?? '');
    expect(names()).toEqual(['申请表', '用地批准文件', '现场照片']);
    await userEvent.click(part(element, '事项')!.querySelector('[type=checkbox]')!);
    await settled(element);
    expect(names()).toEqual(['申请表', '用地批准文件', '现场照片', '设计方案']);

    expect([...select(element, '申请表：提交方式').options].map(({ value }) => value)).toEqual(['missing', 'files', 'original']);
    await userEvent.selectOptions(select(element, '申请表：提交方式'), 'files');
    await userEvent.upload(
      box.querySelector<HTMLInputElement>('input[type=file]')!,
      new File(['x'], '申请表.pdf', { type: 'application/pdf' }),
    );
    await settled(element);
    await userEvent.selectOptions(select(element, '用地批准文件：提交方式'), 'promised');
    expect(box.textContent).toContain('最迟2026年12月21日');
    await userEvent.fill(control(element, '“用地批准文件”的补交日期'), '2026-12-10');
    await userEvent.selectOptions(select(element, '设计方案：提交方式'), 'original');
    expect(box.querySelector('[role=status]:last-child')?.textContent).toBe('共 4 项：已交 2 项，承诺补交 1 项，待交 0 项');
    expect(element.handle.values()['papers']).toMatchObject([
      { material: 'form', state: 'files', files: [{ fileId: 'file-1', name: '申请表.pdf' }] },
      { material: 'land', state: 'promised', by: { $date: '2026-12-10' } },
      { material: 'plan', state: 'original' },
    ]);
  });

  test('what is missing is said by name, and the way to it is one click', async () => {
    const element = await shown(kindsForm());
    element.handle.validate();
    await settled(element);
    await userEvent.click(button(element, '“申请材料”缺少“申请表”。请上传，或选择提交方式。'));
    expect((element.renderRoot as ShadowRoot).activeElement?.getAttribute('aria-label')).toBe('申请表：提交方式');
  });
});

describe('signatures', () => {
  test('a signature is drawn with the pointer, kept by the store, and shown as a picture', async () => {
    const files = memoryFiles();
    const element = await shown(kindsForm(), { files });
    await userEvent.click(button(element, '经办人签字：手写签名'));
    await until(() => element.renderRoot.querySelector('canvas') !== null);
    const canvas = element.renderRoot.querySelector('canvas')!;
    const at = (type: string, x: number): PointerEvent => {
      const { left, top } = canvas.getBoundingClientRect();
      return new PointerEvent(type, { bubbles: true, pointerId: 1, clientX: left + x, clientY: top + 40, button: 0 });
    };
    canvas.setPointerCapture = () => undefined;
    for (const event of [at('pointerdown', 20), at('pointermove', 60), at('pointermove', 120), at('pointerup', 120)])
      canvas.dispatchEvent(event);
    await settled(element);
    expect(canvas.getAttribute('aria-label')).toContain('已书写');
    await userEvent.click(button(element, '确认签名'));
    await until(() => element.renderRoot.querySelector('img.drawn') !== null);
    expect(element.handle.values()['sign']).toEqual({ method: 'drawn', name: '马建国', day: '2026-11-21', fileId: 'file-1' });
    expect(files.kept.get('file-1')?.type).toBe('image/png');
    expect(element.renderRoot.querySelector('img.drawn')?.getAttribute('alt')).toBe('马建国的手写签名');
  });

  test('who cannot draw types their name', async () => {
    const element = await shown(kindsForm(), { files: memoryFiles() });
    await userEvent.click(button(element, '经办人签字：手写签名'));
    await until(() => element.renderRoot.querySelector('canvas') !== null);
    const confirm = button(element, '以姓名确认');
    expect(confirm.disabled).toBe(true);
    await userEvent.fill(element.renderRoot.querySelector<HTMLInputElement>('.pad-typed input')!, '马建国');
    await userEvent.click(confirm);
    expect(element.handle.values()['sign']).toEqual({ method: 'confirmed', name: '马建国', day: '2026-11-21' });
  });
});

describe('bar codes', () => {
  test('a QR code is drawn of what is computed, and says its text', async () => {
    const element = await shown(kindsForm(), { values: { name: '光伏发电项目' } });
    const code = part(element, '二维码')!.querySelector('svg')!;
    expect(code.getAttribute('aria-label')).toBe('二维码：光伏发电项目');
    expect(code.querySelectorAll('path')[1]?.getAttribute('d')).toMatch(/^M\d+ \d+h1v1h-1z/);
  });
});

describe('steps', () => {
  test('the next step is reached when this one is complete; what is missing has the focus', async () => {
    const element = await shown(kindsForm(STEPS), { departments });
    const root = element.renderRoot as ShadowRoot;
    expect(root.querySelector('.step-title')?.textContent).toBe('项目信息');
    await userEvent.click(button(element, '下一步'));
    await settled(element);
    expect(root.activeElement).toBe(control(element, '项目名称'));
    expect(root.querySelectorAll('.field-error').length).toBeGreaterThan(2);
    element.handle.set('name', '光伏发电项目');
    element.handle.set('money', 100);
    element.handle.set('site', { code: '622927', name: '甘肃省临夏回族自治州积石山县' });
    element.handle.set('period', { from: { $date: '2026-12-01' }, to: { $date: '2026-12-31' } });
    await userEvent.click(button(element, '下一步'));
    await settled(element);
    expect(root.activeElement?.textContent).toBe('事项与材料');
  });

  test('steps are visited in any order; the last shows all answers, and the summary leads back', async () => {
    const element = await shown(kindsForm(STEPS));
    const root = element.renderRoot as ShadowRoot;
    const steps = root.querySelectorAll<HTMLButtonElement>('.step');
    expect([...steps].map((step) => step.querySelector('.step-name')?.textContent)).toEqual([
      '项目信息',
      '事项与材料',
      '签字',
      '核对并提交',
    ]);
    await userEvent.click(steps[3]!);
    await settled(element);
    expect(root.querySelectorAll('.check-head')).toHaveLength(3);
    expect(root.querySelector('input')).toBeNull();
    element.handle.validate();
    await settled(element);
    await userEvent.click(button(element, '“申请材料”缺少“申请表”。请上传，或选择提交方式。'));
    await settled(element);
    expect(root.querySelector('.step-title')?.textContent).toBe('事项与材料');
    expect(root.activeElement?.getAttribute('aria-label')).toBe('申请表：提交方式');
  });

  test('reading and paper show the whole form', async () => {
    const element = await shown(kindsForm(STEPS), { mode: 'print' });
    expect(element.renderRoot.querySelector('.steps')).toBeNull();
    expect(part(element, '经办人签字')).toBeDefined();
  });
});

describe('accessible, on a desk and on a phone', () => {
  for (const width of [1280, 390]) {
    test(`no axe findings at ${width} px, filled in, read and printed, and in steps`, async () => {
      await page.viewport(width, 900);
      const files = memoryFiles();
      for (const properties of [{}, { readonly: true }, { mode: 'print' as const }]) {
        const element = await shown(kindsForm(), { files, values: { name: 'a' }, calendar: weekends, ...properties });
        await until(() => element.renderRoot.querySelector('.region[aria-busy=true]') === null);
        if (element.mode === 'fill' && !element.readonly) await userEvent.click(button(element, '经办人签字：手写签名'));
        expect(await axeFindings()).toEqual([]);
        if (element.mode !== 'print') expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      }
      await shown(kindsForm(STEPS), { files });
      expect(await axeFindings()).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    });
  }

  test('forms without these kinds need no more than the first load', async () => {
    const element = await shown(form('notice'));
    expect(element.renderRoot.querySelector('[role=status]')).toBeNull();
  });
});
