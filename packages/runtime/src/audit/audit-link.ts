/**
 * The audit chain of a case: every commit is a link, whose hash covers the link before it.
 *
 *     entry 1 ──hash──► entry 2 ──hash──► entry 3        in each: events, digests of what is personal, the hash before
 *        │ digest           │ digest          │ digest
 *     personal values    personal values   (erased)      beside the chain, each with a salt of its own
 *
 * An entry is canonical JSON and kept as it was hashed, byte for byte. It holds no personal values, only salted digests of them: erasing
 * the values leaves the chain as it is, and nobody can find out what they were by trying.
 */
import type { Json, JsonObject } from '@tongban/model';
import type { AuditLink, DataRow } from '../store/store.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Digest } from './digest.ts';
import { openEvents, type PersonalValues, type SealedEvents, sealEvents } from './personal-values.ts';
import { quoted } from './quoted.ts';

/** What is hashed, as JSON. */
export interface AuditEntry {
  readonly formatVersion: 1;
  readonly algorithm: string;
  readonly tenant: string;
  readonly caseId: string;
  /** The version that the commit made. */
  readonly version: number;
  /** Hash of the link before; '' at the first one. */
  readonly previous: string;
  readonly command: { readonly id: string; readonly actor: string; readonly kind: string };
  /** The release the case stood under then, and the edition of its calendar (0: the release's own). */
  readonly release: { readonly id: string; readonly calendar: number };
  readonly events: readonly JsonObject[];
  readonly documents: readonly { readonly key: string; readonly version: number; readonly digest: string }[];
  readonly personal: readonly { readonly of: string; readonly digest: string }[];
}

/** Personal values of a commit as they are kept beside the chain. Their digest is that of their text as it is kept. */
export interface PersonalRecord extends PersonalValues {
  /** Id of the person; '' when it is nobody. */
  readonly of: string;
  readonly salt: string;
}

/** What a link is made of. */
export interface LinkFacts {
  readonly digest: Digest;
  /** A text that nobody can guess, a new one at each call. */
  readonly newSalt: () => string;
  readonly tenant: string;
  readonly caseId: string;
  readonly version: number;
  readonly previous: string;
  readonly commandId: string;
  readonly actorId: string;
  readonly command: { readonly kind: string };
  /** What the case was ready under. */
  readonly ready: { readonly release: { readonly id: string }; readonly edition?: number };
  readonly events: readonly JsonObject[];
  readonly data: readonly DataRow[];
}

/** Makes the link of a commit. The command is kept with the values of who gave it. */
export function auditLink(facts: LinkFacts): AuditLink {
  const { digest } = facts;
  const sealed = sealEvents(facts.events);
  const records = recordsOf(facts, sealed);
  const personal = records.map((record) => JSON.stringify(record));
  const digests = records.map(({ of }, at) => `{"digest":"${digest.hash(personal[at] as string)}","of":${quoted(of)}}`);
  const entry = entryText(facts, sealed.events, digests.join(','));
  return { entry, hash: digest.hash(entry), personal };
}

/** The salted digest of a version of a document. */
export function documentDigest(digest: Digest, { key, version, salt = '', values }: DataRow): string {
  return digest.hash(canonicalJson({ key, version, salt, values }));
}

/** The events of a link, with the personal values that are still there. */
export function eventsOfLink({ entry, personal }: Pick<AuditLink, 'entry' | 'personal'>): readonly JsonObject[] {
  const { events } = JSON.parse(entry) as Pick<AuditEntry, 'events'>;
  return openEvents(
    events,
    personal.map((text) => JSON.parse(text) as PersonalRecord),
  );
}

/** The links without what they keep of a person. */
export function withoutPerson(links: readonly AuditLink[], person: string): readonly AuditLink[] {
  return links.map((link) => ({ ...link, personal: link.personal.filter((text) => (JSON.parse(text) as PersonalRecord).of !== person) }));
}

/** The command that a link was made by; undefined when it was erased. */
export function commandOfLink({ personal }: Pick<AuditLink, 'personal'>): Json | undefined {
  for (const text of personal) {
    const { command } = JSON.parse(text) as PersonalRecord;
    if (command !== undefined) return command;
  }
  return undefined;
}

// helpers

/** An {@link AuditEntry} as canonical JSON: its keys are in order. */
function entryText(facts: LinkFacts, events: string, personal: string): string {
  const { digest, tenant, caseId, version, previous, commandId, actorId, command, data, ready } = facts;
  const documents = data.map((row) => `{"digest":"${documentDigest(digest, row)}","key":${quoted(row.key)},"version":${row.version}}`);
  const given = `{"actor":${quoted(actorId)},"id":${JSON.stringify(commandId)},"kind":${quoted(command.kind)}}`;
  const release = `{"calendar":${ready.edition ?? 0},"id":${quoted(ready.release.id)}}`;
  return (
    `{"algorithm":${quoted(digest.algorithm)},"caseId":${JSON.stringify(caseId)},"command":${given},"documents":[${documents.join(',')}],` +
    `"events":${events},"formatVersion":1,"personal":[${personal}],"previous":"${previous}","release":${release},` +
    `"tenant":${quoted(tenant)},"version":${version}}`
  );
}

function recordsOf({ command, newSalt }: LinkFacts, { values }: SealedEvents): readonly PersonalRecord[] {
  const { actor } = command as { readonly actor?: { readonly id: string } };
  const giver = actor?.id ?? '';
  const persons = values.has(giver) ? [...values.keys()] : [giver, ...values.keys()];
  return persons.map((of) => {
    const events = values.get(of) ?? {};
    return of === giver ? { of, salt: newSalt(), events, command: command as unknown as Json } : { of, salt: newSalt(), events };
  });
}
