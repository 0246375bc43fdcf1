/** Checks the locks of a measure: that what it locks exists, and, of a copy, that it changed nothing its base locks. */
import { readBpmn } from '@tongban/bpmn';
import { readDmnFiles } from '@tongban/dmn';
import { walkFields } from '@tongban/form';
import {
  type Flow,
  type FlowScope,
  isJsonObject,
  type Lock,
  type MeasureManifest,
  type MeasureSources,
  type Problem,
} from '@tongban/model';
import { type ContentPart, lockedChanges, type MeasureContent, overlayErrors } from '@tongban/overlay';
import { canonicalSources } from './canonical-sources.ts';
import type { CompileOptions } from './compile-measure.ts';
import { raise } from './errors.ts';
import { readJsonFile } from './read-json.ts';
import { MANIFEST, readManifest } from './read-manifest.ts';
import { readForms, startFindings, textOf, textsOf } from './read-parts.ts';

/** The problems of the locks. Without `baseOf` a copy is not compared. */
export async function checkLocks(
  manifest: MeasureManifest,
  sources: MeasureSources,
  baseOf: CompileOptions['baseOf'],
): Promise<readonly Problem[]> {
  const compares = manifest.extends !== undefined && baseOf !== undefined;
  if (!compares && (manifest.locks ?? []).length === 0) return [];
  const own = await contentOf(manifest, sources);
  const unknown = unknownLocks(own);
  if (!compares) return unknown;
  const place = { file: MANIFEST, property: 'extends' };
  const given = await baseOf(manifest.extends);
  const base = given === undefined ? undefined : await baseContent(given);
  if (base === undefined) return [...unknown, overlayErrors.problem('OVERLAY_BASE_UNKNOWN', place, { release: manifest.extends })];
  return [...unknown, ...lockedChanges(base, own)];
}

// a base is asked again at every check of its copy
const CONTENTS = new WeakMap<MeasureSources, Promise<MeasureContent | undefined>>();

function baseContent(given: MeasureSources): Promise<MeasureContent | undefined> {
  const known = CONTENTS.get(given) ?? readBase(given);
  CONTENTS.set(given, known);
  return known;
}

async function readBase(given: MeasureSources): Promise<MeasureContent | undefined> {
  const sources = canonicalSources(given);
  const { manifest } = readManifest(textOf(MANIFEST, sources) ?? '');
  return manifest === undefined ? undefined : contentOf(manifest, sources);
}

/** What of a measure can be locked. What is wrong with the files is said where they are compiled. */
async function contentOf(manifest: MeasureManifest, sources: MeasureSources): Promise<MeasureContent> {
  const { parts } = manifest;
  const xml = textOf(parts.flow, sources);
  const flow = xml === undefined ? undefined : (await readBpmn(xml)).flow;
  const files = await readDmnFiles(Object.fromEntries(textsOf(parts.tables, sources)), { unfinished: true });
  const tables = Object.entries(files).flatMap(([file, { model }]) =>
    (model?.decisions ?? []).map(({ id, name }): ContentPart => ({ id, name, file, content: model })),
  );
  const documents = textsOf(parts.documents, sources).flatMap(([file, text]): readonly ContentPart[] => {
    const { data } = readJsonFile(file, text);
    if (typeof data?.['id'] !== 'string') return [];
    const { id, title } = data;
    return [{ id, name: isJsonObject(title) && typeof title['zh-CN'] === 'string' ? title['zh-CN'] : id, file, content: data }];
  });
  return { manifest, ...(flow === undefined ? {} : { flow }), forms: readForms(manifest, sources, startFindings()), tables, documents };
}

function unknownLocks(content: MeasureContent): readonly Problem[] {
  const { locks = [] } = content.manifest;
  return locks
    .filter((lock) => !isThere(lock, content))
    .map(({ part, id }) =>
      raise.problem('COMPILE_LOCK_UNKNOWN', { file: MANIFEST, elementId: id, property: 'locks' }, { part, id }, 'warning'),
    );
}

function isThere(lock: Lock, { manifest, flow, forms, tables, documents }: MeasureContent): boolean {
  const has = (parts: readonly { readonly id: string }[]): boolean => parts.some(({ id }) => id === lock.id);
  switch (lock.part) {
    case 'element':
      return flow === undefined || idsIn(flow).includes(lock.id);
    case 'limit':
      return has(manifest.limits);
    case 'parameter':
      return has(manifest.parameters);
    case 'form':
      return has(forms.map(({ document }) => document));
    case 'field': {
      const form = forms.find(({ document }) => document.id === lock.form)?.document;
      return form !== undefined && walkFields(form).some(({ field }) => field.id === lock.id);
    }
    case 'table':
      return has(tables);
    case 'document':
      return has(documents);
  }
}

function idsIn({ processes }: Flow): readonly string[] {
  const inScope = ({ nodes, flows }: FlowScope): readonly string[] => [
    ...flows.map(({ id }) => id),
    ...nodes.flatMap(({ id, inner }) => [id, ...(inner === undefined ? [] : inScope(inner))]),
  ];
  return processes.flatMap((process) => [process.id, ...inScope(process)]);
}
