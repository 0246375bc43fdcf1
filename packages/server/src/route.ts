/** One address of the API: how it is called, what it takes, what it does. A table of these makes both the router and the OpenAPI document. */
import type { Actor, CaseService, HostService, MeasureService } from '@tongban/model';
import type { GenericSchema, InferOutput } from 'valibot';

/** The services of the person who asks. */
export interface Services {
  readonly actor: Actor;
  readonly cases: CaseService;
  readonly measures: MeasureService;
}

/** The services, where the host offers its own as well. */
export interface HostServices extends Services {
  readonly host: HostService;
}

/** HTTP methods in use. */
export type Method = 'GET' | 'POST' | 'PUT';

/** An address of the API; `Path`, `Query` and `Body` are schemas. */
export interface Route<
  Path extends GenericSchema = GenericSchema,
  Query extends GenericSchema = GenericSchema,
  Body extends GenericSchema = GenericSchema,
  Offered extends Services = Services,
> {
  /** Operation id, e.g. `completeTask`. */
  readonly id: string;
  readonly method: Method;
  /** With `{name}` placeholders as in OpenAPI. */
  readonly path: string;
  readonly summary: string;
  readonly tag: 'cases' | 'tasks' | 'files' | 'measures' | 'people' | 'hosts';
  readonly pathSchema?: Path;
  readonly query?: Query;
  readonly body?: Body;
  /** Name of the model's type that comes back. */
  readonly answers: string;
  run(
    services: Offered,
    input: { readonly path: InferOutput<Path>; readonly query: InferOutput<Query>; readonly body: InferOutput<Body> },
  ): Promise<unknown>;
}

/** Keeps the types of one route's schemas together with its `run`. */
export function route<Path extends GenericSchema, Query extends GenericSchema, Body extends GenericSchema>(
  definition: Route<Path, Query, Body>,
): Route {
  return definition as unknown as Route;
}

/** A route that is there only where the host offers its service. */
export type HostRoute = Route<GenericSchema, GenericSchema, GenericSchema, HostServices>;

/** The same for such a route. */
export function hostRoute<Path extends GenericSchema, Query extends GenericSchema, Body extends GenericSchema>(
  definition: Route<Path, Query, Body, HostServices>,
): HostRoute {
  return definition as unknown as HostRoute;
}
