/** The whole form: title, summary of what is wrong, fields in their layout. */
import { layoutRows } from '@tongban/form';
import { type FormField, type SectionField, textIn } from '@tongban/model';
import { Fragment, type JSX, type KeyboardEvent } from 'react';
import { FieldView } from './field-view.tsx';
import { ProblemSummary } from './problem-summary.tsx';
import { type Scope, ScopeContext, useScope, useWatched } from './scope.ts';

/** What the form asks of its element. */
export interface FormViewProps {
  readonly scope: Scope;
  readonly onSubmitRequest: () => void;
}

/** See the module comment. */
export function FormView({ scope, onSubmitRequest }: FormViewProps): JSX.Element {
  const { document } = scope.model;
  const { mode, locale } = scope;
  const ruled = document.layout === 'bordered';
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    (event.target as HTMLElement).blur();
    onSubmitRequest();
  };
  const note = textIn(document.note, locale);
  const Steps = document.steps === true && mode === 'fill' ? scope.more?.StepsView : undefined;
  return (
    <ScopeContext.Provider value={scope}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl + Enter works in every field */}
      <div className={`form ${ruled ? 'bordered' : 'stacked'} ${mode}`} part="form" onKeyDown={press}>
        <h2 className="title" part="title">
          {textIn(document.title, locale)}
        </h2>
        {mode === 'print' || note === '' || ruled ? null : <p className="note">{note}</p>}
        {mode === 'fill' ? <ProblemSummary /> : null}
        {Steps === undefined ? <FieldList fields={document.fields} ruled={ruled} level={3} /> : <Steps List={StepFields} />}
        {note === '' || !(ruled || mode === 'print') ? null : <p className="note">{note}</p>}
      </div>
    </ScopeContext.Provider>
  );
}

/** The fields of one step. */
function StepFields({ fields }: { readonly fields: readonly FormField[] }): JSX.Element {
  const { model } = useScope();
  return <FieldList fields={fields} ruled={model.document.layout === 'bordered'} level={4} />;
}

interface FieldListProps {
  readonly fields: readonly FormField[];
  readonly ruled: boolean;
  readonly level: number;
}

function FieldList({ fields, ruled, level }: FieldListProps): JSX.Element {
  const { model } = useScope();
  useWatched(model.shape);
  const visible = fields.filter(({ key }) => model.isVisible(key));
  const laidOut = ruled ? layoutRows(visible) : visible.map((field) => ({ field, wide: true }));
  const list = laidOut.map(({ field, wide }) => (
    <Fragment key={field.id}>
      {field.kind === 'section' ? (
        <Section field={field} ruled={ruled} level={level} />
      ) : field.kind === 'note' ? (
        <Note field={field} ruled={ruled} />
      ) : (
        <FieldView field={field} part={model.field(field.key)} ruled={ruled} wide={wide} />
      )}
    </Fragment>
  ));
  return <div className={ruled ? 'sheet' : 'column'}>{list}</div>;
}

function Section({ field, ruled, level }: { readonly field: SectionField; readonly ruled: boolean; readonly level: number }): JSX.Element {
  const { model, locale, mode } = useScope();
  const id = `${model.addressOf(field.key)}-heading`;
  const Heading = `h${Math.min(level, 6)}` as 'h3';
  const help = mode === 'print' ? '' : textIn(field.help, locale);
  return (
    <section className="section" aria-labelledby={id}>
      <Heading className="section-title" id={id}>
        {textIn(field.label, locale)}
      </Heading>
      {help === '' ? null : <p className="hint">{help}</p>}
      <FieldList fields={field.fields} ruled={ruled} level={level + 1} />
    </section>
  );
}

function Note({ field, ruled }: { readonly field: Extract<FormField, { readonly kind: 'note' }>; readonly ruled: boolean }): JSX.Element {
  const { locale } = useScope();
  return <p className={ruled ? 'cell note-cell prose' : 'note-field prose'}>{textIn(field.text, locale)}</p>;
}
