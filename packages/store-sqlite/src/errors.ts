/** The errors of this room, and how SQLite's result codes become them. */
import { defineErrors, isTongbanError, type Raise, type TongbanError } from '@tongban/model';

const TABLE = {
  STORE_NODE_TOO_OLD: {
    en: 'This version of Node.js ({version}) has no built-in SQLite. Use Node.js 22.13 or newer, or hand in a database of your own driver.',
    'zh-CN': '当前 Node.js 版本（{version}）没有内置 SQLite。请使用 Node.js 22.13 或更高版本，或传入自备驱动的数据库。',
    kind: 'fault',
    causes: 'Node.js 20 or older.',
  },
  STORE_SCHEMA_NEWER: {
    en: 'The database "{path}" has schema version {found}, this program knows versions up to {known}. Install the newer program; the file was not changed.',
    'zh-CN': '数据库“{path}”的结构版本是 {found}，本程序只支持到 {known}。请安装新版程序；数据库文件未被改动。',
    kind: 'fault',
    causes: 'The program was put back to an older version after the newer one had opened the file.',
  },
  STORE_FILE_FOREIGN: {
    en: 'The file "{path}" is an SQLite database of another program. Choose another path; the file was not changed.',
    'zh-CN': '文件“{path}”是其他程序的 SQLite 数据库。请更换路径；文件未被改动。',
    kind: 'fault',
    causes: 'A path that points to a database of another application.',
  },
  STORE_FILE_CORRUPT: {
    en: 'The database "{path}" is damaged or no SQLite database: {reason}. Stop the program, keep a copy of the file with its -wal file, and restore the last backup.',
    'zh-CN': '数据库“{path}”已损坏，或不是 SQLite 数据库：{reason}。请停止程序，保留该文件及其 -wal 文件的副本，并恢复最近的备份。',
    kind: 'fault',
    causes: 'A failing disk, a file copied while the program ran without its -wal file, or a path to a file of another kind.',
  },
  STORE_FILE_READ_ONLY: {
    en: 'The database "{path}" cannot be written. Give the program write permission for the file and its folder.',
    'zh-CN': '数据库“{path}”不可写。请授予程序对该文件及其所在文件夹的写权限。',
    kind: 'fault',
    causes: 'The file or folder belongs to another user, the disk is mounted read-only, or the database was opened read-only.',
  },
  STORE_FILE_UNREACHABLE: {
    en: 'The database "{path}" cannot be opened: {reason}. Check that its folder exists and that the program may use it.',
    'zh-CN': '无法打开数据库“{path}”：{reason}。请检查所在文件夹是否存在、程序是否有权访问。',
    kind: 'fault',
    causes: 'A folder that cannot be created, or a path that names a folder.',
  },
  STORE_DISK_FULL: {
    en: 'The disk of the database "{path}" is full; the change was not made. Free some space, then try again.',
    'zh-CN': '数据库“{path}”所在磁盘已满，本次修改未保存。请清理空间后重试。',
    kind: 'unavailable',
  },
  STORE_BUSY: {
    en: 'The database "{path}" is in use by another process for too long; the change was not made. Try again.',
    'zh-CN': '数据库“{path}”长时间被其他进程占用，本次修改未保存。请重试。',
    kind: 'unavailable',
    causes: 'A backup or another program holds a write lock.',
  },
  STORE_CLOSED: {
    en: 'The database "{path}" was closed. Open it again before using it.',
    'zh-CN': '数据库“{path}”已关闭。请重新打开后再使用。',
    kind: 'unavailable',
    causes: 'A request that came in while the program was stopping.',
  },
  STORE_DATABASE_FAILED: {
    en: 'The database "{path}" failed: {reason}. The change was not made.',
    'zh-CN': '数据库“{path}”出错：{reason}。本次修改未保存。',
    kind: 'fault',
    causes: 'A read or write error of the disk; a row that breaks a rule of the schema.',
  },
} as const;

/** Makes the errors of this room. */
export const raise: Raise<keyof typeof TABLE & string> = defineErrors(TABLE);

// https://sqlite.org/rescode.html; extended codes keep the primary one in their lowest byte.
const CODES: Readonly<Record<number, keyof typeof TABLE>> = {
  5: 'STORE_BUSY',
  6: 'STORE_BUSY',
  8: 'STORE_FILE_READ_ONLY',
  11: 'STORE_FILE_CORRUPT',
  13: 'STORE_DISK_FULL',
  14: 'STORE_FILE_UNREACHABLE',
  26: 'STORE_FILE_CORRUPT',
};

/** What a driver threw, as an error of this room. Our own errors pass through. */
export function storeError(cause: unknown, path: string): TongbanError {
  if (isTongbanError(cause)) return cause;
  const resultCode = (cause as { readonly errcode?: number }).errcode ?? 0;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return raise(CODES[resultCode & 0xff] ?? 'STORE_DATABASE_FAILED', { path, reason }, cause);
}
