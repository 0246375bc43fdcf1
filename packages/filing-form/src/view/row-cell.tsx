/** One cell of repeating rows: its control or text, what it was before, and what is wrong with it. */
import type { Field } from '@formily/core';
import { observer } from '@formily/react';
import { type FormField, textIn } from '@tongban/model';
import type { ComponentType } from 'react';
import type { RowPlace } from '../filing-model.ts';
import { BeforeLine, beforeOf, ChangedBadge } from './changed.tsx';
import { FieldControl } from './field-control.tsx';
import { Problems } from './problems.tsx';
import { useScope } from './scope.ts';
import { ValueText } from './value-text.tsx';

/** What it shows. */
export interface RowCellProps {
  readonly column: FormField;
  readonly part: Field;
  /** The row, and the table it is of. */
  readonly row: RowPlace;
  readonly of: string;
}

/** See the module comment. It alone is drawn again when its value changes. */
export const RowCell: ComponentType<RowCellProps> = observer(({ column, part, row, of }: RowCellProps) => {
  const scope = useScope();
  const { model, mode, locale, say } = scope;
  const { verdict, value } = model.dataOf(part);
  const id = part.address.toString().replaceAll('.', '-');
  const problems = model.shownProblems(part);
  const name = textIn(column.label, locale);
  const then = beforeOf(scope, column, value, { of, place: row });
  const describedBy = [then === undefined ? '' : `${id}-change`, problems.length === 0 ? '' : `${id}-error`].filter((one) => one !== '');
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
          label={`${name} ${say('row', { row: row.at + 1 })}`}
          compact
        />
      ) : (
        <div className="value">
          <ValueText field={column} value={verdict.value} />
        </div>
      )}
      {then === undefined ? null : (
        <>
          <div>
            <ChangedBadge field={column} then={then} now={value} />
          </div>
          <BeforeLine id={`${id}-change`} field={column} then={then} />
        </>
      )}
      <Problems id={`${id}-error`} problems={problems} locale={locale} />
    </div>
  );
});
