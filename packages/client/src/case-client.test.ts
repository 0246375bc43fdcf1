import { isTongbanError } from '@tongban/model';
import { describe, expect, it } from 'vitest';
import { createCaseClient } from './case-client.ts';

const answering = (respond: (url: string, init: RequestInit) => Response | Promise<Response>) =>
  createCaseClient({
    baseUrl: '/api/v1',
    headers: () => ({ authorization: 'Bearer t' }),
    fetch: (async (url: string, init: RequestInit) => respond(url, init)) as typeof fetch,
  });

describe('the case client', () => {
  it('sends the host’s headers and leaves out what was not asked', async () => {
    let seen: [string, HeadersInit | undefined] | undefined;
    const client = answering((url, init) => {
      seen = [url, init.headers];
      return Response.json({ entries: [], total: 0 });
    });
    await client.tasks({ box: 'todo', text: '' });
    expect(seen).toEqual(['/api/v1/tasks?box=todo', { authorization: 'Bearer t' }]);
  });

  it('asks for an incident to be tried again at its address', async () => {
    let seen: [string, unknown] | undefined;
    const client = answering((url, init) => {
      seen = [url, JSON.parse(String(init.body))];
      return Response.json({ ok: true, caseId: 'c/1' });
    });
    expect(await client.retryIncident({ commandId: 'r1', caseId: 'c/1', incidentId: 3 })).toEqual({ ok: true, caseId: 'c/1' });
    expect(seen).toEqual(['/api/v1/cases/c%2F1/incidents/3/retry', { commandId: 'r1' }]);
  });

  it('takes a refusal as an answer', async () => {
    const client = answering(() => Response.json({ ok: false, problems: [] }, { status: 422 }));
    expect(await client.complete({ commandId: 'c', taskId: 't', revision: 1, values: {} })).toEqual({ ok: false, problems: [] });
  });

  it('throws the error of the server with its code', async () => {
    const error = {
      code: 'RUNTIME_TASK_UNKNOWN',
      kind: 'notFound',
      details: { taskId: 't' },
      sentences: { en: 'No task.', 'zh-CN': '没有此任务。' },
    };
    const client = answering(() => Response.json({ error }, { status: 404 }));
    await expect(client.task('t')).rejects.toSatisfy((thrown: unknown) => isTongbanError(thrown, 'RUNTIME_TASK_UNKNOWN'));
  });

  it('says so when the server does not answer, or something else does', async () => {
    const silent = answering(() => Promise.reject(new TypeError('network')));
    await expect(silent.whoAmI()).rejects.toSatisfy((thrown: unknown) => isTongbanError(thrown, 'CLIENT_UNREACHABLE'));
    const proxy = answering(() => new Response('<html>sign in</html>', { status: 502 }));
    await expect(proxy.whoAmI()).rejects.toSatisfy((thrown: unknown) => isTongbanError(thrown, 'CLIENT_ANSWER_UNREADABLE'));
  });

  it('follows the change stream and goes on where it was after a break', async () => {
    const cursors: string[] = [];
    const over = new AbortController();
    const client = answering((url) => {
      cursors.push(new URL(url, 'http://localhost').searchParams.get('cursor') ?? '');
      const n = cursors.length;
      return new Response(`: hello\n\nid: ${n}\nevent: change\ndata: {"cursor":"${n}","caseId":"c${n}","kinds":["opened"]}\n\n`);
    });
    const seen: string[] = [];
    for await (const notice of client.changes({ signal: over.signal })) {
      seen.push(notice.caseId);
      if (seen.length === 2) over.abort();
    }
    expect(seen).toEqual(['c1', 'c2']);
    expect(cursors).toEqual(['', '1']);
  });
});
