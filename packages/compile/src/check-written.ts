/** Checks that a condition reads what somebody could fill in before it: a field that no earlier form writes is always empty there. */
import { childrenOf } from '@tongban/feel-parser';
import { fieldAccess, walkFields } from '@tongban/form';
import type { Actor, CompiledForm, FeelExpression, FeelNode, Filing, FormField, Problem } from '@tongban/model';
import { raise } from './errors.ts';
import type { FlowIndex } from './flow-index.ts';
import { called, flowPlace } from './flow-place.ts';
import type { MeasureWorld } from './measure-world.ts';
import { stepsBefore } from './steps-before.ts';

/** The conditions of `flow` that read a field of a form which no step before lets anybody fill in. `conditions`: by flow index. */
export function checkWritten(
  flow: FlowIndex,
  conditions: readonly (FeelExpression | undefined)[],
  world: MeasureWorld,
  file: string | undefined,
): readonly Problem[] {
  const forms = new Map(Object.values(world.forms).map((form) => [form.document.key, form]));
  return flow.flows.flatMap(({ index, flow: line, source }) => {
    const condition = conditions[index];
    if (condition === undefined) return [];
    const filings = stepsBefore(source, flow).flatMap(({ node }) => [
      ...(node?.extension.filings ?? []),
      ...(node?.extension.arrival?.filings ?? []),
    ]);
    return fieldsRead(condition.tree, forms)
      .filter(({ form, key }) => !isWritten(form, key, filings))
      .map(({ form, key, text }) =>
        raise.problem(
          'COMPILE_FIELD_NOT_WRITTEN',
          { ...flowPlace(file, line), property: 'condition' },
          { element: called(line), field: text, label: labelOf(form, key), form: form.document.id },
          'warning',
        ),
      );
  });
}

interface FieldRead {
  readonly form: CompiledForm;
  readonly key: string;
  readonly text: string;
}

function fieldsRead(node: FeelNode, forms: ReadonlyMap<string, CompiledForm>): readonly FieldRead[] {
  const form = node.kind === 'path' && node.of.kind === 'name' ? forms.get(node.of.name) : undefined;
  if (form !== undefined && node.kind === 'path' && fieldOf(form, node.name) !== undefined) {
    return [{ form, key: node.name, text: `${form.document.key}.${node.name}` }];
  }
  return childrenOf(node).flatMap((child) => fieldsRead(child, forms));
}

function isWritten(form: CompiledForm, key: string, filings: readonly Filing[]): boolean {
  const field = fieldOf(form, key);
  if (field === undefined) return true;
  return filings.some((filing) => {
    if (filing.form !== form.document.id) return false;
    const access = { default: filing.access, ...(filing.fields === undefined ? {} : { fields: filing.fields }) };
    return (
      fieldAccess(field.field, field, access, writerOf(field.field)) === 'write' || (filing.access === 'write' && 'computed' in field.field)
    );
  });
}

// an opinion is written by its own department
function writerOf(field: FormField): Actor {
  const department = field.kind === 'opinion' ? field.department : undefined;
  return { id: '', name: '', tenant: '', roles: [], ...(department === undefined ? {} : { department }) };
}

function labelOf(form: CompiledForm, key: string): string {
  const label = fieldOf(form, key)?.field.label;
  return label?.['zh-CN'] ?? key;
}

function fieldOf(form: CompiledForm, key: string) {
  return walkFields(form.document).find(({ field, rows }) => rows === undefined && field.key === key);
}
