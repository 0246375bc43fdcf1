/** Repeating rows: a table, and cards where there is no room for one. Rows are added, removed and moved by buttons and keys. */
import type { Field } from '@formily/core';
import { observer } from '@formily/react';
import { type FormField, isJsonObject, type RowsField, textIn } from '@tongban/model';
import { type ComponentType, type JSX, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { RowPlace } from '../filing-model.ts';
import { FieldControl } from './field-control.tsx';
import { Icon } from './icon.tsx';
import { Problems } from './problems.tsx';
import { type Scope, useScope, useWatched } from './scope.ts';
import { plainText, ValueText } from './value-text.tsx';

/** What it shows. */
export interface RowsViewProps {
  readonly field: RowsField;
  readonly part: Field;
  readonly describedBy: string | undefined;
  readonly editable: boolean;
}

/** See the module comment. */
export const RowsView: ComponentType<RowsViewProps> = observer(({ field, part, describedBy, editable }: RowsViewProps) => {
  const scope = useScope();
  const { model, say, locale, mode, announce } = scope;
  useWatched(model.shape);
  const { verdict } = model.dataOf(part);
  const rows = model.rows(field.key);
  const id = part.address.toString();
  const add = useRef<HTMLButtonElement>(null);
  const [wanted, setWanted] = useState<string>();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (wanted === undefined) return;
    setWanted(undefined);
    const row = box.current?.querySelector(`[data-row="${CSS.escape(wanted)}"]`);
    const target = row?.querySelector<HTMLElement>('input, select, textarea, button') ?? add.current;
    target?.focus();
  }, [wanted]);

  const columns = field.columns.flatMap((column, index) => (isColumnShown(scope, field, rows, column) ? [{ column, index }] : []));
  const own = (row: RowPlace) => model.session.verdictOf(`${field.key}[${row.at}]`);
  const extensible = editable && field.extensible !== false;
  const acting = extensible && rows.some((row) => own(row)?.removable === true);
  const addRow = (): void => {
    const row = model.addRow(field.key);
    announce(say('rowAdded', { row: row.at + 1 }));
    setWanted(row.address);
  };
  const removeRow = (row: RowPlace): void => {
    const next = rows[row.at + 1] ?? rows[row.at - 1];
    model.removeRow(field.key, row.rowId);
    announce(say('rowRemoved', { count: rows.length - 1 }));
    setWanted(next?.address ?? '-');
  };
  const moveRow = (row: RowPlace, to: number): void => {
    if (to < 0 || to >= rows.length) return;
    model.moveRow(field.key, row.rowId, to);
    announce(say('rowMoved', { row: to + 1 }));
  };
  const press = (event: KeyboardEvent, row: RowPlace): void => {
    if (!acting || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const focused = event.target as HTMLElement;
    moveRow(row, row.at + (event.key === 'ArrowUp' ? -1 : 1));
    requestAnimationFrame(() => focused.focus());
  };
  const hint = editable && field.extensible !== false ? countHint(field, say) : '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: its legend is the label of the field
    <div className="rows" ref={box} role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      {hint === '' ? null : <p className="hint">{hint}</p>}
      {rows.length === 0 && mode !== 'print' ? <p className="muted empty-rows">{say('emptyRows')}</p> : null}
      {rows.length === 0 && mode !== 'print' ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with keys
        // biome-ignore lint/a11y/useSemanticElements: a region that scrolls
        <div className="scroll" tabIndex={0} role="region" aria-labelledby={`${id}-label`}>
          <table className="ruled-rows">
            <thead>
              <tr>
                <th scope="col" className="row-number">
                  {say('rowNumber')}
                </th>
                {columns.map(({ column }) => (
                  <th key={column.id} scope="col">
                    {textIn(column.label, locale)}
                    {editable && column.required !== undefined && column.required !== false ? (
                      <span className="required-mark" aria-hidden="true">
                        {' *'}
                      </span>
                    ) : null}
                  </th>
                ))}
                {acting ? <th scope="col">{say('rowActions')}</th> : null}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.rowId} data-row={row.address} onKeyDown={(event) => press(event, row)}>
                  <th scope="row" className="row-number">
                    <span className="on-phone">{say('row', { row: row.at + 1 })}</span>
                    <span className="on-desk">{row.at + 1}</span>
                  </th>
                  {columns.map(({ column, index }) => (
                    <td key={column.id}>
                      <Cell column={column} part={model.cell(row, index)} at={row.at} />
                    </td>
                  ))}
                  {acting ? (
                    <td className="row-actions">
                      {own(row)?.removable === true ? (
                        <RowActions row={row} last={rows.length - 1} onMove={(to) => moveRow(row, to)} onRemove={() => removeRow(row)} />
                      ) : null}
                    </td>
                  ) : null}
                </tr>
              ))}
              {rows.length === 0 ? <BlankRows columns={columns.length} /> : null}
            </tbody>
          </table>
        </div>
      )}
      {extensible ? (
        <button
          className="button"
          type="button"
          ref={add}
          id={id}
          aria-disabled={verdict.addable !== true}
          onClick={() => (verdict.addable === true ? addRow() : undefined)}
        >
          <Icon name="plus" />
          {say('addRow')}
        </button>
      ) : null}
    </div>
  );
});

