import { type CSSResultGroup, html, type TemplateResult } from 'lit';
import { expect, test } from 'vitest';
import { defineElement } from './define-element.ts';
import { buttonStyles } from './styles/button.styles.ts';
import { fieldStyles } from './styles/field.styles.ts';
import { surfaceStyles } from './styles/surface.styles.ts';
import { tableStyles } from './styles/table.styles.ts';
import { axeFindings, onPage } from './testing/index.ts';
import { type Theme, TongbanElement } from './tongban-element.ts';

class Controls extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles, fieldStyles, surfaceStyles, tableStyles];

  override render(): TemplateResult {
    return html`<div class="card">
      <div class="button-row">
        <button class="button primary">同意</button><button class="button">退回补正</button><button class="button quiet">抄送</button>
        <button class="button danger">作废</button><button class="button danger primary">删除</button>
      </div>
      <div class="field">
        <label class="label" for="name">项目名称<span class="required-mark"> *</span></label><p class="hint" id="hint">与备案一致</p>
        <input class="input" id="name" aria-invalid="true" aria-describedby="hint wrong" placeholder="请输入" />
        <p class="field-error" id="wrong">请填写项目名称。</p>
      </div>
      <label class="choice"><input type="checkbox" checked />我已阅读</label><label class="choice"><input type="radio" />是</label>
      <span class="badge">草稿</span><span class="badge accent">模拟</span><span class="badge green">正常</span>
      <span class="badge yellow">将到期</span><span class="badge red">超期</span>
      <p class="callout warning">保存后不能修改。</p><p class="callout error">未能保存。</p><p class="callout info">提示</p><p class="callout success">成功</p>
      <table class="table"><thead><tr><th>事项</th></tr></thead><tbody><tr><td>选址意见 <span class="muted">备注</span></td></tr></tbody></table>
    </div>`;
  }
}
defineElement('x-controls', Controls);

for (const theme of ['blue', 'red', 'dark', 'contrast'] satisfies Theme[]) {
  test(`controls have no axe findings, and targets of 32 px, in ${theme}`, async () => {
    const page = await onPage(html`<x-controls theme=${theme}></x-controls>`);
    const controls = page.querySelector('x-controls') as Controls;
    expect(await axeFindings()).toEqual([]);
    const heights = [...controls.renderRoot.querySelectorAll('.button, .input, .choice')].map(
      (target) => target.getBoundingClientRect().height,
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(32);
  });
}

test('an unchosen radio looks unchosen, even when its whole group is', async () => {
  const page = await onPage(html`<x-controls></x-controls>`);
  const controls = page.querySelector('x-controls') as Controls;
  const radio = controls.renderRoot.querySelector('input[type=radio]')!;
  expect(getComputedStyle(radio).backgroundColor).toBe('rgb(255, 255, 255)');
});
