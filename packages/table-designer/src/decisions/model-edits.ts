/** Edits of a decision model. Pure: each gives the model after it. What reads an element is wired to it. */
import { childrenOf, parseFeel } from '@tongban/feel-parser';
import type { Decision, DecisionFunction, DecisionInputData, DecisionLogic, DecisionModel, FeelExpression, FeelNode } from '@tongban/model';
import { freeId } from '../sheet/table-sheet.ts';
import { blankLogic } from './boxes/blank-logic.ts';
import { type LogicDialect, mapExpressions, namesRead } from './logic-expressions.ts';

/** What can be added. */
export type AddedKind = 'table' | 'literal' | 'input' | 'function';

/** A model after an edit, and the element that was added. */
export interface Added {
  readonly model: DecisionModel;
  readonly id: string;
}

/** Adds an element called `name`, or that with a number behind. */
export function addElement(model: DecisionModel, kind: AddedKind, name: string): Added {
  const ids = new Set(elementsOf(model).map(({ id }) => id));
  const free = freeName(name, new Set(elementsOf(model).map((each) => each.name)));
  const id = freeId(`${kind === 'table' || kind === 'literal' ? 'decision' : kind}_${ids.size + 1}`, ids);
  switch (kind) {
    case 'input':
      return { id, model: { ...model, inputs: [...model.inputs, { id, name: free }] } };
    case 'function': {
      const added: DecisionFunction = { id, name: free, parameters: [], requiresFunctions: [], body: blankLogic('literal', id) };
      return { id, model: { ...model, functions: [...model.functions, added] } };
    }
    default: {
      const added: Decision = {
        id,
        name: free,
        variable: { name: free },
        requires: [],
        requiresInputs: [],
        requiresFunctions: [],
        logic: blankLogic(kind, id),
      };
      return { id, model: { ...model, decisions: [...model.decisions, added] } };
    }
  }
}

/** Removes an element and every line to it. */
export function removeElement(model: DecisionModel, id: string): DecisionModel {
  const without = (ids: readonly string[]): readonly string[] => ids.filter((each) => each !== id);
  const rest = <Element extends { readonly id: string }>(list: readonly Element[]): readonly Element[] =>
    list.filter((each) => each.id !== id);
  return {
    ...model,
    inputs: rest(model.inputs),
    functions: rest(model.functions).map((each) => ({ ...each, requiresFunctions: without(each.requiresFunctions) })),
    decisions: rest(model.decisions).map((each) => ({
      ...each,
      requires: without(each.requires),
      requiresInputs: without(each.requiresInputs),
      requiresFunctions: without(each.requiresFunctions),
    })),
    ...(model.services === undefined
      ? {}
      : {
          services: rest(model.services).map((service) => ({
            ...service,
            outputDecisions: without(service.outputDecisions),
            encapsulatedDecisions: without(service.encapsulatedDecisions),
            inputDecisions: without(service.inputDecisions),
            inputData: without(service.inputData),
          })),
        }),
  };
}

/** Changes a decision and wires it to what it reads now. */
export function changeDecision(model: DecisionModel, id: string, changes: Partial<Decision>): DecisionModel {
  const changed = (each: Decision): Decision => {
    const { labels = {}, ...next } = { ...each, ...changes };
    return wired(model, Object.keys(labels).length === 0 ? next : { ...next, labels });
  };
  return { ...model, decisions: model.decisions.map((each) => (each.id === id ? changed(each) : each)) };
}

/** Changes a function and wires it to the functions it calls now. */
export function changeFunction(model: DecisionModel, id: string, changes: Partial<DecisionFunction>): DecisionModel {
  const functions = model.functions.map((each) => {
    if (each.id !== id) return each;
    const next = { ...each, ...changes };
    return { ...next, requiresFunctions: joined(next.requiresFunctions, readOf(model.functions, next.body, id)) };
  });
  return { ...model, functions };
}

/** Changes an input. */
export function changeInput(model: DecisionModel, id: string, changes: Partial<DecisionInputData>): DecisionModel {
  return { ...model, inputs: model.inputs.map((each) => (each.id === id ? { ...each, ...changes } : each)) };
}

