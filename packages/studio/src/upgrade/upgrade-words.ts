/** What an upgrade changes, in the words of those who look after a measure. */
import { formatDuration } from '@tongban/element-kit';
import { isJsonObject, type Json, type LimitUnit, type Locale, type MeasureManifest, textIn } from '@tongban/model';
import type { MeasureChange, UpgradeConflict } from '@tongban/overlay';
import { LIMIT_UNITS } from '../limit-units.ts';
import { studioMessages } from '../studio-messages.ts';
import { upgradeMessages } from './upgrade-messages.ts';

type Translate = ReturnType<typeof upgradeMessages.for>;

/** What is needed to name things: steps by their ids, roles, departments and limits by theirs, forms by their files. */
export interface UpgradeNames {
  readonly manifest: MeasureManifest;
  readonly steps: ReadonlyMap<string, string>;
  readonly forms: ReadonlyMap<string, string>;
}

/** A thing with an id, in a file. */
type Named = Pick<UpgradeConflict, 'file' | 'kind' | 'name' | 'partId'>;

/** Sentences about an upgrade. */
export class UpgradeWords {
  private readonly t: Translate;
  private readonly locale: Locale;
  private readonly names: UpgradeNames;

  constructor(t: Translate, locale: Locale, names: UpgradeNames) {
    this.t = t;
    this.locale = locale;
    this.names = names;
  }

  /** 时限“审查”; of a field, with its form. */
  what({ file, kind, name, partId }: Named): string {
    const { t, names } = this;
    const form = names.forms.get(file);
    const inForm = form === undefined ? '' : `${t('partOf', { form })} `;
    if (kind === 'file' && partId === '' && name === file && form === undefined && file !== MANIFEST) return t('wholeFile', { name });
    const isFile = partId === '' || partId === name || (kind === 'file' && file === MANIFEST);
    if (kind === 'file') return form === undefined && isFile ? t('kind.file') : (inForm || t('kind.file')).trim();
    return `${inForm}${t('changedKind', { kind: this.kind(kind, form !== undefined), name })}`;
  }

  /** What is to be chosen. */
  subject(conflict: UpgradeConflict): string {
    const what = this.what(conflict);
    return conflict.property === undefined ? what : this.t('changedProperty', { what, property: this.property(conflict.property) });
  }

  /** What one side did, in a sentence. */
  sentence(change: MeasureChange): string {
    const { t } = this;
    const what = this.what({ ...change, kind: change.element });
    if (change.kind === 'added') return t('addedPart', { what });
    if (change.kind === 'removed') return t('removedPart', { what });
    if (change.kind === 'moved') return t('changedProperty', { what, property: t('moved') });
    const told = change.properties.map(({ property, before, after }) =>
      t('became', {
        property: this.property(property),
        before: this.value(property, before, change.partId),
        after: this.value(property, after, change.partId),
      }),
    );
    return told.length === 0 ? what : t('changedProperty', { what, property: told.join('；') });
  }

  property(property: string): string {
    const [, plain = property] = /^([^/]*)/.exec(property) ?? [];
    const key = `property.${plain}`;
    return Object.hasOwn(upgradeMessages.tables['zh-CN'], key)
      ? this.t(key as 'property.name')
      : this.t('otherProperty', { property: plain });
  }

  /** What a property says; the amount of a limit with its unit, when the limit is named. */
  value(property: string, value: unknown, limit = ''): string {
    const { t, locale, names } = this;
    if (value === undefined || value === null || value === '') return t('nothing');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number') return property === 'amount' ? this.amount(value, limit) : String(value);
    if (typeof value === 'string') {
      if (property === 'unit' && isUnit(value)) return studioMessages.in(locale)(value);
      return shortened(names.steps.get(value) ?? value);
    }
    if (isJsonObject(value) && typeof value['zh-CN'] === 'string') return textIn(value as { 'zh-CN': string }, locale);
    if (Array.isArray(value) && value.every((entry) => typeof entry === 'string'))
      return shortened(value.map((id) => names.steps.get(id) ?? id).join('、'));
    if (Array.isArray(value) && value.every(isElement)) {
      const told = value.map((element) => this.element(element)).filter((text) => text !== '');
      return told.length === 0 ? t('inPicture') : shortened(told.join('；'));
    }
    return t('inPicture');
  }

  private amount(amount: number, limit: string): string {
    const unit = this.names.manifest.limits.find(({ id }) => id === limit)?.unit;
    return unit !== undefined && isUnit(unit) ? formatDuration(amount, unit, this.locale) : String(amount);
  }

  // what an element of the file says: roles, departments, limits and forms by their names
  private element([name, attributes, ...children]: XmlText): string {
    const { manifest, forms, steps } = this.names;
    const local = name.slice(name.indexOf(':') + 1);
    const named = (list: readonly { readonly id: string; readonly name: unknown }[], id: string): string => {
      const found = list.find((one) => one.id === id)?.name;
      return typeof found === 'string' ? found : isJsonObject(found as Json) ? textIn(found as { 'zh-CN': string }, this.locale) : id;
    };
    const own = Object.entries(attributes).flatMap(([key, value]) => {
      if (key === 'id' || key.startsWith('xsi:')) return [];
      if (key === 'role' || key === 'roles') return [named(manifest.roles, value)];
      if (key === 'department') return [named(manifest.departments, value)];
      if (key === 'limit') return [named(manifest.limits, value)];
      if (key === 'form') return [[...forms.values()].find((title) => title === value) ?? value];
      return [steps.get(value) ?? value];
    });
    const inner = children.map((child) => (typeof child === 'string' ? child.trim() : this.element(child))).filter((text) => text !== '');
    return [...(local === 'text' ? [] : own), ...inner].join('，');
  }

  private kind(kind: string, inForm: boolean): string {
    const { t } = this;
    const key = `kind.${kind}`;
    if (Object.hasOwn(upgradeMessages.tables['zh-CN'], key)) return t(key as 'kind.limits');
    if (inForm) return t('kind.field');
    if (kind === 'sequenceFlow' || kind === 'messageFlow' || kind === 'association') return t('kind.line');
    if (kind === 'definitions') return t('kind.flowFile');
    if (kind === 'participant' || kind === 'collaboration') return t('kind.process');
    if (/Event$/.test(kind)) return t('kind.event');
    if (/Gateway$/.test(kind)) return t('kind.gateway');
    return /[tT]ask$|Activity$|[pP]rocess$|transaction/.test(kind) ? t('kind.step') : t('kind.other');
  }
}

// A draft may say anything.
function isUnit(text: string): text is LimitUnit {
  return LIMIT_UNITS.some((unit) => unit === text);
}

const MANIFEST = 'measure.json';
const LONGEST = 80;

type XmlText = readonly [name: string, attributes: Readonly<Record<string, string>>, ...children: (XmlText | string)[]];

function isElement(value: unknown): value is XmlText {
  return Array.isArray(value) && typeof value[0] === 'string' && isJsonObject(value[1]);
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
