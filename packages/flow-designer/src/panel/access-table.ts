/** 字段权限 as a table: one line for one field, one column for one access; a group is set in its own line, the whole form in the first. */
import { type FieldAccess, type Filing, type FormDocument, textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { type AccessRow, accessOf, accessRows, differs, withAccess, withAccessOfAll } from './filing-access.ts';
import type { PanelView } from './panel-view.ts';

const ACCESS: readonly FieldAccess[] = ['write', 'read', 'hidden'];

/** The table of one filing; arrow keys choose within a line, Tab goes from line to line. */
export function accessTable(
  view: PanelView,
  id: string,
  filing: Filing,
  form: FormDocument,
  onChange: (filing: Filing) => void,
): TemplateResult {
  const { t, words, locale } = view;
  const rows = accessRows(form);
  return html`<table class="access-table">
    <thead>
      <tr><th scope="col">${words('accessField')}</th>${ACCESS.map((access) => html`<th scope="col">${t(`access.${access}`)}</th>`)}</tr>
    </thead>
    <tbody>
      ${line(view, {
        id: `${id}-all`,
        label: words('accessAll'),
        level: 0,
        className: 'group',
        access: Object.keys(filing.fields ?? {}).length === 0 ? filing.access : undefined,
        onChange: (access) => onChange(withAccessOfAll(filing, access)),
      })}
      ${rows.map((row) => {
        const { access, byGroup } = accessOf(filing, row);
        return line(view, {
          id: `${id}-${row.ref}`,
          label: textIn(row.label, locale) || row.ref,
          level: row.above.length,
          className: classOf(filing, row),
          access: row.isGroup && isMixed(filing, rows, row) ? undefined : access,
          disabled: byGroup,
          onChange: (next) => onChange(withAccess(filing, rows, row, next)),
        });
      })}
    </tbody>
  </table>`;
}

interface Line {
  readonly id: string;
  readonly label: string;
  readonly level: number;
  readonly className: string;
  /** Nothing when what stands in it differs. */
  readonly access: FieldAccess | undefined;
  readonly disabled?: boolean;
  readonly onChange: (access: FieldAccess) => void;
}

function line(view: PanelView, { id, label, level, className, access, disabled = false, onChange }: Line): TemplateResult {
  const { t, words } = view;
  return html`<tr class="${className} level-${Math.min(level, 3)}">
    <th scope="row">${label}</th>
    ${ACCESS.map(
      (one) => html`<td><label>
        <input type="radio" name=${id} aria-label=${words('accessOf', { field: label, access: t(`access.${one}`) })} title=${disabled ? words('accessByGroup') : nothing} .checked=${one === access} ?disabled=${view.readonly || disabled} @change=${() => onChange(one)} />
      </label></td>`,
    )}
  </tr>`;
}

function classOf(filing: Filing, row: AccessRow): string {
  return [row.isGroup ? 'group' : '', differs(filing, row) ? 'differs' : ''].filter(Boolean).join(' ');
}

function isMixed(filing: Filing, rows: readonly AccessRow[], group: AccessRow): boolean {
  const own = accessOf(filing, group).access;
  return rows.some((row) => row.above.includes(group.ref) && accessOf(filing, row).access !== own);
}
