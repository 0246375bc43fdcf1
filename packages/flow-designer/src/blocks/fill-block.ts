/** Puts the values of parameters into a block: `{id}` alone becomes the value itself, inside a text its words. Empty texts go. */
import { parseFeel } from '@tongban/feel-parser';
import type { BlockParameter, BlockValues, FilledBlock, FlowBlock } from './block.ts';

/** `block` with `values` in it; `n` keeps the names of a second copy apart (empty for the first). */
export function fillBlock(block: FlowBlock, values: BlockValues, n: string): FilledBlock {
  const given = block.parameters.map(({ id, value, reason = '', kind }): readonly [string, string | number] => {
    const chosen = values[id] ?? value;
    return [id, kind === 'limit' && chosen !== '' ? reason : chosen];
  });
  const known: BlockValues = { ...Object.fromEntries(given), n };
  const { parameters, ...rest } = block;
  const filled = fill(rest, known) as Omit<FilledBlock, 'parameters'>;
  return { ...filled, parameters, limits: filled.limits.map((limit) => ({ ...limit, amount: Number(limit.amount) })) };
}

/** Why the value of a parameter is not taken. */
export type ValueFault = 'required' | 'number' | 'feel' | 'same';

/** What is wrong with the values, by parameter. */
export function valueFaults({ parameters }: FlowBlock, values: BlockValues): ReadonlyMap<string, ValueFault> {
  const given = ({ id, value }: BlockParameter): string => String(values[id] ?? value).trim();
  return new Map(
    parameters.flatMap((parameter) => {
      const other = parameters.find(({ id }) => id === parameter.differs);
      const fault = faultOf(parameter, given(parameter), other === undefined ? undefined : given(other));
      return fault === undefined ? [] : [[parameter.id, fault] as const];
    }),
  );
}

function faultOf({ kind, optional }: BlockParameter, given: string, other: string | undefined): ValueFault | undefined {
  if (given === '' && optional === true) return undefined;
  if (kind === 'number') return /^[1-9]\d{0,4}$/.test(given) ? undefined : 'number';
  if (given === '') return 'required';
  if (kind === 'feel' && parseFeel(given).problems.length > 0) return 'feel';
  return given === other ? 'same' : undefined;
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
