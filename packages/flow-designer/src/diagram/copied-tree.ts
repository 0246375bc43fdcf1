/** What bpmn-js can paste: levels of elements, each with what it means and where it is drawn. */

/** `value` when it is a tree of copied elements; nothing when it is anything else. */
export function copiedTree(value: unknown): object | undefined {
  if (!isRecord(value)) return undefined;
  const levels = Object.values(value);
  const good = levels.length > 0 && levels.every((level) => Array.isArray(level) && level.every(isCopied));
  return good ? value : undefined;
}

function isCopied(value: unknown): boolean {
  if (!isRecord(value) || typeof value['id'] !== 'string') return false;
  const { businessObject, di, labelTarget, waypoints } = value;
  const means = (isOfKind(businessObject) && isOfKind(di)) || typeof labelTarget === 'string';
  return means && (Array.isArray(waypoints) ? waypoints.length > 1 && waypoints.every(isPoint) : isPoint(value) && isSize(value));
}

function isOfKind(value: unknown): boolean {
  return isRecord(value) && typeof value['$type'] === 'string';
}

function isPoint(value: unknown): boolean {
  return isRecord(value) && isNumber(value['x']) && isNumber(value['y']);
}

function isSize({ width, height }: Readonly<Record<string, unknown>>): boolean {
  return isNumber(width) && isNumber(height);
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
