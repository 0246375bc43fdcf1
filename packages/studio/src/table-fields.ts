/** What the conditions of a measure's tables can ask: the fields of its forms and its settings, as completion knows them. */
import { type FeelName, nameOfForm, nameOfSettings } from '@tongban/feel-parser';
import { type FormDocument, type Locale, type LocalText, type MeasureManifest, textIn } from '@tongban/model';
import type { TableContext, TableField } from '@tongban/table-designer';

/** Names that every expression of a measure may read. */
const NAMES = ['parameters', 'items', 'item', 'departments', 'lists', 'case', 'project', 'projectCheck', 'actor'];

/** The context of `<tb-table-designer>`. */
export function tableFields(manifest: MeasureManifest, forms: readonly FormDocument[], locale: Locale): TableContext {
  const words = (label: LocalText | string): string => (typeof label === 'string' ? label : textIn(label, locale));
  const ofForms = forms
    .map(nameOfForm)
    .flatMap((form) =>
      (form.entries ?? []).filter(isOneValue).map((field) => fieldOf(form, field, `${words(form.label)}：${words(field.label)}`, words)),
    );
  const settings = nameOfSettings(manifest.parameters);
  const ofSettings = (settings.entries ?? []).map((setting) => fieldOf(settings, setting, words(setting.label), words));
  return { fields: [...ofForms, ...ofSettings], names: [...NAMES, ...forms.map(({ key }) => key)] };
}

// what holds one value that a condition can compare
function isOneValue({ type }: FeelName): boolean {
  return type !== undefined && COMPARED.has(type);
}

const COMPARED: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'date']);

function fieldOf(of: FeelName, { name, type, values }: FeelName, label: string, words: (label: LocalText | string) => string): TableField {
  return {
    expression: `${of.name}.${name}`,
    label,
    ...(type === undefined || !COMPARED.has(type) ? {} : { type: { name: type } }),
    ...(values === undefined ? {} : { choices: values.map((value) => ({ value: textOf(value.feel), label: words(value.label) })) }),
  };
}

// `"A"` is the value A
function textOf(feel: string): string {
  return feel.startsWith('"') ? String(JSON.parse(feel)) : feel;
}
