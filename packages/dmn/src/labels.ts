/**
 * Headings in other languages. DMN has one label per element, so they stand in its extension elements:
 * `<tb:label lang="en">Score</tb:label>`; those of remark columns stand in the table, since DMN gives remark columns no extensions.
 */
import type { DecisionLabels } from '@tongban/model';
import { create, isDmn } from './dmn-element.ts';
import { charactersOf, isElement, type XmlElement, type XmlNode } from './xml/xml-node.ts';

const NAMESPACE = 'https://tongban.dev/schema/dmn/1';

/** The labels of an element, as a part of what is read of it. */
export function labelsAt(element: XmlElement): { readonly labels?: DecisionLabels } {
  const labels = labelsOf(labelElements(element.children).filter(({ attributes }) => !attributes.has('annotation')));
  return Object.keys(labels).length === 0 ? {} : { labels };
}

/** The labels of the remark columns of a table. */
export function annotationLabelsAt(table: XmlElement, count: number): { readonly annotationLabels?: readonly DecisionLabels[] } {
  const all = labelElements(table.children);
  const annotationLabels = Array.from({ length: count }, (_, at) =>
    labelsOf(all.filter(({ attributes }) => attributes.get('annotation') === String(at + 1))),
  );
  return annotationLabels.some((labels) => Object.keys(labels).length > 0) ? { annotationLabels } : {};
}

/** The extension elements that hold `labels`. */
export function labelled(labels: DecisionLabels | undefined): XmlElement | undefined {
  return extensions(labelsXml(labels, {}));
}

/** The extension elements that hold the labels of remark columns. */
export function annotationsLabelled(labels: readonly DecisionLabels[] | undefined): XmlElement | undefined {
  return extensions((labels ?? []).flatMap((one, at) => labelsXml(one, { annotation: String(at + 1) })));
}

/** `children` of the old element with the labels of the fresh one; extensions of other tools stay. */
export function withLabels(
  children: readonly XmlNode[],
  fresh: XmlElement,
  adapt: (element: XmlElement) => XmlElement,
): readonly XmlNode[] {
  const [before, after] = [labelElements(children), labelElements(fresh.children)];
  if (before.map(textOf).join('\n') === after.map(textOf).join('\n')) return children;
  const at = children.findIndex(isExtensions);
  if (at < 0) {
    const made = extensions(after);
    const behind = children.findIndex((child) => isElement(child) && isDmn(child) && child.local === 'description') + 1;
    return made === undefined ? children : [...children.slice(0, behind), adapt(made), ...children.slice(behind)];
  }
  const old = children[at] as XmlElement;
  const kept = old.children.filter((child) => !isLabel(child));
  const isEmpty = after.length === 0 && !kept.some(isElement);
  return [...children.slice(0, at), ...(isEmpty ? [] : [{ ...old, children: [...kept, ...after] }]), ...children.slice(at + 1)];
}

function extensions(labels: readonly XmlElement[]): XmlElement | undefined {
  return labels.length === 0 ? undefined : create('extensionElements', {}, labels);
}

function labelsXml(labels: DecisionLabels | undefined, attributes: Readonly<Record<string, string>>): readonly XmlElement[] {
  return Object.entries(labels ?? {}).flatMap(([lang, text]) => (text === '' ? [] : [labelXml(lang, text, attributes)]));
}

function labelXml(lang: string, text: string, more: Readonly<Record<string, string>>): XmlElement {
  const attributes = new Map(Object.entries({ 'xmlns:tb': NAMESPACE, ...more, lang }));
  return { kind: 'element', name: 'tb:label', local: 'label', namespace: NAMESPACE, attributes, children: [{ kind: 'text', text }] };
}

function labelElements(children: readonly XmlNode[]): readonly XmlElement[] {
  return children.filter(isExtensions).flatMap((child) => child.children.filter(isLabel));
}

function isExtensions(node: XmlNode): node is XmlElement {
  return isElement(node) && isDmn(node) && node.local === 'extensionElements';
}

function isLabel(node: XmlNode): node is XmlElement {
  return isElement(node) && node.namespace === NAMESPACE && node.local === 'label';
}

function labelsOf(elements: readonly XmlElement[]): DecisionLabels {
  return Object.fromEntries(
    elements
      .map((element) => [element.attributes.get('lang') ?? 'en', charactersOf(element).trim()] as const)
      .filter(([lang]) => lang !== '__proto__'),
  );
}

function textOf(element: XmlElement): string {
  return `${element.attributes.get('annotation') ?? ''} ${element.attributes.get('lang') ?? ''} ${charactersOf(element).trim()}`;
}
