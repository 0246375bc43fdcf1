/** Templates of slips, notices and certificates, and what they become when issued. Text holds FEEL between `{{` and `}}`. */
import type { FeelExpression } from './feel-tree.ts';
import type { LocalText } from './text.ts';

/** A template as it stands in `documents/*.document.json`. */
export interface DocumentTemplate {
  readonly formatVersion: 1;
  readonly id: string;
  readonly title: LocalText;
  /** Numbering, e.g. `模拟审批〔{year}〕{serial}号`; serials are consecutive per tenant, series and year. */
  readonly number?: { readonly series: string; readonly pattern: string };
  /** Printed across the page, e.g. 模拟; a document with a mark has no legal effect. */
  readonly mark?: LocalText;
  /** How long it is valid, ISO 8601 duration such as `P1Y`; FEEL over parameters when it starts with `=`. */
  readonly validity?: string;
  readonly blocks: readonly DocumentBlock<string>[];
}

/** A block of a document; `Text` is text with placeholders in a template, plain text in an issued document. */
export type DocumentBlock<Text> =
  | { readonly kind: 'heading' | 'paragraph' | 'addressee' | 'closing'; readonly text: Text }
  | { readonly kind: 'list'; readonly ordered?: boolean; readonly each?: string; readonly item: Text }
  | { readonly kind: 'table'; readonly head: readonly Text[]; readonly each?: string; readonly row: readonly Text[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: Text, value: Text])[] };

/** A template whose expressions are parsed, by their text. */
export interface CompiledTemplate {
  readonly template: DocumentTemplate;
  readonly expressions: Readonly<Record<string, FeelExpression>>;
}

/** A block with its texts filled in; lists and tables have all their rows. */
export type FilledBlock =
  | { readonly kind: 'heading' | 'paragraph' | 'addressee' | 'closing'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] };

/** The content of an issued document. */
export interface FilledDocument {
  readonly title: string;
  readonly number?: string;
  readonly mark?: string;
  readonly blocks: readonly FilledBlock[];
}
