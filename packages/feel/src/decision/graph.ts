/**
 * The decision graph of a model: makes a decision after those it requires, each once. Every decision sees the results of what it
 * requires, the functions and services of its model, and what its model imports, under the name of the import.
 */
import type { Decision, DecisionInputData, DecisionModel, DecisionService } from '@tongban/model';
import { textOf } from '../text.ts';
import { FeelFunction, type FeelValue, kindOf } from '../value.ts';
import { fromWire } from '../wire.ts';
import { compileFunction, compileLogic, type Logic } from './logic.ts';
import type { Making, Names } from './making.ts';
import { type TypeCheck, TypeWorld } from './type-world.ts';

/** What is known while one decision and those before it are made. */
interface Course {
  /** Results by decision. */
  readonly made: Map<string, FeelValue>;
  /** Decisions that are being made. */
  readonly open: Set<string>;
  /** Data that a service was called with, by name; it hides what comes from outside. */
  readonly given: Names;
}

interface CompiledDecision {
  readonly decision: Decision;
  readonly logic: Logic;
  readonly isOfType: TypeCheck | undefined;
}

/** A compiled model. */
export class DecisionGraph {
  readonly model: DecisionModel;
  private readonly decisions: ReadonlyMap<string, CompiledDecision>;
  private readonly inputs: ReadonlyMap<string, DecisionInputData>;
  private readonly functions: readonly { readonly name: string; readonly make: Logic }[];
  private readonly imports: ReadonlyMap<string, { readonly name: string; readonly graph: DecisionGraph }>;
  private readonly types: TypeWorld;

  constructor(model: DecisionModel) {
    const types = new TypeWorld(model);
    this.model = model;
    this.types = types;
    this.decisions = new Map(
      model.decisions.map((decision) => [
        decision.id,
        {
          decision,
          logic: decision.logic ? compileLogic(decision.logic, types) : () => null,
          isOfType: types.checkOf(decision.variable.type),
        },
      ]),
    );
    this.inputs = new Map(model.inputs.map((input) => [input.id, input]));
    this.functions = model.functions.map(({ name, parameters, body }) => ({ name, make: compileFunction(parameters, body, types) }));
    this.imports = new Map(
      (model.imports ?? []).flatMap(({ name, namespace, model: imported }) =>
        imported ? [[namespace, { name, graph: new DecisionGraph(imported) }] as const] : [],
      ),
    );
  }

  has(id: string): boolean {
    return this.decisions.has(id) || this.service(id) !== undefined;
  }

  /** Makes a decision, or all output decisions of a service. */
  decide(id: string, making: Making): FeelValue {
    const service = this.service(id);
    const course: Course = { made: new Map(), open: new Set(), given: new Map() };
    if (!service) return this.make(id, making, course);
    for (const input of service.inputDecisions) {
      const name = this.nameOf(input);
      if (name !== undefined) course.made.set(input, making.run.read(name) ?? null);
    }
    return this.outputsOf(service, making, course);
  }

  private service(id: string): DecisionService | undefined {
    return this.model.services?.find((service) => service.id === id);
  }

  private make(id: string, making: Making, course: Course): FeelValue {
    const known = course.made.get(id);
    if (known !== undefined) return known;
    const compiled = this.decisions.get(id);
    // A copy: functions do not see the results that are bound here.
    const own = making.with(new Map(this.namesAround(making, course)), id);
    if (!compiled || course.open.has(id)) {
      if (compiled) own.problem('FEEL_DECISION_CYCLE', {});
      else own.problem('FEEL_DECISION_UNKNOWN', { modelId: this.model.id });
      return null;
    }
    const { decision, logic, isOfType } = compiled;
    course.open.add(id);
    for (const required of decision.requires) this.bindDecision(required, own, course);
    course.open.delete(id);
    making.run.elementId = id;
    const isFit = own.within(() => decision.requiresInputs.every((required) => this.checkInput(required, own)));
    let value = isFit ? own.within(() => logic(own)) : null;
    if (isOfType && !isOfType(value, making.run)) {
      const type = decision.variable.type?.name ?? '';
      own.problem('FEEL_DECISION_TYPE', { input: decision.variable.name, value: textOf(value), kind: kindOf(value), type });
      value = null;
    }
    course.made.set(id, value);
    return value;
  }

