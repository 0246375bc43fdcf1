/** The OpenAPI 3.1 document of the API, made from the same schemas that validate requests. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import type { Route } from './route.ts';

/** Anything that may stand in the document. */
export type OpenApi = Readonly<Record<string, unknown>>;

/** The document for `routes`, to be served at `<prefix>/openapi.json`. */
export function openApiOf(routes: readonly Route[], prefix: string): OpenApi {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = `${prefix}${route.path}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tongban',
      version: '1',
      description: 'Cases, tasks and measures of Tongban. Types named in answers are those of @tongban/model.',
    },
    paths: { ...paths, ...filePaths(prefix) },
    components: { schemas: { Error: ERROR_SCHEMA } },
  };
}

function operationOf(route: Route): OpenApi {
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [route.tag],
    parameters: [...parametersOf('path', route.pathSchema), ...parametersOf('query', route.query)],
    ...(route.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body) } } } }),
    responses: {
      '200': { description: route.answers, content: { 'application/json': { schema: { description: route.answers } } } },
      ...(route.answers.startsWith('CommandAnswer')
        ? { '422': { description: 'Refused: { ok: false, problems }; nothing was changed.' } }
        : {}),
      default: ERROR_ANSWER,
    },
  };
}

function parametersOf(where: 'path' | 'query', schema: GenericSchema | undefined): readonly OpenApi[] {
  if (schema === undefined) return [];
  const json = schemaOf(schema) as { properties?: Record<string, OpenApi>; required?: readonly string[] };
  return Object.entries(json.properties ?? {}).map(([name, inner]) => ({
    name,
    in: where,
    required: json.required?.includes(name) ?? false,
    schema: inner,
  }));
}

function schemaOf(schema: GenericSchema): OpenApi {
  // What a transformation makes of a query text cannot be said in JSON Schema; the text that it takes can.
  return toJsonSchema(schema as never, { typeMode: 'input', errorMode: 'ignore' }) as OpenApi;
}

function filePaths(prefix: string): Readonly<Record<string, OpenApi>> {
  const bytes = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  const parameter = (name: string, where: 'path' | 'query') => ({ name, in: where, required: true, schema: { type: 'string' } });
  return {
    [`${prefix}/files`]: {
      post: {
        operationId: 'putFile',
        summary: 'Upload a file; the body is its bytes',
        tags: ['files'],
        parameters: [parameter('name', 'query')],
        requestBody: { required: true, content: bytes },
        responses: { '201': { description: 'FileRef' }, default: ERROR_ANSWER },
      },
    },
    [`${prefix}/uploads/{uploadId}`]: {
      put: {
        operationId: 'continueUpload',
        summary: 'Send the next part of a file; the body is its bytes',
        tags: ['files'],
        parameters: [parameter('uploadId', 'path'), parameter('offset', 'query')],
        requestBody: { required: true, content: bytes },
        responses: { '200': { description: 'UploadState' }, default: ERROR_ANSWER },
      },
    },
    [`${prefix}/files/{fileId}`]: {
      get: {
        operationId: 'getFile',
        summary: 'Download a file',
        tags: ['files'],
        parameters: [parameter('fileId', 'path')],
        responses: { '200': { description: 'The bytes', content: bytes }, default: ERROR_ANSWER },
      },
    },
    [`${prefix}/changes`]: {
      get: {
        operationId: 'streamChanges',
        summary: 'Changes as server-sent events; read it with fetch',
        tags: ['cases'],
        parameters: [{ ...parameter('cursor', 'query'), required: false }],
        responses: {
          '200': {
            description: 'Events named "change" with a ChangeNotice as data',
            content: { 'text/event-stream': { schema: { type: 'string' } } },
          },
          default: ERROR_ANSWER,
        },
      },
    },
  };
}

const ERROR_ANSWER: OpenApi = {
  description: 'What went wrong and what to do',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
};

const ERROR_SCHEMA: OpenApi = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'kind', 'details', 'sentences'],
      properties: {
        code: { type: 'string', description: 'Permanent code, e.g. RUNTIME_TASK_STALE' },
        kind: { enum: ['invalid', 'unauthenticated', 'forbidden', 'notFound', 'conflict', 'tooLarge', 'unavailable', 'fault'] },
        details: { type: 'object' },
        sentences: { type: 'object', properties: { 'zh-CN': { type: 'string' }, en: { type: 'string' } } },
      },
    },
  },
};
