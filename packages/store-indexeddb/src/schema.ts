/**
 * The tables, as numbered steps: step n brings a database from version n - 1 to n. Steps that were released are never edited; a change is
 * a new step.
 *
 * Every key starts with the tenant. Rows are kept as JSON text as they were handed in; beside it stand the fields that are searched. A row
 * that lacks a field of an index is not in it. In `places` a row names every list it stands in, each with its place there.
 */
import type { LightPlan } from '@tongban/runtime';

/** A key, or a part of one. */
export type Key = string | number | readonly Key[];

/** The rows of each table. */
export interface Tables {
  readonly cases: KeptCase;
  readonly heads: KeptHead;
  readonly caseData: OfCase & { readonly key: string; readonly version: number; readonly values: string; readonly salt?: string };
  readonly tasks: KeptTask;
  readonly taskDrafts: { readonly tenant: string; readonly taskId: string; readonly draft: string };
  readonly timers: KeptWork;
  readonly jobs: KeptWork;
  readonly startTimers: KeptWork;
  readonly subscriptions: OfCase & {
    readonly subscriptionId: string;
    readonly name: string;
    readonly key: string;
    readonly subscription: string;
  };
  readonly messages: KeptMessage;
  readonly caseFiles: OfCase & { readonly fileId: string };
  readonly commands: KeptCommand;
  readonly journal: KeptLink;
  readonly releases: { readonly tenant: string; readonly releaseId: string; readonly places: readonly Key[]; readonly summary: string };
  readonly releaseContents: { readonly tenant: string; readonly releaseId: string; readonly release: string; readonly sources: string };
  readonly currentReleases: { readonly tenant: string; readonly measureId: string; readonly releaseId: string };
  readonly measureDrafts: { readonly tenant: string; readonly measureId: string; readonly draft: string };
  readonly calendars: { readonly tenant: string; readonly calendarId: string; readonly version: number; readonly edition: string };
  readonly projects: { readonly tenant: string; readonly code: string; readonly owner?: string; readonly project: string };
  readonly documents: KeptDocument;
  readonly serials: { readonly tenant: string; readonly series: string; readonly year: number; readonly last: number };
  readonly deputyships: { readonly tenant: string; readonly deputyshipId: string; readonly deputyship: string };
  readonly files: KeptFile;
  readonly fileContents: { readonly tenant: string; readonly fileId: string; readonly content: Uint8Array };
  readonly uploads: KeptUpload;
  readonly uploadParts: { readonly tenant: string; readonly uploadId: string; readonly offset: number; readonly content: Uint8Array };
}

export type TableName = keyof Tables;

interface OfCase {
  readonly tenant: string;
  readonly caseId: string;
}

/** What changes with every commit. */
export interface KeptCase extends OfCase {
  readonly version: number;
  readonly hash: string;
  readonly state: string;
  /** The latest version of each document. */
  readonly latest: readonly (readonly [key: string, version: number])[];
}

/** What lists show of a case. */
export interface KeptHead extends OfCase {
  readonly places: readonly Key[];
  readonly light?: LightPlan;
  readonly search: string;
  readonly head: string;
}

/** A task. `measureId` is that of its case. */
export interface KeptTask extends OfCase {
  readonly taskId: string;
  readonly measureId: string;
  readonly revision: number;
  readonly places: readonly Key[];
  readonly light?: LightPlan;
  readonly task: string;
}

/** Work: `free` is when it is due, until it is leased; then `leasedUntil` stands in its place. */
export interface KeptWork {
  readonly tenant: string;
  /** Its case or measure. */
  readonly owner: string;
  readonly workId: string;
  readonly dueAt: number;
  readonly free?: number;
  readonly leasedUntil?: number;
  readonly work: string;
}

/** A message that came early; `awaited` is its place, once some case may wait for it. */
export interface KeptMessage {
  readonly place?: number;
  readonly tenant: string;
  readonly messageId: string;
  readonly name: string;
  readonly key: string;
  readonly expiresAt: number;
  readonly awaited?: 1;
  readonly message: string;
}

/** A command with its first answer. */
export interface KeptCommand {
  readonly tenant: string;
  readonly of: 'cases' | 'measures' | 'deputies';
  readonly actorId: string;
  readonly commandId: string;
  readonly answer: string;
}

/** A link of the audit chain of a case, at its place in the order of commits. */
export interface KeptLink extends OfCase {
  /** The number of its last event; those before it have the numbers before. A link without events takes one number, too. */
  readonly cursor: number;
  readonly entry: string;
  readonly hash: string;
  readonly personal: readonly string[];
}

