import { type Actor, type CaseService, defineErrors, type MeasureService } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import { type Api, createApi } from './create-api.ts';

const actor: Actor = { id: 'w1', name: '王玉兰', tenant: 'jishishan', roles: ['window'] };
const raise = defineErrors({ RUNTIME_TASK_UNKNOWN: { kind: 'notFound', en: 'No task "{taskId}".', 'zh-CN': '没有任务“{taskId}”。' } });

interface Said {
  readonly name: string;
  readonly input: unknown;
}

/** An API over services that write down what they are asked. */
function listeningApi(said: Said[], faults: unknown[] = []): Api {
  const listen = (name: string, answer: unknown) => async (input?: unknown) => {
    said.push({ name, input });
    return answer as never;
  };
  const cases = {
    whoAmI: listen('whoAmI', actor),
    tasks: listen('tasks', { entries: [], total: 0 }),
    task: async (taskId: string) => {
      if (taskId === 'broken') throw new Error('disk full');
      throw raise('RUNTIME_TASK_UNKNOWN', { taskId });
    },
    retryIncident: listen('retryIncident', { ok: true, caseId: 'c1' }),
    complete: listen('complete', { ok: false, problems: [] }),
    beginUpload: listen('beginUpload', { uploadId: 'up1', offset: 0, partBytes: 4 }),
    continueUpload: listen('continueUpload', { uploadId: 'up1', offset: 2, partBytes: 4 }),
    putFile: listen('putFile', { fileId: 'f1' }),
    getFile: async () => ({ name: '合同.pdf', mediaType: 'application/pdf', bytes: new Uint8Array([1, 2]) }),
  } as unknown as CaseService;
  return createApi({
    identify: async (request) => (request.headers.get('authorization') === 'yes' ? actor : undefined),
    cases: () => cases,
    measures: () => ({}) as MeasureService,
    newId: () => 'incident-1',
    onFault: (_id, error) => faults.push(error),
  });
}

const ask = (api: Api, path: string, init: RequestInit = {}) =>
  api.fetch(
    new Request(`http://localhost/api/v1${path}`, {
      ...init,
      headers: { authorization: 'yes', ...(init.headers as Record<string, string>) },
    }),
  );
const post = (api: Api, path: string, body: string, type = 'application/json') =>
  ask(api, path, { method: 'POST', body, headers: { 'content-type': type } });
const codeOf = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code;

describe('uploads', () => {
  it('takes a part as bytes with its place, and refuses one without', async () => {
    const said: Said[] = [];
    const api = listeningApi(said);
    const part = (query: string) => ask(api, `/uploads/up%2F1${query}`, { method: 'PUT', body: new Uint8Array([1, 2]) });
    expect((await part('?offset=512')).status).toBe(200);
    expect(said).toEqual([{ name: 'continueUpload', input: { uploadId: 'up/1', offset: 512, bytes: new Uint8Array([1, 2]) } }]);
    expect(await codeOf(await part(''))).toBe('SERVER_REQUEST_INVALID');
  });

  it('takes no part of which only some has come', async () => {
    const said: Said[] = [];
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array([1]));
        controller.error(new Error('connection reset'));
      },
    });
    const response = await ask(listeningApi(said), '/uploads/up1?offset=0', { method: 'PUT', body, duplex: 'half' } as RequestInit);
    expect(response.status).toBe(500);
    expect(said).toEqual([]);
  });

  it('begins one by size and digest', async () => {
    const said: Said[] = [];
    const offer = { name: 'a.pdf', mediaType: '', bytes: 3, digest: `sha256:${'a'.repeat(64)}` };
    expect((await post(listeningApi(said), '/uploads', JSON.stringify(offer))).status).toBe(200);
    expect(said).toEqual([{ name: 'beginUpload', input: offer }]);
    expect(await codeOf(await post(listeningApi([]), '/uploads', JSON.stringify({ ...offer, digest: 'x' })))).toBe(
      'SERVER_REQUEST_INVALID',
    );
  });
});