interface CellProps {
  readonly column: FormField;
  readonly part: Field;
  readonly at: number;
}

const Cell: ComponentType<CellProps> = observer(({ column, part, at }: CellProps) => {
  const { model, mode, locale, say, changes } = useScope();
  const { verdict } = model.dataOf(part);
  const id = part.address.toString().replaceAll('.', '-');
  const problems = model.shownProblems(part);
  const name = textIn(column.label, locale);
  const change = mode === 'print' ? undefined : changes.get(model.pathOf(part));
  const describedBy = [change === undefined ? '' : `${id}-change`, problems.length === 0 ? '' : `${id}-error`].filter((one) => one !== '');
  if (!verdict.visible) return null;
  return (
    <div className="row-cell" data-field={id}>
      <span className="on-phone label" aria-hidden="true">
        {name}
        {mode === 'fill' && verdict.required ? <span className="required-mark"> *</span> : null}
      </span>
      {mode === 'fill' && !verdict.readOnly ? (
        <FieldControl
          field={column}
          part={part}
          describedBy={describedBy.join(' ') || undefined}
          invalid={problems.length > 0}
          required={verdict.required}
          label={`${name} ${say('row', { row: at + 1 })}`}
          compact
        />
      ) : (
        <div className="value">
          <ValueText field={column} value={verdict.value} />
        </div>
      )}
      {change === undefined ? null : (
        <p className="before" id={`${id}-change`}>
          {say('before', { value: plainText(column, change.before, locale) || say('empty') })}
        </p>
      )}
      <Problems id={`${id}-error`} problems={problems} locale={locale} />
    </div>
  );
});

function RowActions({
  row,
  last,
  onMove,
  onRemove,
}: {
  readonly row: RowPlace;
  readonly last: number;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}): JSX.Element {
  const { say } = useScope();
  const action = (name: 'up' | 'down' | 'trash', label: string, off: boolean, run: () => void): JSX.Element => (
    <button
      className="button quiet icon-only"
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={off}
      onClick={() => (off ? undefined : run())}
    >
      <Icon name={name} />
    </button>
  );
  const number = { row: row.at + 1 };
  return (
    <>
      {action('up', say('moveUp', number), row.at === 0, () => onMove(row.at - 1))}
      {action('down', say('moveDown', number), row.at === last, () => onMove(row.at + 1))}
      {action('trash', say('removeRow', number), false, onRemove)}
    </>
  );
}

function BlankRows({ columns }: { readonly columns: number }): JSX.Element {
  return (
    <>
      {[1, 2, 3].map((row) => (
        <tr key={row}>
          {Array.from({ length: columns + 1 }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blank cells of paper
            <td key={column}>{column === 0 ? row : null}</td>
          ))}
        </tr>
      ))}
    </>
  );
}

/** A column stands in the table when it is visible in any row, or might be in the first. */
function isColumnShown({ model }: Scope, field: RowsField, rows: readonly RowPlace[], column: FormField): boolean {
  if (rows.length === 0)
    return !isJsonObject(model.session.context.access?.fields) || accessTo(model, `${field.id}/${column.id}`) !== 'hidden';
  return rows.some((row) => model.session.verdictOf(`${field.key}[${row.at}].${column.key}`)?.visible === true);
}

function accessTo({ session }: Scope['model'], accessId: string): string | undefined {
  return session.context.access?.fields?.[accessId];
}

function countHint({ minRows = 0, maxRows }: RowsField, say: Scope['say']): string {
  if (minRows > 0 && maxRows !== undefined) return say('rowsBetween', { min: minRows, max: maxRows });
  if (minRows > 0) return say('rowsMin', { min: minRows });
  return maxRows === undefined ? '' : say('rowsMax', { max: maxRows });
}
