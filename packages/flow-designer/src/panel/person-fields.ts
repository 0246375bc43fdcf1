/** 具体到人: the starter or their superior, whoever a form or an earlier step names, people of the host's directory, or an expression. */
import { tongbanConfiguration } from '@tongban/element-kit';
import { type FeelName, nameAt } from '@tongban/feel-parser';
import { textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { nameOf } from '../diagram/kinds.ts';
import { feelField, selectField } from './fields.ts';
import type { PanelView } from './panel-view.ts';

type Way = 'none' | 'starter' | 'superior' | 'field' | 'picked' | 'feel';

const STARTER = 'case.starter.id';
const SUPERIOR = 'case.starter.superior';

/** The fields; `person` is FEEL giving the id of a person or a list of them. */
export function personFields(view: PanelView, id: string, person: string, onChange: (person: string | undefined) => void): TemplateResult {
  const { words } = view;
  const way = (view.chosen.get(id) as Way | undefined) ?? wayOf(view, person);
  const ways: readonly Way[] = [
    'none',
    'starter',
    'superior',
    'field',
    ...(canPick() || way === 'picked' ? (['picked'] as const) : []),
    'feel',
  ];
  const choose = (next: Way): void => {
    view.choose(id, next);
    if (next === 'none') onChange(undefined);
    else if (next === 'starter') onChange(STARTER);
    else if (next === 'superior') onChange(SUPERIOR);
    else if (next === 'picked') void pick(view, id, person, onChange);
  };
  return html`${selectField(view, {
    id: `${id}-way`,
    help: 'way',
    label: words('person'),
    value: way,
    choices: ways.map((one) => [one, words(`person.${one}`)] as const),
    onChange: (one) => choose(one as Way),
  })}
  ${way === 'field' ? fieldChoice(view, id, person, onChange) : nothing}
  ${way === 'picked' ? pickedPeople(view, id, person, onChange) : nothing}
  ${way === 'feel' ? feelField(view, { id, label: words('person.feel'), value: person, hint: words('personFieldHint'), onChange }) : nothing}`;
}

function wayOf({ names }: PanelView, person: string): Way {
  if (person === '') return 'none';
  if (person === STARTER) return 'starter';
  if (person === SUPERIOR) return 'superior';
  if (pickedIds(person) !== undefined) return 'picked';
  return nameAt(names, person.split('.')) === undefined ? 'feel' : 'field';
}

function fieldChoice(view: PanelView, id: string, person: string, onChange: (person: string) => void): TemplateResult {
  const { words, names, locale } = view;
  const fields = peopleFields(names, '', '', locale);
  if (fields.length === 0) return html`<p class="muted">${words('noField')}</p>`;
  return html`<tb-combobox
    id=${id}
    label=${words('personField')}
    hint=${words('personFieldHint')}
    .options=${fields}
    .value=${person}
    ?disabled=${view.readonly}
    @tb-combobox-change=${(event: Event & { readonly value: string }) => {
      event.stopPropagation();
      onChange(event.value);
    }}
  ></tb-combobox>`;
}

interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}

// whatever may hold an id or a list of ids: texts and lists, of forms and of variables
function peopleFields(names: readonly FeelName[], path: string, within: string, locale: PanelView['locale']): readonly FieldOption[] {
  return names.flatMap(({ name, label, type, entries, values }): readonly FieldOption[] => {
    if (path === '' && SURROUNDINGS.has(name)) return [];
    const words = textIn(label, locale);
    const value = `${path}${name}`;
    if (type === 'context') return peopleFields(entries ?? [], `${value}.`, within === '' ? words : `${within} · ${words}`, locale);
    const fits = values === undefined && (type === undefined || type === 'string' || (type === 'list' && entries === undefined));
    return fits ? [{ value, label: words, hint: within }] : [];
  });
}

const SURROUNDINGS: ReadonlySet<string> = new Set(['case', 'parameters', 'items', 'departments', 'loopCounter']);

function pickedPeople(view: PanelView, id: string, person: string, onChange: (person: string) => void): TemplateResult {
  const ids = pickedIds(person) ?? [];
  return html`<div class="field" id=${id}>
    ${ids.map((one) => html`<span class=${NAMES.has(one) ? '' : 'mono'} data-person=${one}>${NAMES.get(one) ?? until(nameOfPerson(one), one)}</span>`)}
    ${view.readonly || !canPick() ? nothing : html`<button type="button" class="button" @click=${() => void pick(view, id, person, onChange)}>${view.words('pick')}</button>`}
  </div>`;
}

async function pick(view: PanelView, id: string, person: string, onChange: (person: string) => void): Promise<void> {
  const { people } = tongbanConfiguration().pickers;
  const anchor = view.editor.get('canvas').getContainer();
  const title = view.words('pickTitle', { step: nameOf(view.element) || view.element.id });
  const picked = await people?.({ title, multiple: true, selected: pickedIds(person) ?? [], anchor });
  if (picked === undefined) return;
  for (const { id: one, name } of picked) NAMES.set(one, name);
  view.choose(id, 'picked');
  const [first] = picked;
  onChange(
    picked.length === 1 && first !== undefined
      ? JSON.stringify(first.id)
      : `[${picked.map(({ id: one }) => JSON.stringify(one)).join(', ')}]`,
  );
}

/** What people are called who were picked, or whom the host named; the flow holds their ids only. */
const NAMES = new Map<string, string>();
const ASKED = new Map<string, Promise<string>>();

// the host's directory is asked once for each id that nobody picked on this page
function nameOfPerson(id: string): Promise<string> {
  const { named } = tongbanConfiguration().pickers;
  if (named === undefined) return Promise.resolve(id);
  const known =
    ASKED.get(id) ??
    named([id]).then(
      (found) => {
        const name = found.find((person) => person.id === id)?.name;
        if (name !== undefined) NAMES.set(id, name);
        return name ?? id;
      },
      () => id,
    );
  ASKED.set(id, known);
  return known;
}

function canPick(): boolean {
  return tongbanConfiguration().pickers.people !== undefined;
}

// `"a"` or `["a", "b"]`
function pickedIds(person: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(person);
    if (typeof value === 'string') return [value];
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}
