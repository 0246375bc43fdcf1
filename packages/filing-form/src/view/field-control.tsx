/** The control of a field, by its kind: takes a value, gives a value, knows nothing of Formily. */
import type { Field } from '@formily/core';
import { observer } from '@formily/react';
import type { FormField } from '@tongban/model';
import type { ComponentType } from 'react';
import { CheckboxesControl, RadioControl, SelectControl } from '../controls/choice-control.tsx';
import { ClauseControl } from '../controls/clause-control.tsx';
import type { ControlProps } from '../controls/control-props.ts';
import { DateControl } from '../controls/date-control.tsx';
import { FilesControl } from '../controls/files-control.tsx';
import { NumberControl } from '../controls/number-control.tsx';
import { OpinionControl } from '../controls/opinion-control.tsx';
import { SignatureControl } from '../controls/signature-control.tsx';
import { TextControl } from '../controls/text-control.tsx';
import { useScope } from './scope.ts';

/** The kinds that every form has at hand; others come with `more-kinds.ts`. */
const CONTROLS: Readonly<Partial<Record<FormField['kind'], ComponentType<ControlProps<never>>>>> = {
  text: TextControl,
  longText: TextControl,
  phone: TextControl,
  uscc: TextControl,
  idNumber: TextControl,
  projectCode: TextControl,
  number: NumberControl,
  money: NumberControl,
  date: DateControl,
  radio: RadioControl,
  select: SelectControl,
  checkboxes: CheckboxesControl,
  files: FilesControl,
  opinion: OpinionControl,
  signature: SignatureControl,
  seal: SignatureControl,
  clause: ClauseControl,
};

/** The control of a field of the form or of a cell. */
export const FieldControl: ComponentType<{
  readonly field: FormField;
  readonly part: Field;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
  readonly label: string;
  readonly compact: boolean;
}> = observer(({ field, part, ...rest }) => {
  const { model, more } = useScope();
  const { verdict, value } = model.dataOf(part);
  const id = part.address.toString().replaceAll('.', '-');
  const Kind = (CONTROLS[field.kind] ?? more?.moreControls[field.kind]) as ComponentType<ControlProps> | undefined;
  if (Kind === undefined) return null;
  return (
    <Kind
      field={field}
      value={value}
      verdict={verdict}
      ids={{ control: id, label: `${id}-label` }}
      onChange={(next) => void part.onInput(next)}
      onLeave={() => void part.onBlur()}
      {...rest}
    />
  );
});
