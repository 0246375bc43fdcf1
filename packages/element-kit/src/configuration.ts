/**
 * What a host page tells all Tongban elements at once: addresses, tokens, its own pickers and file store.
 *
 * @example
 * ```ts
 * configureTongban({ baseUrl: '/api/tongban', getToken: () => session.token, onUnauthorized: () => location.assign('/login') });
 * ```
 */

/** A person as a picker gives it back; ids are the host's. */
export interface PickedPerson {
  readonly id: string;
  readonly name: string;
  readonly departmentName?: string;
}

/** A department as a picker gives it back; ids are the host's. */
export interface PickedDepartment {
  readonly id: string;
  readonly name: string;
}

/** What an element asks a picker for. */
export interface PickRequest {
  /** What it is picked for, in words: the title of the picker. */
  readonly title: string;
  readonly multiple: boolean;
  /** Ids that are picked already. */
  readonly selected: readonly string[];
  /** Only people or departments with this role. */
  readonly role?: string;
  /** The element that asks; a picker opens from it and gives the focus back to it. */
  readonly anchor: HTMLElement;
}

/** A host's own pickers. Each answers with what was picked, or undefined when the person closed it. */
export interface Pickers {
  readonly people?: (request: PickRequest) => Promise<readonly PickedPerson[] | undefined>;
  readonly departments?: (request: PickRequest) => Promise<readonly PickedDepartment[] | undefined>;
  /** The people with these ids, to show by name who was picked before; whom it does not know it leaves out. */
  readonly named?: (ids: readonly string[]) => Promise<readonly PickedPerson[]>;
}

/** A file that the host keeps; cases hold only this. */
export interface FileRef {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** Media type, e.g. `application/pdf`. */
  readonly type: string;
}

/** Where files go and come from. */
export interface FilePort {
  /** Keeps `file`; `onProgress` gets the share done, 0 to 1. */
  upload(file: File, options: { readonly signal?: AbortSignal; readonly onProgress?: (share: number) => void }): Promise<FileRef>;
  /** The contents, for a look or to save. */
  open(ref: FileRef): Promise<Blob>;
  /** A host's own dialog for choosing files (a scanner, a licence library); without it the browser's is used. */
  pick?(request: {
    readonly accept: readonly string[];
    readonly multiple: boolean;
    readonly anchor: HTMLElement;
  }): Promise<readonly File[] | undefined>;
}

/** What is to be sealed. */
export interface SealRequest {
  /** Title of the form and label of the field, in words. */
  readonly form: string;
  readonly field: string;
  readonly kind: 'seal' | 'signature';
  /** What the form says at this moment, by field key. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What is sealed, as text: `sealedText` of `@tongban/form`. */
  readonly content: string;
  /** Its digest, `sha256:<hex>`. */
  readonly digest: string;
  /** The element that asks; a dialog of the host opens from it and gives the focus back to it. */
  readonly anchor: HTMLElement;
}

/** What a seal leaves. */
export interface Sealed {
  /** Whose seal it is. */
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The digest it was made for, as it was asked; one of something else is refused. */
  readonly digest: string;
  /** The sealed document in the file store. */
  readonly fileId?: string;
}

/** A host's e-seal: a U-key, a seal service. Answers undefined when the person closed it. */
export type SealPort = (request: SealRequest) => Promise<Sealed | undefined>;

/** Everything a host may hand over. */
export interface TongbanConfiguration {
  /** Address of the HTTP API, absolute or relative to the page, without a slash at its end. Default: the page's own `api`. */
  readonly baseUrl: string;
  /** Where workers, fonts and pictures lie. Default: beside the bundles. */
  readonly assetBase: string | undefined;
  /** The token for a request; asked each time, so that it may be renewed. */
  readonly getToken: (() => string | undefined | Promise<string | undefined>) | undefined;
  /** Called once when the API says that nobody is signed in. */
  readonly onUnauthorized: (() => void) | undefined;
  readonly pickers: Pickers;
  readonly files: FilePort | undefined;
  readonly seal: SealPort | undefined;
}

const DEFAULTS: TongbanConfiguration = {
  baseUrl: 'api',
  assetBase: undefined,
  getToken: undefined,
  onUnauthorized: undefined,
  pickers: {},
  files: undefined,
  seal: undefined,
};

// held on the page, not in the module: two copies of the package share one configuration
const PLACE: unique symbol = Symbol.for('tongban.configuration') as never;
const page = globalThis as { [PLACE]?: TongbanConfiguration };

/** Sets what is given and keeps the rest; call it before the first element is used. */
export function configureTongban(changes: Partial<TongbanConfiguration>): void {
  page[PLACE] = { ...tongbanConfiguration(), ...changes };
}

/** What holds now. */
export function tongbanConfiguration(): TongbanConfiguration {
  return page[PLACE] ?? DEFAULTS;
}

/** The address of a file that belongs to us, below `assetBase`; `besides` is the module that asks (`import.meta.url`). */
export function assetUrl(path: string, besides: string): string {
  const { assetBase } = tongbanConfiguration();
  if (assetBase === undefined) return new URL(path, besides).href;
  return new URL(path, new URL(assetBase.endsWith('/') ? assetBase : `${assetBase}/`, document.baseURI)).href;
}

/** The headers that say who asks: `Authorization: Bearer …`, or none. */
export async function authorizationHeaders(): Promise<Record<string, string>> {
  const token = await tongbanConfiguration().getToken?.();
  return token ? { Authorization: `Bearer ${token}` } : {};
}

/** Back to nothing said; for tests. */
export function resetTongbanConfiguration(): void {
  delete page[PLACE];
}
