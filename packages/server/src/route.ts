/** One address of the API: how it is called, what it takes, what it does. A table of these makes both the router and the OpenAPI document. */
import type { Actor, CaseService, MeasureService } from '@tongban/model';
import type { GenericSchema, InferOutput } from 'valibot';

/** The services of the person who asks. */
export interface Services {
  readonly actor: Actor;
  readonly cases: CaseService;
  readonly measures: MeasureService;
}

/** HTTP methods in use. */
export type Method = 'GET' | 'POST' | 'PUT';

/** An address of the API; `Path`, `Query` and `Body` are schemas. */
export interface Route<
  Path extends GenericSchema = GenericSchema,
  Query extends GenericSchema = GenericSchema,
  Body extends GenericSchema = GenericSchema,
> {
  /** Operation id, e.g. `completeTask`. */
  readonly id: string;
  readonly method: Method;
  /** With `{name}` placeholders as in OpenAPI. */
  readonly path: string;
  readonly summary: string;
  readonly tag: 'cases' | 'tasks' | 'files' | 'measures' | 'people';
  readonly pathSchema?: Path;
  readonly query?: Query;
  readonly body?: Body;
  /** Name of the model's type that comes back. */
  readonly answers: string;
  run(
    services: Services,
    input: { readonly path: InferOutput<Path>; readonly query: InferOutput<Query>; readonly body: InferOutput<Body> },
  ): Promise<unknown>;
}

/** Keeps the types of one route's schemas together with its `run`. */
export function route<Path extends GenericSchema, Query extends GenericSchema, Body extends GenericSchema>(
  definition: Route<Path, Query, Body>,
): Route {
  return definition as unknown as Route;
}
