/** Reads a JSON file of a measure: limited in size and depth, free of names that JavaScript gives a meaning of its own. */
import { isJsonObject, isSafeName, type Json, type JsonObject, type Problem } from '@tongban/model';
import { raise } from './errors.ts';

/** Most characters of one file. */
export const FILE_LIMIT: number = 5 * 1024 * 1024;

const DEPTH_LIMIT = 60;

/** The object in the file, or why there is none. */
export function readJsonFile(file: string, text: string): { readonly data?: JsonObject; readonly problems: readonly Problem[] } {
  const place = { file };
  if (text.length > FILE_LIMIT) {
    return { problems: [raise.problem('COMPILE_FILE_TOO_LARGE', place, { file, length: text.length, limit: FILE_LIMIT })] };
  }
  const invalid = (reason: string): { problems: readonly Problem[] } => ({
    problems: [raise.problem('COMPILE_JSON_INVALID', place, { file, reason })],
  });
  let data: Json;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return invalid(error instanceof Error ? error.message : String(error));
  }
  if (!isJsonObject(data)) return invalid('it holds no object（不是对象）');
  if (isDeeper(data, DEPTH_LIMIT)) return invalid(`it is nested deeper than ${DEPTH_LIMIT} levels（嵌套过深）`);
  const forbidden = forbiddenName(data);
  return forbidden === undefined
    ? { data, problems: [] }
    : { problems: [raise.problem('COMPILE_NAME_FORBIDDEN', place, { name: forbidden })] };
}

function isDeeper(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((entry) => isDeeper(entry as Json, levels - 1));
}

function forbiddenName(value: Json): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) for (const name of Object.keys(value)) if (name !== '' && !isSafeName(name) && name.length <= 200) return name;
  for (const entry of Object.values(value)) {
    const found = forbiddenName(entry as Json);
    if (found !== undefined) return found;
  }
  return undefined;
}
