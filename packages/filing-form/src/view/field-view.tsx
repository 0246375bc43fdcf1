/** One field: its label, hint, control or text, what it was before, and what is wrong with it. */
import type { Field } from '@formily/core';
import { observer } from '@formily/react';
import { type FormField, textIn } from '@tongban/model';
import type { ComponentType, JSX, ReactNode } from 'react';
import { BeforeLine, beforeOf, ChangedBadge } from './changed.tsx';
import { FieldControl } from './field-control.tsx';
import { Problems } from './problems.tsx';
import { RowsView } from './rows-view.tsx';
import { useScope } from './scope.ts';
import { ValueText } from './value-text.tsx';

/** Kinds whose label names a group of controls, not one of them. */
const GROUPS: ReadonlySet<FormField['kind']> = new Set([
  'radio',
  'checkboxes',
  'items',
  'files',
  'rows',
  'opinion',
  'signature',
  'seal',
  'clause',
  'dateRange',
  'region',
  'materials',
]);

/** What a field view shows. */
export interface FieldViewProps {
  readonly field: FormField;
  /** Its part in Formily's model. */
  readonly part: Field;
  /** In the ruled table: label and value are two cells. */
  readonly ruled: boolean;
  readonly wide: boolean;
}

/** See the module comment. It alone is drawn again when its field changes. */
export const FieldView: ComponentType<FieldViewProps> = observer(({ field, part, ruled, wide }: FieldViewProps) => {
  const scope = useScope();
  const { model, say, locale, mode } = scope;
  const { verdict } = model.dataOf(part);
  const id = part.address.toString().replaceAll('.', '-');
  const problems = model.shownProblems(part);
  const path = model.pathOf(part);
  const editable = mode === 'fill' && !verdict.readOnly;
  const help = editable || mode === 'read' ? textIn(field.help, locale) : '';
  const { value } = model.dataOf(part);
  const then = beforeOf(scope, field, value);
  const carried = mode === 'fill' ? scope.carried.get(path) : undefined;
  const Note = carried === undefined ? undefined : scope.more?.CarriedNote;
  const describedBy = [
    editable && help !== '' ? `${id}-hint` : '',
    then === undefined ? '' : `${id}-change`,
    Note === undefined ? '' : `${id}-carried`,
    problems.length === 0 ? '' : `${id}-error`,
  ]
    .filter((one) => one !== '')
    .join(' ');
  const label = textIn(field.label, locale);
  const unit = 'unit' in field && field.unit !== undefined && mode === 'print' ? `（${field.unit}）` : '';
  const required = editable && verdict.required;
  const grouped = GROUPS.has(field.kind) || !editable;
  const words = (
    <>
      <LabelWords text={`${label}${unit}`} />
      {required && field.kind !== 'clause' ? (
        <>
          <span className="required-mark" aria-hidden="true">
            {' *'}
          </span>
          {grouped ? <span className="visually-hidden">（{say('required')}）</span> : null}
        </>
      ) : null}
      {then === undefined ? null : <ChangedBadge field={field} then={then} now={value} />}
    </>
  );
  const heading = grouped ? (
    <span className="label" id={`${id}-label`}>
      {words}
    </span>
  ) : (
    <label className="label" id={`${id}-label`} htmlFor={id}>
      {words}
    </label>
  );
  const body = (
    <>
      {help === '' || !editable ? null : (
        <p className="hint" id={`${id}-hint`}>
          {help}
        </p>
      )}
      {field.kind === 'rows' ? (
        <RowsView field={field} part={part} describedBy={describedBy || undefined} editable={editable} />
      ) : editable ? (
        <FieldControl
          field={field}
          part={part}
          describedBy={describedBy || undefined}
          invalid={problems.length > 0}
          required={required}
          label={label}
          compact={false}
        />
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a value with its label, not controls
        <div className="value" role="group" aria-labelledby={`${id}-label`}>
          <ValueText field={field} value={verdict.value} materials={verdict.materials} />
        </div>
      )}
      {then === undefined ? null : <BeforeLine id={`${id}-change`} field={field} then={then} />}
      {Note === undefined || carried === undefined ? null : (
        <Note {...{ field, carried, value, id: `${id}-carried` }} onUse={editable ? (value) => void part.onInput(value) : undefined} />
      )}
      <Problems id={`${id}-error`} problems={problems} locale={locale} />
    </>
  );
  return (
    <Frame ruled={ruled} wide={wide} id={id} kind={field.kind} heading={heading}>
      {body}
    </Frame>
  );
});

/** A label whose closing parenthesis is not torn apart: 申请单位 / （盖章）. */
function LabelWords({ text }: { readonly text: string }): JSX.Element {
  const [, head = '', tail = ''] = /^(.{2,7})(（[^（）]{1,8}）)$/.exec(text) ?? [];
  if (tail === '') return <>{text}</>;
  return (
    <>
      <span className="unbroken">{head}</span>
      <span className="unbroken">{tail}</span>
    </>
  );
}

function Frame({
  ruled,
  wide,
  id,
  kind,
  heading,
  children,
}: {
  readonly ruled: boolean;
  readonly wide: boolean;
  readonly id: string;
  readonly kind: string;
  readonly heading: ReactNode;
  readonly children: ReactNode;
}): JSX.Element {
  if (!ruled) {
    return (
      <div className={`field kind-${kind}`} data-field={id}>
        {heading}
        {children}
      </div>
    );
  }
  const across = kind === 'rows' || kind === 'clause' || kind === 'materials';
  return (
    <div className={`cell kind-${kind}${wide ? ' wide' : ''}${across ? ' across' : ''}`} data-field={id}>
      <div className="cell-label">{heading}</div>
      <div className="cell-value">{children}</div>
    </div>
  );
}
