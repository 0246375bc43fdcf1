/** The errors of this room, and how what a browser throws becomes them. */
import { defineErrors, isTongbanError, type Raise, type TongbanError } from '@tongban/model';

const TABLE = {
  PAGE_STORE_DENIED: {
    en: 'The browser does not let this page keep the database "{name}". Leave the private window, or allow this site to store data, then open the page again. ({reason})',
    'zh-CN': '浏览器不允许本页面保存数据库“{name}”。请退出无痕窗口，或允许本网站存储数据，然后重新打开页面。（{reason}）',
    kind: 'unavailable',
    causes: 'A private window of some browsers, a setting or policy that forbids sites to store data, or a frame of another site.',
  },
  PAGE_STORE_NEWER: {
    en: 'The database "{name}" was written by a newer version of this page. Reload the page to get the newer version; nothing was changed.',
    'zh-CN': '数据库“{name}”由本页面的更新版本写入。请刷新页面以使用新版本；数据未被改动。',
    kind: 'unavailable',
    causes: 'An older version of the page came out of a cache, or the host was put back to an older version.',
  },
  PAGE_STORE_BLOCKED: {
    en: 'Another tab keeps the database "{name}" open in an older version. Close the other tabs of this site, then open the page again; nothing was changed.',
    'zh-CN': '另一个标签页仍以旧版本打开着数据库“{name}”。请关闭本网站的其他标签页，再重新打开页面；数据未被改动。',
    kind: 'unavailable',
    causes: 'A tab that was opened before an update, and that the browser has put to sleep.',
  },
  PAGE_STORE_OUTDATED: {
    en: 'Another tab has opened the database "{name}" with a newer version of this page, or cleared it; this tab keeps nothing any more. Reload this tab.',
    'zh-CN': '另一个标签页已用新版本打开或清空了数据库“{name}”，本标签页的修改不再保存。请刷新本标签页。',
    kind: 'unavailable',
    causes: 'The page was updated, or its data were cleared, while an older tab stayed open.',
  },
  PAGE_STORE_LOST: {
    en: 'The browser has closed the database "{name}"; this page keeps nothing any more. Reload the page; if the cases are gone, the data of this site were cleared.',
    'zh-CN': '浏览器已关闭数据库“{name}”，本页面的修改不再保存。请刷新页面；若办件已不存在，说明本网站的数据已被清除。',
    kind: 'unavailable',
    causes: 'Somebody cleared the data of the site, or the disk failed.',
  },
  PAGE_STORE_FULL: {
    en: 'The browser has no more room for the database "{name}"; the change was not made. Free some space on the disk or clear data of other sites, then try again.',
    'zh-CN': '浏览器已没有空间保存数据库“{name}”，本次修改未保存。请清理磁盘或其他网站的数据后重试。',
    kind: 'unavailable',
    causes: 'A full disk, or the quota of the site is used up.',
  },
  PAGE_STORE_CLOSED: {
    en: 'The database "{name}" was closed. Open it again before using it.',
    'zh-CN': '数据库“{name}”已关闭。请重新打开后再使用。',
    kind: 'unavailable',
    causes: 'A command that came in while the engine was closing.',
  },
  PAGE_STORE_FAILED: {
    en: 'The database "{name}" failed; the change was not made. Reload the page, then try again. ({reason})',
    'zh-CN': '数据库“{name}”出错，本次修改未保存。请刷新页面后重试。（{reason}）',
    kind: 'fault',
    causes: 'A read or write error of the disk, or files of the browser that are damaged.',
  },
} as const;

/** Makes the errors of this room. */
export const raise: Raise<keyof typeof TABLE & string> = defineErrors(TABLE);

// https://w3c.github.io/IndexedDB/#exceptions; InvalidStateError at opening is what Firefox says in a private window.
const OPENING: Readonly<Record<string, keyof typeof TABLE>> = {
  SecurityError: 'PAGE_STORE_DENIED',
  InvalidStateError: 'PAGE_STORE_DENIED',
  VersionError: 'PAGE_STORE_NEWER',
};

/** What opening a database threw, as an error of this room. */
export function openingError(cause: unknown, name: string): TongbanError {
  const code = OPENING[nameOf(cause)];
  return code === undefined ? storeError(cause, name) : raise(code, { name, reason: reasonOf(cause) }, cause);
}

/** What a transaction threw, as an error of this room. Our own errors pass through. */
export function storeError(cause: unknown, name: string): TongbanError {
  if (isTongbanError(cause)) return cause;
  const code = nameOf(cause) === 'QuotaExceededError' ? 'PAGE_STORE_FULL' : 'PAGE_STORE_FAILED';
  return raise(code, { name, reason: reasonOf(cause) }, cause);
}

function nameOf(cause: unknown): string {
  return cause instanceof Error || cause instanceof DOMException ? cause.name : '';
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error || cause instanceof DOMException ? cause.message : String(cause);
}