/** Calls an element otherwise; whatever reads it reads the new name. */
export function renameElement(model: DecisionModel, id: string, name: string): DecisionModel {
  const before = elementsOf(model).find((each) => each.id === id);
  const names = new Set(elementsOf(model).map((each) => each.name));
  if (before === undefined || name === '' || names.has(name)) return model;
  const read = 'variable' in before ? before.variable.name : before.name;
  const known = [...names, name];
  const renamed = (logic: DecisionLogic): DecisionLogic =>
    mapExpressions(logic, (expression, dialect) => withName(expression, dialect, read, name, known));
  return {
    ...model,
    inputs: model.inputs.map((each) => (each.id === id ? { ...each, name } : each)),
    functions: model.functions.map((each) => ({ ...each, body: renamed(each.body), ...(each.id === id ? { name } : {}) })),
    decisions: model.decisions.map((each) => ({
      ...each,
      ...(each.logic === undefined ? {} : { logic: renamed(each.logic) }),
      ...(each.id === id ? { name, variable: { ...each.variable, name } } : {}),
    })),
  };
}

/** Draws or removes the line by which `id` needs `other`. */
export function setRequirement(model: DecisionModel, id: string, other: string, needed: boolean): DecisionModel {
  const list = (ids: readonly string[]): readonly string[] => (needed ? joined(ids, [other]) : ids.filter((each) => each !== other));
  const key = model.inputs.some((each) => each.id === other)
    ? 'requiresInputs'
    : model.functions.some((each) => each.id === other)
      ? 'requiresFunctions'
      : 'requires';
  return {
    ...model,
    decisions: model.decisions.map((each) => (each.id === id ? { ...each, [key]: list(each[key]) } : each)),
    functions: model.functions.map((each) =>
      each.id === id && key === 'requiresFunctions' ? { ...each, requiresFunctions: list(each.requiresFunctions) } : each,
    ),
  };
}

/** The elements that the decision may need without a circle. */
export function possibleNeeds(model: DecisionModel, id: string): readonly (DecisionInputData | Decision | DecisionFunction)[] {
  const above = new Set([id]);
  for (let before = 0; before < above.size; ) {
    before = above.size;
    for (const each of model.decisions) if (each.requires.some((needed) => above.has(needed))) above.add(each.id);
    for (const each of model.functions) if (each.requiresFunctions.some((needed) => above.has(needed))) above.add(each.id);
  }
  const isFunction = model.functions.some((each) => each.id === id);
  return [...(isFunction ? [] : [...model.inputs, ...model.decisions]), ...model.functions].filter((each) => !above.has(each.id));
}

function wired(model: DecisionModel, decision: Decision): Decision {
  const allowed = new Set(possibleNeeds(model, decision.id).map(({ id }) => id));
  const read = (elements: readonly { readonly id: string; readonly name: string }[]): readonly string[] =>
    readOf(elements, decision.logic, decision.id).filter((id) => allowed.has(id));
  const decisions = model.decisions.map(({ id, variable }) => ({ id, name: variable.name }));
  return {
    ...decision,
    requires: joined(decision.requires, read(decisions)),
    requiresInputs: joined(decision.requiresInputs, read(model.inputs)),
    requiresFunctions: joined(decision.requiresFunctions, read(model.functions)),
  };
}

function readOf(
  elements: readonly { readonly id: string; readonly name: string }[],
  logic: DecisionLogic | undefined,
  own: string,
): readonly string[] {
  const names = namesRead(logic);
  return elements.filter(({ id, name }) => id !== own && names.has(name)).map(({ id }) => id);
}

function joined(before: readonly string[], more: readonly string[]): readonly string[] {
  const added = more.filter((id) => !before.includes(id));
  return added.length === 0 ? before : [...before, ...added];
}

/** The text with each reading of a name replaced, from behind so that places before it stay right. */
function withName(expression: FeelExpression, dialect: LogicDialect, from: string, to: string, names: readonly string[]): FeelExpression {
  if (!expression.reads.includes(from)) return expression;
  const places = namePlaces(expression.tree, from).sort(([a], [b]) => b - a);
  const text = places.reduce((written, [start, end]) => `${written.slice(0, start)}${to}${written.slice(end)}`, expression.text);
  return parseFeel(text, { dialect, names }).expression ?? { ...expression, text };
}

function namePlaces(node: FeelNode, name: string): (readonly [number, number])[] {
  const own = node.kind === 'name' && node.name === name ? [node.at] : [];
  return [...own, ...childrenOf(node).flatMap((child) => namePlaces(child, name))];
}

function elementsOf({ inputs, functions, decisions }: DecisionModel): readonly (DecisionInputData | DecisionFunction | Decision)[] {
  return [...inputs, ...functions, ...decisions];
}

function freeName(wish: string, taken: ReadonlySet<string>): string {
  let count = 2;
  let name = wish;
  while (taken.has(name)) name = `${wish}${count++}`;
  return name;
}
