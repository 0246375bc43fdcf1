/** Differences as sentences, with what stood there before and what stands there now where that can be said in words. */
import { type Flow, type FlowExtension, type FlowNode, type FlowScope, type SequenceFlow, textIn } from '@tongban/model';
import type { FlowChange, PropertyChange } from '@tongban/overlay';
import type { DiagramElement } from '../diagram/services.ts';
import { listMessages } from '../steps/list-messages.ts';
import { limitWords, performerWords } from '../steps/step-facts.ts';
import type { SurfaceHost } from '../surface-host.ts';
import { kindWord, lineWords, stepName } from '../words.ts';
import { compareMessages } from './compare-messages.ts';

type CompareWords = ReturnType<typeof compareMessages.for>;

/** A property that differs: its name, before, and now. Without `before` and `after` they are too long to say in a line. */
export interface PropertyLine {
  readonly property: string;
  readonly before?: string;
  readonly after?: string;
}

/** The words of the differences from one other version. */
export class ChangeWords {
  private readonly host: SurfaceHost;
  private readonly words: CompareWords;
  private readonly nodes: ReadonlyMap<string, FlowNode>;
  private readonly lines: ReadonlyMap<string, SequenceFlow>;

  constructor(host: SurfaceHost, words: CompareWords, other: Flow | undefined) {
    this.host = host;
    this.words = words;
    const scopes = (other?.processes ?? []).flatMap(scopesIn);
    this.nodes = new Map(scopes.flatMap(({ nodes }) => nodes.map((node) => [node.id, node] as const)));
    this.lines = new Map(scopes.flatMap(({ flows }) => flows.map((line) => [line.id, line] as const)));
  }

  /** What differs, in one sentence. */
  sentence(change: FlowChange): string {
    const { host, words } = this;
    const element = host.editor.element(change.id);
    const fallback = { sequenceFlow: 'line', process: 'process', lane: 'lane' } as const;
    const kind = element === undefined ? words(fallback[change.element as keyof typeof fallback] ?? 'step') : kindWord(host.t, element);
    const name = change.name ?? this.lineName(change.id, element) ?? words('unnamed');
    if (change.kind !== 'changed') return words(change.kind, { kind, name });
    return words('changed', { kind, name, properties: change.properties.map(({ property }) => propertyWord(words, property)).join('、') });
  }

  /** The properties of `change`, one line each. */
  properties({ properties }: FlowChange): readonly PropertyLine[] {
    return properties.map((change) => {
      const property = propertyWord(this.words, change.property);
      const [before, after] = [change.before, change.after].map((value) => this.value(change.property, value));
      return before === undefined || after === undefined ? { property } : { property, before, after };
    });
  }

  private value(property: PropertyChange['property'], value: unknown): string | undefined {
    const { host, words } = this;
    if (value === undefined || value === '') return words('nothing');
    if (typeof value === 'boolean') return words(value ? 'yes' : 'no');
    if (property.startsWith('extension.')) return extensionWords(host, words, property.slice('extension.'.length), value);
    if (typeof value !== 'string') return undefined;
    const said = REFERRING.has(property) ? this.nameAt(value) : value;
    return said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said;
  }

  // a line without a name is told by where it begins and leads
  private lineName(id: string, element: DiagramElement | undefined): string | undefined {
    if (element?.type === 'bpmn:SequenceFlow') return lineWords(this.host.t, element);
    const line = element === undefined ? this.lines.get(id) : undefined;
    return line === undefined ? undefined : this.host.t('lineFrom', { from: this.nameAt(line.source), to: this.nameAt(line.target) });
  }

  private nameAt(id: string): string {
    const element = this.host.editor.element(id);
    if (element !== undefined)
      return element.type === 'bpmn:SequenceFlow' ? lineWords(this.host.t, element) : stepName(this.host.t, element);
    return this.nodes.get(id)?.name ?? this.lineName(id, undefined) ?? id;
  }
}

/** Properties that name another element. */
const REFERRING: ReadonlySet<string> = new Set(['source', 'target', 'default', 'lane', 'scope', 'attachedTo']);

function scopesIn(scope: FlowScope): readonly FlowScope[] {
  return [scope, ...scope.nodes.flatMap(({ inner }) => (inner === undefined ? [] : scopesIn(inner)))];
}

function propertyWord(words: CompareWords, property: string): string {
  const key = `property.${property}`;
  return key in compareMessages.tables['zh-CN'] ? words(key as 'property.name') : words('other', { property });
}

const LONGEST = 80;

function extensionWords(host: SurfaceHost, words: CompareWords, part: string, value: unknown): string | undefined {
  const view = { words: listMessages.for(host), t: host.t, locale: host.locale, context: host.context };
  const extension = { [part]: value } as FlowExtension;
  switch (part as keyof FlowExtension) {
    case 'performer':
      return performerWords(view, extension);
    case 'clocks':
      return (extension.clocks ?? []).map((id) => limitWords(view, id)).join('、');
    case 'filings':
      return (extension.filings ?? [])
        .map(({ form, access }) => words('filing', { form: formName(host, form), access: words(`access.${access}`) }))
        .join('、');
    case 'outcomes':
      return (extension.outcomes?.choices ?? []).map(({ label }) => label).join('、');
    case 'rule':
      return extension.rule?.decision;
    case 'handler':
      return extension.handler?.name;
    case 'ending':
      return extension.ending === undefined ? undefined : host.t(`ending.${extension.ending}`);
    default:
      return undefined;
  }
}

function formName({ context, locale }: SurfaceHost, id: string): string {
  const form = context?.forms.find((one) => one.id === id);
  return form === undefined ? id : textIn(form.title, locale);
}
