/** Materials: what is needed, what is there, what is promised for later and by when. A table on a desk, cards on a phone. */
import { formatDay } from '@tongban/element-kit';
import { dayOf, isJsonObject, type Json, type JsonObject, type Material, type MaterialsField, textIn } from '@tongban/model';
import type { JSX } from 'react';
import { type ControlProps, groupProps } from '../controls/control-props.ts';
import { DateControl } from '../controls/date-control.tsx';
import { FileList, FilesControl, filesOf } from '../controls/files-control.tsx';
import { BlankRows } from '../view/blank-rows.tsx';
import { useScope } from '../view/scope.ts';
import { moreMessages } from './more-messages.ts';

type State = 'files' | 'original' | 'promised' | 'missing';

/** The control of a list of materials. */
export function MaterialsControl(props: ControlProps<MaterialsField>): JSX.Element {
  const { value, onChange, verdict } = props;
  const { locale } = useScope();
  const say = moreMessages.in(locale);
  const materials = verdict.materials ?? [];
  const entries = entriesOf(value);
  const set = (id: string, entry: JsonObject | undefined): void => {
    const others = entries.filter((one) => one['material'] !== id);
    onChange(entry === undefined ? others : [...others, { ...entry, material: id }]);
  };
  return (
    <div className="materials" {...groupProps(props)}>
      {materials.length === 0 ? <p className="muted">{say('materialsNone')}</p> : null}
      <ol className="material-list">
        {materials.map((material, at) => (
          <MaterialLine
            key={material.id}
            {...props}
            material={material}
            at={at}
            entry={entries.find((one) => one['material'] === material.id)}
            set={(entry) => set(material.id, entry)}
          />
        ))}
      </ol>
      {materials.length === 0 ? null : (
        <p className="hint" role="status">
          {say('materialsSummary', countsOf(materials, entries))}
        </p>
      )}
    </div>
  );
}

function MaterialLine({
  material,
  entry,
  at,
  set,
  ...props
}: ControlProps<MaterialsField> & {
  readonly material: Material;
  readonly entry: JsonObject | undefined;
  readonly at: number;
  readonly set: (entry: JsonObject | undefined) => void;
}): JSX.Element {
  const { field, ids, verdict, invalid } = props;
  const { locale, files } = useScope();
  const say = moreMessages.in(locale);
  const name = textIn(material.name, locale);
  const state = stateOf(entry);
  const base = { id: field.id, key: field.key, label: material.name };
  const control = `${ids.control}${at === 0 ? '' : `-${at}`}`;
  const states: readonly State[] = [
    ...(files === undefined && state !== 'files' ? [] : (['files'] as const)),
    'original',
    ...(material.tolerable === true || state === 'promised' ? (['promised'] as const) : []),
  ];
  const wrong = invalid && material.needed && (state === 'missing' || (state === 'promised' && entry?.['by'] === undefined));
  return (
    <li className={`material ${state}`}>
      <div className="material-name">
        <span>{name}</span>
        <MaterialBadges material={material} />
      </div>
      <div className="material-how">
        <select
          className="select"
          id={control}
          aria-label={say('stateOf', { name })}
          aria-invalid={wrong ? true : undefined}
          value={state}
          onChange={(event) => set(event.currentTarget.value === 'missing' ? undefined : { state: event.currentTarget.value })}
        >
          <option value="missing">{say('stateMissing')}</option>
          {states.map((one) => (
            <option key={one} value={one}>
              {say(STATE_WORDS[one])}
            </option>
          ))}
        </select>
        {state === 'files' ? (
          <FilesControl
            {...props}
            field={{
              kind: 'files',
              ...base,
              ...(field.accept === undefined ? {} : { accept: field.accept }),
              ...(field.maxBytes === undefined ? {} : { maxBytes: field.maxBytes }),
            }}
            ids={{ control: `${control}-files`, label: ids.label }}
            value={entry?.['files'] ?? null}
            onChange={(list) => set({ state: 'files', files: list ?? [] })}
            onLeave={() => undefined}
            label={say('filesFor', { name })}
            compact
          />
        ) : null}
        {state === 'promised' ? (
          <DateControl
            {...props}
            field={{ kind: 'date', ...base }}
            ids={{ control: `${control}-by`, label: ids.label }}
            value={entry?.['by'] ?? null}
            onChange={(by) => set({ state: 'promised', ...(by === null ? {} : { by }) })}
            onLeave={() => undefined}
            label={say('promiseBy', { name })}
            invalid={wrong}
            required
            compact
          />
        ) : null}
        {state === 'promised' && verdict.latest !== undefined ? (
          <span className="hint">{say('promiseLatest', { day: formatDay(verdict.latest, locale) })}</span>
        ) : null}
      </div>
    </li>
  );
}

