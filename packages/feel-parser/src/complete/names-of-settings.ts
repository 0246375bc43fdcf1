/** The name under which FEEL reads the settings of a measure: each with its label, type and choices. */
import type { Json, Parameter } from '@tongban/model';
import type { FeelName } from './feel-name.ts';

/** `parameters` with an entry for each setting. */
export function nameOfSettings(parameters: readonly Parameter[]): FeelName {
  const entries = parameters.map(
    ({ id, name, value, choices }): FeelName => ({
      name: id,
      label: name,
      ...typed(value),
      ...(choices === undefined ? {} : { values: choices.map((choice) => ({ feel: JSON.stringify(choice.value), label: choice.label })) }),
    }),
  );
  return { name: 'parameters', label: { 'zh-CN': '措施参数', en: 'settings' }, type: 'context', entries };
}

function typed(value: Json): Pick<FeelName, 'type'> {
  if (typeof value === 'number') return { type: 'number' };
  if (typeof value === 'boolean') return { type: 'boolean' };
  if (typeof value === 'string') return { type: 'string' };
  return Array.isArray(value) ? { type: 'list' } : {};
}