/** An issued document; documents are numbered in the order in which they were issued. */
export interface KeptDocument extends OfCase {
  readonly place?: number;
  readonly documentId: string;
  readonly issueKey: string;
  readonly projectCode?: string;
  readonly document: string;
}

/** What is known of a file. */
export interface KeptFile {
  readonly tenant: string;
  readonly fileId: string;
  readonly putBy: string;
  readonly putAt: number;
  readonly digest?: string;
  readonly facts: string;
}

/** A file that is on its way. */
export interface KeptUpload {
  readonly tenant: string;
  readonly uploadId: string;
  readonly putBy: string;
  readonly begunAt: number;
  readonly sent: number;
  readonly upload: string;
}

interface TableSpec {
  readonly name: TableName;
  readonly key: string | readonly string[];
  /** Rows are numbered as they come. */
  readonly numbered?: true;
  readonly indexes?: Readonly<Record<string, string | readonly string[]>>;
}

/** The index in which a row stands once for each of its `places`. */
const PLACES = { places: 'places' };
const WORK = { key: ['tenant', 'owner', 'workId'], indexes: { free: ['free', 'owner', 'workId'], leased: 'leasedUntil' } };

const VERSION_1: readonly TableSpec[] = [
  { name: 'cases', key: ['tenant', 'caseId'] },
  { name: 'heads', key: ['tenant', 'caseId'], indexes: PLACES },
  { name: 'caseData', key: ['tenant', 'caseId', 'key', 'version'] },
  { name: 'tasks', key: ['tenant', 'taskId'], indexes: PLACES },
  { name: 'taskDrafts', key: ['tenant', 'taskId'] },
  { name: 'timers', ...WORK },
  { name: 'jobs', ...WORK },
  { name: 'startTimers', ...WORK },
  {
    name: 'subscriptions',
    key: ['tenant', 'caseId', 'subscriptionId'],
    indexes: { byName: ['tenant', 'name', 'key', 'caseId', 'subscriptionId'] },
  },
  {
    name: 'messages',
    key: 'place',
    numbered: true,
    indexes: { byId: ['tenant', 'messageId'], byName: ['tenant', 'name', 'key'], awaited: 'awaited', expiry: 'expiresAt' },
  },
  { name: 'caseFiles', key: ['tenant', 'fileId', 'caseId'] },
  { name: 'commands', key: ['tenant', 'of', 'actorId', 'commandId'] },
  { name: 'journal', key: 'cursor', indexes: { ofCase: ['tenant', 'caseId'] } },
  { name: 'releases', key: ['tenant', 'releaseId'], indexes: PLACES },
  { name: 'releaseContents', key: ['tenant', 'releaseId'] },
  { name: 'currentReleases', key: ['tenant', 'measureId'] },
  { name: 'measureDrafts', key: ['tenant', 'measureId'] },
  { name: 'calendars', key: ['tenant', 'calendarId', 'version'] },
  { name: 'projects', key: ['tenant', 'code'], indexes: { ofOwner: ['tenant', 'owner', 'code'] } },
  {
    name: 'documents',
    key: 'place',
    numbered: true,
    indexes: {
      byId: ['tenant', 'documentId'],
      byKey: ['tenant', 'issueKey'],
      ofCase: ['tenant', 'caseId'],
      ofProject: ['tenant', 'projectCode'],
    },
  },
  { name: 'serials', key: ['tenant', 'series', 'year'] },
  { name: 'deputyships', key: ['tenant', 'deputyshipId'] },
  { name: 'files', key: ['tenant', 'fileId'], indexes: { byDigest: ['tenant', 'putBy', 'digest', 'putAt'] } },
  { name: 'fileContents', key: ['tenant', 'fileId'] },
  { name: 'uploads', key: ['tenant', 'uploadId'], indexes: { ofPerson: ['tenant', 'putBy', 'begunAt'] } },
  { name: 'uploadParts', key: ['tenant', 'uploadId', 'offset'] },
];

const STEPS: readonly (readonly TableSpec[])[] = [VERSION_1];

/** The version that this program writes. */
export const SCHEMA_VERSION: number = STEPS.length;

/** Brings a database from a version to the latest, inside the transaction of the upgrade. */
export function upgrade(database: IDBDatabase, from: number): void {
  for (const { name, key, numbered = false, indexes = {} } of STEPS.slice(from).flat()) {
    const table = database.createObjectStore(name, { keyPath: pathOf(key), autoIncrement: numbered });
    for (const [index, path] of Object.entries(indexes)) table.createIndex(index, pathOf(path), { multiEntry: index === 'places' });
  }
}

function pathOf(path: string | readonly string[]): string | string[] {
  return typeof path === 'string' ? path : [...path];
}