  /** Functions, services, data that a service was given, and the same of imports. */
  private namesAround(making: Making, course: Course): Names {
    const names: Names = new Map();
    const around = making.with(names);
    for (const { name, graph } of this.imports.values()) {
      const imported = graph.functionsAround(making);
      if (name !== '') names.set(name, imported);
      else for (const [key, value] of imported) names.set(key, value);
    }
    for (const { name, make } of this.functions) names.set(name, make(around));
    for (const service of this.model.services ?? []) names.set(service.name, this.functionOf(service, making));
    for (const [name, value] of course.given) names.set(name, value);
    return names;
  }

  private functionsAround(making: Making): Names {
    return this.namesAround(making, { made: new Map(), open: new Set(), given: new Map() });
  }

  /** Makes a required decision and lets its result be read: by its name, or as `import.name`. */
  private bindDecision(reference: string, own: Making, course: Course): void {
    const [graph, id, importName] = this.follow(reference);
    const value = graph === this ? this.make(id, own, course) : graph.make(id, own, { made: new Map(), open: new Set(), given: new Map() });
    const name = graph.nameOf(id);
    if (name === undefined) return;
    if (importName === '') own.names.set(name, value);
    else own.names.set(importName, new Map([...((own.names.get(importName) as Names | undefined) ?? []), [name, value]]));
  }

  /** Where a reference leads: the graph, the id there, and the name of the import. */
  private follow(reference: string): readonly [graph: DecisionGraph, id: string, importName: string] {
    const [namespace = '', id] = reference.split('#');
    const found = id === undefined ? undefined : this.imports.get(namespace);
    return found && id !== undefined ? [found.graph, id, found.name] : [this, reference, ''];
  }

  private nameOf(id: string): string | undefined {
    return this.decisions.get(id)?.decision.variable.name;
  }

  /** Whether a piece of data is of its type; one that is not given is left to the logic. */
  private checkInput(reference: string, own: Making): boolean {
    const [graph, id, importName] = this.follow(reference);
    const input = graph.inputs.get(id);
    const isOfType = graph.types.checkOf(input?.type);
    if (!input || (!isOfType && importName === '')) return true;
    const { run } = own;
    let value = run.read(importName === '' ? input.name : importName) ?? null;
    if (importName !== '') {
      const outside = run.lookup?.(importName);
      const data = outside === undefined ? null : fromWire(outside);
      value = data instanceof Map ? (data.get(input.name) ?? null) : null;
      own.names.set(importName, new Map([...((own.names.get(importName) as Names | undefined) ?? []), [input.name, value]]));
    }
    if (!isOfType || isOfType(value, run)) return true;
    own.problem('FEEL_DECISION_TYPE', { input: input.name, value: textOf(value), kind: kindOf(value), type: input.type?.name ?? '' });
    return false;
  }

  // services

  private functionOf(service: DecisionService, making: Making): FeelFunction {
    const data = service.inputData.map((id) => this.inputs.get(id)?.name ?? id);
    const results = service.inputDecisions.map((id) => this.nameOf(id) ?? id);
    return new FeelFunction([...data, ...results], (args) => {
      const course: Course = {
        made: new Map(service.inputDecisions.map((id, index) => [id, args[data.length + index] ?? null])),
        open: new Set(),
        given: new Map(data.map((name, index) => [name, args[index] ?? null])),
      };
      return this.outputsOf(service, making, course);
    });
  }

  private outputsOf({ outputDecisions }: DecisionService, making: Making, course: Course): FeelValue {
    const outputs = outputDecisions.map((id) => [this.nameOf(id) ?? id, this.make(id, making, course)] as const);
    return outputs.length === 1 ? (outputs[0]?.[1] ?? null) : new Map(outputs);
  }
}
