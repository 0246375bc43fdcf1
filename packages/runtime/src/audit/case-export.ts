/** A case as evidence: its audit chain with what lies beside it, for somebody who has neither the database nor this program's trust. */
import type { AuditProblem, CaseExport, CaseVerification, JsonObject } from '@tongban/model';
import type { AuditLink, Storage } from '../store/store.ts';
import { type AuditEntry, documentDigest, type PersonalRecord } from './audit-link.ts';
import { type Digest, sha256Digest } from './digest.ts';

/** Exports a case of a tenant; undefined when there is none. */
export async function exportCase({ cases }: Storage, tenant: string, caseId: string): Promise<CaseExport | undefined> {
  const audit = await cases.audit(tenant, caseId);
  if (audit === undefined) return undefined;
  const { links, data } = audit;
  return { formatVersion: 1, tenant, caseId, hash: links.at(-1)?.hash ?? '', links, documents: data };
}

/** Verifies an export, offline, with the digest by which the chain was made (default: SHA-256). */
export function verifyCaseExport(exported: CaseExport, digest: Digest = sha256Digest): CaseVerification {
  return new Verifier(exported, digest).verify();
}

// helpers

class Verifier {
  readonly #case: CaseExport;
  readonly #digest: Digest;
  readonly #problems: AuditProblem[] = [];
  #verified = 0;
  #unsealed = 0;
  #erasedValues = 0;
  #erasedDocuments = 0;
  #previous = '';
  #version = 0;
  #seq = 0;

  constructor(exported: CaseExport, digest: Digest) {
    this.#case = exported;
    this.#digest = digest;
  }

  verify(): CaseVerification {
    const { links, hash } = this.#case;
    links.forEach((link, at) => {
      this.#link(link, at + 1);
    });
    if (hash !== (links.at(-1)?.hash ?? ''))
      this.#report('headDiffers', links.length, 'The last link is not the one that the export names.');
    return {
      ok: this.#problems.length === 0,
      problems: this.#problems,
      ...{ verified: this.#verified, unsealed: this.#unsealed, erasedValues: this.#erasedValues, erasedDocuments: this.#erasedDocuments },
    };
  }

  #link(link: AuditLink, at: number): void {
    const entry = this.#read(link, at);
    if (entry === undefined) return;
    this.#events(entry.events, at);
    // A chain begins with its first hash and never stops again.
    if (link.hash === '' && this.#previous === '') {
      this.#unsealed += 1;
      return;
    }
    if (entry.algorithm !== this.#digest.algorithm || entry.formatVersion !== 1) {
      this.#report('formatUnknown', at, `It was made with ${entry.algorithm}, format ${entry.formatVersion}.`);
      return;
    }
    if (this.#digest.hash(link.entry) !== link.hash) this.#report('entryChanged', at, 'The entry is not the one that was hashed.');
    if (entry.previous !== this.#previous) this.#report('linkBroken', at, 'It does not follow the link before it.');
    if (entry.tenant !== this.#case.tenant || entry.caseId !== this.#case.caseId || entry.version !== this.#expectedVersion(entry))
      this.#report('entryMisplaced', at, `It is commit ${entry.version} of case "${entry.caseId}".`);
    this.#personal(link, entry, at);
    this.#documents(entry, at);
    this.#previous = link.hash;
    this.#verified += 1;
  }

  #read(link: AuditLink, at: number): AuditEntry | undefined {
    try {
      return JSON.parse(link.entry) as AuditEntry;
    } catch {
      this.#report('entryChanged', at, 'The entry is no JSON.');
      return undefined;
    }
  }

  // Before the chain was kept, each event was a link of its own, so versions count from the first sealed one.
  #expectedVersion(entry: AuditEntry): number {
    this.#version = this.#version === 0 && this.#unsealed > 0 ? entry.version : this.#version + 1;
    return this.#version;
  }

  #events(events: readonly JsonObject[], at: number): void {
    for (const event of events) {
      this.#seq += 1;
      if (event['seq'] === this.#seq) continue;
      this.#report('eventMissing', at, `Event ${this.#seq} is missing.`);
      return;
    }
  }

  #personal(link: AuditLink, entry: AuditEntry, at: number): void {
    const digests = new Set(entry.personal.map(({ digest }) => digest));
    for (const text of link.personal)
      if (!digests.delete(this.#digest.hash(text)))
        this.#report('personalChanged', at, `The values about "${ofText(text)}" are not those that were sealed.`);
    this.#erasedValues += digests.size;
  }

  #documents({ documents }: AuditEntry, at: number): void {
    for (const { key, version, digest } of documents) {
      const row = this.#case.documents.find((one) => one.key === key && one.version === version);
      if (row === undefined) this.#erasedDocuments += 1;
      else if (documentDigest(this.#digest, row) !== digest)
        this.#report('documentChanged', at, `Document "${key}", version ${version}, is not the one that was sealed.`);
    }
  }

  #report(kind: AuditProblem['kind'], version: number, text: string): void {
    this.#problems.push({ kind, version, text });
  }
}

function ofText(text: string): string {
  try {
    return String((JSON.parse(text) as PersonalRecord).of);
  } catch {
    return '';
  }
}
