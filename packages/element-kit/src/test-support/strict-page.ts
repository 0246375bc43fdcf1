/** A page under a strict policy: shows every element, opens what floats, and tells its parent what the policy blocked. */
import { html, render } from 'lit';
import '../define.ts';
import '../feel/index.ts';
import { confirmDialog } from '../confirm-dialog.ts';
import { reportBlocked } from '../testing/index.ts';

const report = reportBlocked();

render(
  html`<tb-light color="red">已超 1 天</tb-light>
    <tb-tabs .tabs=${[{ id: 'a', label: '甲', icon: 'flow' as const }]}><p slot="a">甲</p></tb-tabs>
    <tb-menu-button label="更多" .items=${[{ id: 'a', label: '转办' }]}></tb-menu-button>
    <tb-combobox label="部门" .options=${[{ value: 'a', label: '甲' }]}></tb-combobox>
    <tb-feel-field label="条件" value="1 == 2"></tb-feel-field><tb-empty heading="空"></tb-empty><tb-problem-list></tb-problem-list><tb-splitter></tb-splitter><tb-toast-region></tb-toast-region>`,
  document.body,
);

const menu = document.querySelector('tb-menu-button')!;
await menu.updateComplete;
menu.shadowRoot?.querySelector('button')?.click();
const combobox = document.querySelector('tb-combobox')!;
combobox.shadowRoot?.querySelector('input')?.click();
combobox.announce('已保存');
document.querySelector('tb-toast-region')?.show({ text: '已保存' });
void confirmDialog(menu, { title: '删除？', body: '无法撤销。' });

report(() => ({ accent: getComputedStyle(menu).getPropertyValue('--_accent') }));
