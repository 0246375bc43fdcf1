/**
 * Repeating rows: a table, and cards where there is no room for one. Rows are added, removed and moved by buttons and keys.
 * Of a long table only what is in sight is drawn; on paper all of it.
 */
import type { Field } from '@formily/core';
import { observer } from '@formily/react';
import type { FieldVerdict } from '@tongban/form';
import { type FormField, isJsonObject, type RowsField, textIn } from '@tongban/model';
import {
  type ComponentType,
  type FocusEvent,
  Fragment,
  type JSX,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import type { RowPlace } from '../filing-model.ts';
import { BlankRows } from './blank-rows.tsx';
import { GoneRows } from './changed.tsx';
import { Icon } from './icon.tsx';
import { RowActions } from './row-actions.tsx';
import { RowCell } from './row-cell.tsx';
import { useRowSight } from './row-sight.ts';
import { type Scope, useScope, useWatched } from './scope.ts';
import { ValueText } from './value-text.tsx';

/** What it shows. */
export interface RowsViewProps {
  readonly field: RowsField;
  readonly part: Field;
  readonly describedBy: string | undefined;
  readonly editable: boolean;
}

/** See the module comment. */
export const RowsView: ComponentType<RowsViewProps> = observer((props: RowsViewProps) => {
  const { verdict } = useScope().model.dataOf(props.part);
  return <Rows {...props} verdict={verdict} />;
});

/** Cells are made here, where nobody watches: what makes them must not count as what is shown. */
function Rows({ field, part, describedBy, editable, verdict }: RowsViewProps & { readonly verdict: FieldVerdict }): JSX.Element {
  const scope = useScope();
  const { model, say, locale, mode, announce } = scope;
  const shape = useWatched(model.shape);
  const rows = model.rows(field.key);
  const { drawn, rest, box, long, onScroll } = useRowSight(rows, mode === 'print');
  const id = part.address.toString();
  const add = useRef<HTMLButtonElement>(null);
  const [wanted, setWanted] = useState<string>();

  useEffect(() => {
    if (wanted === undefined) return;
    setWanted(undefined);
    const row = box.current?.querySelector(`[data-row="${CSS.escape(wanted)}"]`);
    const target = row?.querySelector<HTMLElement>('input, select, textarea, button') ?? add.current;
    target?.focus();
  }, [wanted, box]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: which columns are seen follows from the verdicts, which tell by these
  const columns = useMemo(
    () => field.columns.flatMap((column, index) => (isColumnShown(scope, field, rows, column) ? [{ column, index }] : [])),
    [model, field, rows, shape, verdict, mode],
  );
  const isNew = (row: RowPlace) => mode !== 'print' && scope.before !== undefined && scope.before.rowAt(field.key, row.rowId) === undefined;
  const own = (row: RowPlace) => model.session.verdictOf(`${field.key}[${row.at}]`);
  const extensible = editable && field.extensible !== false;
  const acting = extensible && rows.some((row) => own(row)?.removable === true);
  const goTo = (address: string | undefined): void => {
    model.rowAtHand.set(address);
    setWanted(address ?? NO_ROW);
  };
  const addRow = (): void => {
    const row = model.addRow(field.key);
    announce(say('rowAdded', { row: row.at + 1 }));
    goTo(row.address);
  };
  const removeRow = (row: RowPlace): void => {
    const next = rows[row.at + 1] ?? rows[row.at - 1];
    model.removeRow(field.key, row.rowId);
    announce(say('rowRemoved', { count: rows.length - 1 }));
    goTo(next?.address);
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
    // now: the next key may be pressed before the next frame is drawn
    flushSync(() => moveRow(row, row.at + (event.key === 'ArrowUp' ? -1 : 1)));
    focused.focus();
  };
  const hold = ({ target }: FocusEvent): void => {
    if (long) model.rowAtHand.set(target.closest<HTMLElement>('[data-row]')?.dataset['row']);
  };
  const cellOf = (row: RowPlace, column: FormField, index: number): ReactNode =>
    mode === 'print' ? (
      <PaperCell path={`${field.key}[${row.at}].${column.key}`} column={column} />
    ) : (
      <RowCell column={column} part={model.cell(row, index)} row={row} of={field.key} />
    );
  const hint = editable && field.extensible !== false ? countHint(field, say) : '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: its legend is the label of the field
    <div className="rows" role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      {hint === '' ? null : <p className="hint">{hint}</p>}
      {rows.length === 0 && mode !== 'print' ? <p className="muted empty-rows">{say('emptyRows')}</p> : null}
      {rows.length === 0 && mode !== 'print' ? null : (
        // biome-ignore lint/a11y/useSemanticElements: a region that scrolls
        <div
          className={long ? 'scroll long' : 'scroll'}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with keys
          tabIndex={0}
          role="region"
          aria-labelledby={`${id}-label`}
          ref={box}
          onScroll={onScroll}
        >
          <table className="ruled-rows" aria-rowcount={long ? rows.length + 1 : undefined}>
            <thead>
              <tr aria-rowindex={long ? 1 : undefined}>
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
            <tbody onFocus={hold}>
              {drawn.map(({ row, gap }) => (
                <Fragment key={row.rowId}>
                  <Gap height={gap} columns={columns.length} />
                  <tr data-row={row.address} aria-rowindex={long ? row.at + 2 : undefined} onKeyDown={(event) => press(event, row)}>
                    <th scope="row" className="row-number">
                      <span className="on-phone">{say('row', { row: row.at + 1 })}</span>
                      <span className="on-desk">{row.at + 1}</span>
                      {isNew(row) ? <span className="badge yellow">{say('rowNew')}</span> : null}
                    </th>
                    {columns.map(({ column, index }) => (
                      <td key={column.id}>{cellOf(row, column, index)}</td>
                    ))}
                    {acting ? (
                      <td className="row-actions">
                        {own(row)?.removable === true ? (
                          <RowActions row={row} last={rows.length - 1} onMove={(to) => moveRow(row, to)} onRemove={() => removeRow(row)} />
                        ) : null}
                      </td>
                    ) : null}
                  </tr>
                </Fragment>
              ))}
              <Gap height={rest} columns={columns.length} />
              {rows.length === 0 ? <BlankRows columns={columns.length} /> : null}
            </tbody>
          </table>
        </div>
      )}
      <GoneRows field={field} rows={rows} />
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
}

const NO_ROW = '-';

/** The place of rows that are not drawn. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }): JSX.Element | null {
  if (height === 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr className="row-gap" aria-hidden="true">
      <td colSpan={columns + 2} style={{ height }} />
    </tr>
  );
}

/** A cell on paper: of ten thousand rows all are printed, so it costs no more than its text. */
function PaperCell({ path, column }: { readonly path: string; readonly column: FormField }): JSX.Element | null {
  const verdict = useScope().model.session.verdictOf(path);
  if (verdict?.visible !== true) return null;
  return (
    <div className="row-cell">
      <div className="value">
        <ValueText field={column} value={verdict.value} compact />
      </div>
    </div>
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