describe('the API', () => {
  it('refuses a request of nobody', async () => {
    const response = await listeningApi([]).fetch(new Request('http://localhost/api/v1/me'));
    expect(response.status).toBe(401);
    expect(await codeOf(response)).toBe('SERVER_NOT_IDENTIFIED');
  });

  it('hands the retry of an incident to the service, its number read from the address', async () => {
    const said: Said[] = [];
    const api = listeningApi(said);
    await post(api, '/cases/c1/incidents/12/retry', '{"commandId":"r1","variables":{"receiver":"王一"}}');
    expect(said).toEqual([
      { name: 'retryIncident', input: { caseId: 'c1', incidentId: 12, commandId: 'r1', variables: { receiver: '王一' } } },
    ]);
    expect((await post(api, '/cases/c1/incidents/x/retry', '{"commandId":"r2"}')).status).toBe(400);
  });

  it('hands a checked query to the service', async () => {
    const said: Said[] = [];
    await ask(listeningApi(said), '/tasks?box=todo&limit=20');
    expect(said).toEqual([{ name: 'tasks', input: { box: 'todo', limit: 20 } }]);
  });

  it('names the place of what does not fit', async () => {
    const response = await ask(listeningApi([]), '/tasks?box=everything');
    const body = (await response.json()) as { error: { code: string; details: { at: string } } };
    expect([response.status, body.error.code, body.error.details.at]).toEqual([400, 'SERVER_REQUEST_INVALID', 'query.box']);
  });

  it('answers a refusal as 422 with its problems', async () => {
    const said: Said[] = [];
    const body = JSON.stringify({ commandId: 'c1', revision: 0, values: { 'F-01': { site: '吹麻滩镇' } } });
    const response = await post(listeningApi(said), '/tasks/t1/complete', body);
    expect(response.status).toBe(422);
    expect(said[0]?.input).toMatchObject({ taskId: 't1', commandId: 'c1', values: { 'F-01': { site: '吹麻滩镇' } } });
  });

  it.each([
    ['not JSON', '{"a":', 'SERVER_BODY_NOT_JSON'],
    ['too deep', `${'['.repeat(80)}${']'.repeat(80)}`, 'SERVER_BODY_TOO_DEEP'],
    ['a forbidden name', '{"values":{"__proto__":{}}}', 'SERVER_NAME_FORBIDDEN'],
    ['too large', JSON.stringify({ text: 'x'.repeat(3 * 1024 * 1024) }), 'SERVER_BODY_TOO_LARGE'],
  ])('refuses a body that is %s', async (_what, body, code) => {
    const said: Said[] = [];
    expect(await codeOf(await post(listeningApi(said), '/tasks/t1/complete', body))).toBe(code);
    expect(said).toEqual([]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp', ''])(
    'refuses JSON that is sent as "%s", as a foreign page could',
    async (type) => {
      const said: Said[] = [];
      const body = JSON.stringify({ commandId: 'c1', revision: 0, values: {} });
      expect(await codeOf(await post(listeningApi(said), '/tasks/t1/complete', body, type))).toBe('SERVER_BODY_NOT_JSON');
      expect(said).toEqual([]);
    },
  );

  it.each([
    ['DELETE', '/tasks/t1', 404],
    ['PUT', '/me', 404],
    ['GET', '/tasks?box=todo&limit=1e9', 400],
    ['GET', '/tasks?box=todo&limit=-1', 400],
    ['GET', '/tasks?__proto__=1', 400],
    ['GET', '/changes?cursor=1%20OR%201', 400],
    ['GET', `/projects?text=${'x'.repeat(101)}`, 400],
    ['POST', '/files', 400],
  ])('refuses %s %s in JSON, with no more than it says', async (method, path, status) => {
    const response = await ask(listeningApi([]), path, { method });
    const text = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/json']);
    expect(text).toMatch(/"code":"SERVER_/);
    expect(text).not.toMatch(/\bat .*\.ts|node_modules|SELECT/);
  });

  it('does not send back at length what was too long', async () => {
    const long = 'x'.repeat(1_000_000);
    for (const body of [{ [`__proto__`.padEnd(1_000_000, 'x')]: 1 }, { commandId: long }, { kind: long, commandId: 'c', revision: 0 }]) {
      const response = await post(listeningApi([]), '/tasks/t1/operations', JSON.stringify(body));
      expect(response.status).toBe(400);
      expect((await response.text()).length).toBeLessThan(3_000);
    }
  });

  it.each([
    ['a"b\r\nset-cookie: a=b.pdf', 'application/pdf', 'application/pdf'],
    ['半个\uD83D', 'text/html; charset=utf-8', 'application/octet-stream'],
    ["'quoted'*(1).pdf", 'a/b\r\nx: y', 'application/octet-stream'],
  ])('downloads the file %j without a header of its making', async (name, mediaType, type) => {
    const api = createApi({
      identify: async () => actor,
      cases: () => ({ getFile: async () => ({ name, mediaType, bytes: new Uint8Array([1]) }) }) as unknown as CaseService,
      measures: () => ({}) as MeasureService,
      newId: () => 'incident-1',
    });
    const { status, headers } = await ask(api, '/files/f1');
    expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([200, type, 'nosniff']);
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w%.~!-]+$/);
  });

  it("gives the runtime's errors their status and both languages", async () => {
    const response = await ask(listeningApi([]), '/tasks/t9');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      error: { code: 'RUNTIME_TASK_UNKNOWN', sentences: { 'zh-CN': '没有任务“t9”。', en: 'No task "t9".' } },
    });
  });

  it('says nothing of the inside of a fault, and logs it under the number it shows', async () => {
    const faults: unknown[] = [];
    const response = await ask(listeningApi([], faults), '/tasks/broken');
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).toContain('incident-1');
    expect(text).not.toContain('disk full');
    expect(String(faults[0])).toContain('disk full');
  });

  it('serves files as downloads that cannot run in the page', async () => {
    const response = await ask(listeningApi([]), '/files/f1');
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('合同.pdf'));
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('describes every route in OpenAPI from the schemas that validate', async () => {
    const document = (await (await ask(listeningApi([]), '/openapi.json')).json()) as {
      paths: Record<string, Record<string, { requestBody?: object; parameters: { name: string }[] }>>;
    };
    expect(Object.keys(document.paths)).toContain('/api/v1/tasks/{taskId}/complete');
    expect(document.paths['/api/v1/tasks']?.['get']?.parameters.map((parameter) => parameter.name)).toEqual([
      'box',
      'text',
      'light',
      'cursor',
      'limit',
    ]);
    expect(JSON.stringify(document.paths['/api/v1/tasks/{taskId}/complete']?.['post']?.requestBody)).toContain('commandId');
  });
});
