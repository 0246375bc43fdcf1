/** A page under a strict policy: uses every part of the designer and tells its parent what the policy blocked. */
import { reportBlocked } from '@tongban/element-kit/testing';
import '../define.ts';
import { THREE_GRADES } from './table.ts';

const report = reportBlocked();

const designer = document.createElement('tb-table-designer');
designer.table = THREE_GRADES;
document.body.append(designer);
await designer.select('result');
await designer.select('rule_1');
const root = designer.renderRoot as ShadowRoot;
root.querySelector('.entry')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true, composed: true }));
await designer.updateComplete;
const columns = root.querySelector<HTMLElement>('.grid')?.style.getPropertyValue('--_columns').split(' minmax').length;

report(() => ({ columns, editing: root.querySelector('.entry.editing') !== null }));
