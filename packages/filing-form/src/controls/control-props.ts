/** The contract between a field and its control. */
import type { FieldVerdict } from '@tongban/form';
import type { FormField, Json } from '@tongban/model';

/** The ids of a field's parts in its shadow root. */
export interface FieldIds {
  readonly control: string;
  readonly label: string;
}

/** What every control gets. */
export interface ControlProps<F extends FormField = FormField> {
  readonly field: F;
  /** As it was typed, valid or not. */
  readonly value: Json;
  readonly onChange: (value: Json) => void;
  readonly onLeave: () => void;
  readonly label: string;
  readonly ids: FieldIds;
  /** Ids of hint, old value and error. */
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
  readonly verdict: FieldVerdict;
  /** Whether it stands in the cell of a table: short of room, named by its column. */
  readonly compact: boolean;
}

/** The ARIA attributes of a control that is an input. */
export function inputAria({ describedBy, invalid, required, compact, label }: ControlProps): {
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
  readonly 'aria-label': string | undefined;
} {
  return {
    'aria-describedby': describedBy,
    'aria-invalid': invalid ? true : undefined,
    'aria-required': required ? true : undefined,
    'aria-label': compact ? label : undefined,
  };
}

/** What the box around several controls of a field says of itself, and hears when the focus leaves it. */
export function groupProps({ ids, label, compact, describedBy, onLeave }: ControlProps<never> | ControlProps): {
  readonly role: 'group';
  readonly 'aria-labelledby': string | undefined;
  readonly 'aria-label': string | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly onBlur: (event: React.FocusEvent) => void;
} {
  return {
    role: 'group',
    'aria-labelledby': compact ? undefined : ids.label,
    'aria-label': compact ? label : undefined,
    'aria-describedby': describedBy,
    onBlur: ({ currentTarget, relatedTarget }) => {
      if (!currentTarget.contains(relatedTarget as Node | null)) onLeave();
    },
  };
}
