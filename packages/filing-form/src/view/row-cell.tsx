/** One cell of repeating rows: its control or text, what it was before, and what is wrong with it. */
import type { Field } from '@formily/core';
import { observer } from '@formily/react';
import { type FormField, textIn } from '@tongban/model';
import type { ComponentType } from 'react';
import { FieldControl } from './field-control.tsx';
import { Problems } from './problems.tsx';
import { useScope } from './scope.ts';
import { plainText, ValueText } from './value-text.tsx';

/** What it shows. */
export interface RowCellProps {
  readonly column: FormField;
  readonly part: Field;
  readonly at: number;
}

/** See the module comment. It alone is drawn again when its value changes. */
export const RowCell: ComponentType<RowCellProps> = observer(({ column, part, at }: RowCellProps) => {
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
