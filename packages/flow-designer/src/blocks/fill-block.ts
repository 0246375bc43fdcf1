/** Puts the values of parameters into a block: `{id}` alone becomes the value itself, inside a text its words. Empty texts go. */
import type { BlockValues, FilledBlock, FlowBlock } from './block.ts';

/** `block` with `values` in it; `n` keeps the names of a second copy apart (empty for the first). */
export function fillBlock(block: FlowBlock, values: BlockValues, n: string): FilledBlock {
  const known: BlockValues = { ...Object.fromEntries(block.parameters.map(({ id, value }) => [id, value])), ...values, n };
  const { parameters, ...rest } = block;
  const filled = fill(rest, known) as Omit<FilledBlock, 'parameters'>;
  return { ...filled, parameters, limits: filled.limits.map((limit) => ({ ...limit, amount: Number(limit.amount) })) };
}

/** The ids of the parameters that must be given and are not. */
export function missingValues({ parameters }: FlowBlock, values: BlockValues): readonly string[] {
  return parameters
    .filter(({ id, kind, optional, value }) => {
      const given = String(values[id] ?? value).trim();
      return kind === 'number' ? !/^[1-9]\d{0,4}$/.test(given) : given === '' && optional !== true;
    })
    .map(({ id }) => id);
}

function fill(value: unknown, values: BlockValues): unknown {
  if (typeof value === 'string') return fillText(value, values);
  if (Array.isArray(value)) return value.map((entry) => fill(entry, values)).filter((entry) => entry !== '');
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, fill(inner, values)] as const);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== ''));
}

function fillText(text: string, values: BlockValues): string | number {
  const alone = /^\{(\w+)\}$/.exec(text)?.[1];
  if (alone !== undefined && Object.hasOwn(values, alone)) return values[alone] ?? '';
  return text.replace(/\{(\w+)\}/g, (whole, id: string) => (Object.hasOwn(values, id) ? String(values[id]) : whole));
}
