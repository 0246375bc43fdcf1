/**
 * The HTTP API as one function from Request to Response: it identifies the person, validates, calls the person's services, answers.
 * It decides nothing about cases; the services check what the person may do.
 */
import {
  type Actor,
  type CaseService,
  type ErrorKind,
  type HostService,
  isTongbanError,
  type Json,
  type MeasureService,
  toWireError,
} from '@tongban/model';
import { type Context, Hono } from 'hono';
import { type GenericSchema, safeParse } from 'valibot';
import { streamChanges } from './change-stream.ts';
import { raise } from './errors.ts';
import { getFile, putFile, putPart } from './file-answers.ts';
import { openApiOf } from './openapi.ts';
import { readJson } from './read-json.ts';
import type { HostServices, Route, Services } from './route.ts';
import { caseRoutes } from './routes/case-routes.ts';
import { deputyRoutes } from './routes/deputy-routes.ts';
import { hostRoutes } from './routes/host-routes.ts';
import { measureRoutes } from './routes/measure-routes.ts';
import { taskRoutes } from './routes/task-routes.ts';
import { changeQuery, fileQuery, noInput, partQuery } from './schemas.ts';

/** What a host hands in. */
export interface ApiOptions {
  /** Who asks, from the request's headers; undefined when nobody is signed in. */
  identify(request: Request): Promise<Actor | undefined>;
  cases(actor: Actor): CaseService;
  measures(actor: Actor): MeasureService;
  /** For the host's own programs and administrators, e.g. `engine.as`; without it, their addresses are not there. */
  host?(actor: Actor): HostService;
  /** Where the API is mounted; default `/api/v1`. */
  readonly prefix?: string;
  /** Told of unexpected errors, with the number shown to the person. */
  onFault?(incidentId: string, error: unknown): void;
  newId(): string;
}

/** The API: hand it requests whose path starts with the prefix. */
export interface Api {
  fetch(request: Request): Promise<Response>;
}

const ROUTES: readonly Route[] = [...caseRoutes, ...taskRoutes, ...deputyRoutes, ...measureRoutes];

/** Makes the API. */
export function createApi(options: ApiOptions): Api {
  const prefix = options.prefix ?? '/api/v1';
  const app = new Hono().basePath(prefix);
  const services = (request: Request) => servicesOf(options, request);

  // Those of the host are called with its service, which is there when they are.
  const routes = options.host === undefined ? ROUTES : [...ROUTES, ...(hostRoutes as unknown as readonly Route[])];
  app.get('/openapi.json', (context) => context.json(openApiOf(routes, prefix)));
  for (const route of routes) {
    app.on(route.method, route.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) =>
      answer(await runRoute(route, context, await services(context.req.raw))),
    );
  }
  app.post('/files', async (context) =>
    putFile((await services(context.req.raw)).cases, context.req.raw, check(fileQuery, context.req.query(), 'query').name),
  );
  app.put('/uploads/:uploadId', async (context) => {
    const { offset } = check(partQuery, context.req.query(), 'query');
    return putPart((await services(context.req.raw)).cases, context.req.raw, context.req.param('uploadId'), offset);
  });
  app.get('/files/:fileId', async (context) => getFile((await services(context.req.raw)).cases, context.req.param('fileId')));
  app.get('/changes', async (context) =>
    streamChanges((await services(context.req.raw)).cases, context.req.raw, check(changeQuery, context.req.query(), 'query').cursor),
  );
  app.notFound((context) =>
    fail(raise('SERVER_ROUTE_UNKNOWN', { method: context.req.method, path: context.req.path.slice(0, 200) }), options),
  );
  app.onError((error) => fail(error, options));
  return { fetch: async (request) => app.fetch(request) };
}

async function servicesOf(options: ApiOptions, request: Request): Promise<Services & Partial<HostServices>> {
  const actor = await options.identify(request);
  if (actor === undefined) throw raise('SERVER_NOT_IDENTIFIED');
  const host = options.host?.(actor);
  return { actor, cases: options.cases(actor), measures: options.measures(actor), ...(host === undefined ? {} : { host }) };
}

async function runRoute(route: Route, context: Context, services: Services): Promise<unknown> {
  const path = check(route.pathSchema ?? noInput, context.req.param() as Json, 'path');
  const query = check(route.query ?? noInput, context.req.query(), 'query');
  const body = route.body === undefined ? {} : check(route.body, await readJson(context.req.raw), 'body');
  return route.run(services, { path, query, body } as Parameters<Route['run']>[1]);
}

function check<Output>(schema: GenericSchema<unknown, Output>, input: unknown, part: string): Output {
  const result = safeParse(schema, input);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const at = [part, ...(issue?.path ?? []).map((step) => String(step.key))].join('.');
  // What was sent stands in both, and may be long.
  throw raise('SERVER_REQUEST_INVALID', { at: at.slice(0, 200), reason: (issue?.message ?? '').slice(0, 300) });
}

function answer(result: unknown): Response {
  const refused = typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
  return Response.json(result, { status: refused ? 422 : 200, headers: { 'cache-control': 'no-store' } });
}

const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  tooLarge: 413,
  unavailable: 503,
  fault: 500,
};

function fail(error: unknown, options: ApiOptions): Response {
  const ours = isTongbanError(error) ? error : faultOf(error, options);
  return Response.json(toWireError(ours), { status: STATUS[ours.kind], headers: { 'cache-control': 'no-store' } });
}

function faultOf(error: unknown, options: ApiOptions): ReturnType<typeof raise> {
  const incidentId = options.newId();
  options.onFault?.(incidentId, error);
  return raise('SERVER_FAULT', { incidentId }, error);
}
