/** Reads DMN XML into decisions in parsed form. What cannot be read is a list of problems, never an exception. */
import type { DecisionModel, Problem } from '@tongban/model';
import { type DmnDocument, parseDmn } from './parse-dmn.ts';
import { readDefinitions } from './read-definitions.ts';

/** The decisions of a file, when it has no errors, and what is wrong with it. */
export interface ReadDmn {
  readonly model?: DecisionModel;
  readonly problems: readonly Problem[];
}

/** What stands around a file. */
export interface ReadDmnOptions {
  /** The models that the file's imports may mean, by their namespaces; see `readDmnFiles` for many files at once. */
  readonly models?: readonly DecisionModel[];
  /** Gives the model of a file with errors as well: a text that cannot be read stands in it as null, with its text. For designers. */
  readonly unfinished?: boolean;
}

/** Reads a DMN 1.1 to 1.5 file. */
export async function readDmn(xml: string, options: ReadDmnOptions = {}): Promise<ReadDmn> {
  const parsed = parseDmn(xml);
  return 'problem' in parsed ? { problems: [parsed.problem] } : readDocument(parsed.document, options);
}

/** Reads the decisions of a file that is parsed. */
export function readDocument({ root }: DmnDocument, { models = [], unfinished = false }: ReadDmnOptions): ReadDmn {
  const { model, problems } = readDefinitions(root, models);
  return !unfinished && problems.some(({ severity }) => severity === 'error') ? { problems } : { model, problems };
}
