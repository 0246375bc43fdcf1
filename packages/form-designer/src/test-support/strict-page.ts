/** A page under a strict policy: uses every part of the designer and tells its parent what the policy blocked. */
import { reportBlocked } from '@tongban/element-kit/testing';
import '../define.ts';
import { application } from './forms.ts';

const report = reportBlocked();

const designer = document.createElement('tb-form-designer');
designer.form = application;
document.body.append(designer);
const root = designer.renderRoot as ShadowRoot;
await designer.select('F-01.scan');

const pick = root.querySelector('[data-pick="F-01.site"]');
const at = (x: number, y: number) => ({ bubbles: true, composed: true, pointerId: 1, pointerType: 'mouse', clientX: x, clientY: y });
pick?.dispatchEvent(new PointerEvent('pointerdown', at(100, 100)));
dispatchEvent(new PointerEvent('pointermove', at(200, 300)));
await designer.updateComplete;
const ghost = root.querySelector<HTMLElement>('.ghost')?.style.transform;
dispatchEvent(new PointerEvent('pointercancel', at(200, 300)));

designer.base = { form: { ...application, fields: application.fields.slice(1) }, title: '1.0' };
await designer.updateComplete;
for (const view of ['relations', 'texts', 'access', 'compare']) {
  root.querySelector<HTMLElement>(`[data-view=${view}]`)?.click();
  await new Promise((resolve) => setTimeout(resolve, 400));
}

report(() => ({ ghost }));
