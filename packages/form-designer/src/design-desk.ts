/** What the parts of the designer see and may do. */
import type { ClauseField, FormDocument, Locale, Problem } from '@tongban/model';
import type { FieldChanges } from './commands/change-field.ts';
import type { DesignCommand } from './design-command.ts';
import type { DesignWords } from './design-messages.ts';
import type { ChooseHow, ClickKeys } from './field-selection.ts';
import type { PlacedField } from './field-tree.ts';
import type { FormDesignContext } from './form-design-context.ts';

/** Handed to every part at every rendering. */
export interface DesignDesk {
  readonly form: FormDocument;
  readonly context: FormDesignContext;
  /** The selected field; `undefined` when it is the form itself. */
  readonly selected: PlacedField | undefined;
  /** Everything that is selected, in document order; the selected field is among it. */
  readonly chosen: readonly PlacedField[];
  readonly editable: boolean;
  readonly locale: Locale;
  readonly t: DesignWords;
  /** Whether the text of the clause was changed since the form was opened, and its version was not. */
  clauseChanged(field: ClauseField): boolean;
  problemsOf(id: string): readonly Problem[];
  run(command: DesignCommand | undefined): void;
  /** Changes properties of the selected field; `undefined` takes one away. */
  change(changes: FieldChanges): void;
  /** What is typed next is a step of its own. */
  endStep(): void;
  /** Selects a field; `''` selects the form. `also` adds it to what is selected or takes it away, `upTo` selects all up to it. */
  choose(id: string, how?: ChooseHow): void;
  /** What a click with these keys means. */
  howChosen(event: ClickKeys): ChooseHow;
}