/** A list of materials to be read. */
export function MaterialsText({
  field,
  value,
  materials,
}: {
  readonly field: MaterialsField;
  readonly value: Json;
  readonly materials: readonly Material[] | undefined;
}): JSX.Element {
  const { locale, mode } = useScope();
  const say = moreMessages.in(locale);
  const entries = entriesOf(value);
  const listed = materials ?? field.materials ?? [];
  if (listed.length === 0 && mode !== 'print') return <span className="muted">{say('materialsNone')}</span>;
  return (
    <table className="ruled-rows material-table">
      <thead>
        <tr>
          <th scope="col" className="row-number">
            {say('number')}
          </th>
          <th scope="col">{say('material')}</th>
          <th scope="col">{say('demand')}</th>
          <th scope="col">{say('state')}</th>
        </tr>
      </thead>
      <tbody>
        {listed.map((material, at) => {
          const entry = entries.find((one) => one['material'] === material.id);
          return (
            <tr key={material.id}>
              <th scope="row" className="row-number">
                {at + 1}
              </th>
              <td>{textIn(material.name, locale)}</td>
              <td>
                {mode === 'print' ? (
                  say(material.needed ? (material.tolerable === true ? 'tolerable' : 'needed') : 'optional')
                ) : (
                  <MaterialBadges material={material} />
                )}
              </td>
              <td>
                <StateText entry={entry} />
              </td>
            </tr>
          );
        })}
        {listed.length === 0 ? <BlankRows columns={3} /> : null}
      </tbody>
    </table>
  );
}

function StateText({ entry }: { readonly entry: JsonObject | undefined }): JSX.Element | null {
  const { locale, mode } = useScope();
  const say = moreMessages.in(locale);
  const state = stateOf(entry);
  if (state === 'files') return <FileList files={filesOf(entry?.['files'] ?? null)} />;
  if (state === 'original') return <>{say('readOriginal')}</>;
  const by = dayOf(entry?.['by'] ?? null);
  if (state === 'promised') return <>{by === undefined ? say('readPromisedOpen') : say('readPromised', { day: formatDay(by, locale) })}</>;
  return mode === 'print' ? null : <span className="muted">{say('stateMissing')}</span>;
}

function MaterialBadges({ material }: { readonly material: Material }): JSX.Element {
  const { locale } = useScope();
  const say = moreMessages.in(locale);
  return (
    <span className="material-badges">
      <span className="badge">{say(material.needed ? 'needed' : 'optional')}</span>
      {material.tolerable === true ? <span className="badge yellow">{say('tolerable')}</span> : null}
    </span>
  );
}

const STATE_WORDS = { files: 'stateFiles', original: 'stateOriginal', promised: 'statePromised', missing: 'stateMissing' } as const;

function stateOf(entry: JsonObject | undefined): State {
  const state = entry?.['state'];
  return state === 'files' || state === 'original' || state === 'promised' ? state : 'missing';
}

function entriesOf(value: Json): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];
}

function countsOf(
  materials: readonly Material[],
  entries: readonly JsonObject[],
): { readonly all: number; readonly given: number; readonly promised: number; readonly missing: number } {
  const states = materials.map(({ id, needed }) => {
    const entry = entries.find((one) => one['material'] === id);
    const state = stateOf(entry);
    const empty = state === 'missing' || (state === 'files' && filesOf(entry?.['files'] ?? null).length === 0);
    return empty ? (needed ? 'missing' : 'left') : state === 'promised' ? 'promised' : 'given';
  });
  const count = (name: string): number => states.filter((state) => state === name).length;
  return { all: materials.length, given: count('given'), promised: count('promised'), missing: count('missing') };
}
