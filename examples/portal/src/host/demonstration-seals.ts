/**
 * The e-seal service of the example: it seals with a key of this server, and knows its own seals again. A demonstration without legal force;
 * a real portal asks its seal platform or certificate authority, both to seal and to check.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import measure from '@tongban/measures/mock-approval/measure.json' with { type: 'json' };
import { type Actor, type CaseService, isJsonObject } from '@tongban/model';
import type { FileStore, SealCheck, WallClock } from '@tongban/runtime';
import { projectsOf } from './projects.ts';

/** What it needs. */
export interface DemonstrationSealOptions {
  readonly files: FileStore;
  readonly clock: WallClock;
  readonly key: Uint8Array;
}

/** Seals, and checks seals. */
export interface DemonstrationSeals {
  /** For `createEngine`. */
  readonly check: SealCheck;
  /** Seals what the page shows, for `actor`; `cases` keeps the sealed document as theirs. Undefined when there is nothing to seal or no seal. */
  seal(actor: Actor, cases: CaseService, order: unknown): Promise<Seal | undefined>;
}

/** A seal as the page gets it. */
interface Seal extends SealFacts {
  readonly fileId: string;
}

interface SealFacts {
  readonly name: string;
  readonly day: string;
  readonly digest: string;
}

const CHINA_OFFSET_MS = 8 * 3_600_000;
const REFUSED = { ok: false, reason: '演示电子印章服务没有加盖过这枚印章。' } as const;

/** Starts the service. */
export function demonstrationSeals({ files, clock, key }: DemonstrationSealOptions): DemonstrationSeals {
  return {
    check: async ({ actor, kind, sealed: { name, day, digest = '', fileId = '' } }) => {
      const file = await files.get(actor.tenant, fileId);
      const own = sealedDocument(key, { tenant: actor.tenant, kind, name, day, digest });
      return file !== undefined && sameBytes(file.content, own) ? { ok: true } : REFUSED;
    },
    seal: async (actor, cases, order) => {
      if (!isJsonObject(order)) return undefined;
      const { kind, content } = order;
      if ((kind !== 'seal' && kind !== 'signature') || typeof content !== 'string') return undefined;
      const name = kind === 'signature' ? actor.name : unitOf(actor, content);
      if (name === undefined) return undefined;
      const day = new Date(clock.now() + CHINA_OFFSET_MS).toISOString().slice(0, 10);
      const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
      const bytes = sealedDocument(key, { tenant: actor.tenant, kind, name, day, digest });
      const { fileId } = await cases.putFile({ name: `演示电子印章 ${name}.json`, mediaType: 'application/json', bytes });
      return { name, day, digest, fileId };
    },
  };
}

/** The key in the file at `path`, made at the first start: seals outlive a restart. */
export async function keptKey(path: string): Promise<Uint8Array> {
  await writeFile(path, randomBytes(32), { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return await readFile(path);
}

/** Whose seal somebody holds: that of whom they act for, of their department, or of their enterprise of which the content speaks. */
function unitOf(actor: Actor, content: string): string | undefined {
  if (actor.onBehalfOf !== undefined) return actor.onBehalfOf.name;
  if (actor.department !== undefined) return measure.departments.find(({ id }) => id === actor.department)?.name;
  const own = projectsOf(actor.tenant).filter(({ owner }) => owner === actor.id);
  return (own.find(({ code, enterprise }) => content.includes(code) || content.includes(enterprise.name)) ?? own[0])?.enterprise.name;
}

/** The same facts make the same bytes, and only who has the key can make them. */
function sealedDocument(key: Uint8Array, facts: SealFacts & { readonly tenant: string; readonly kind: 'seal' | 'signature' }): Uint8Array {
  const { tenant, kind, name, day, digest } = facts;
  const hmac = createHmac('sha256', key)
    .update(JSON.stringify([tenant, kind, name, day, digest]))
    .digest('hex');
  return Buffer.from(JSON.stringify({ note: '演示电子印章，不具有法律效力', tenant, kind, name, day, digest, hmac }));
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}
