/** The errors of the HTTP API. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  SERVER_NOT_IDENTIFIED: {
    kind: 'unauthenticated',
    en: 'Nobody is signed in. Sign in to the portal and try again.',
    'zh-CN': '尚未登录。请登录门户后重试。',
    causes: "The host's `identify` found no person for the request: the token is missing, has expired, or belongs to another system.",
  },
  SERVER_ROUTE_UNKNOWN: {
    kind: 'notFound',
    en: 'There is nothing at "{method} {path}". See /openapi.json for the addresses of this API.',
    'zh-CN': '接口“{method} {path}”不存在。接口清单见 /openapi.json。',
    causes: 'A wrong path prefix, or a client newer than the server.',
  },
  SERVER_BODY_NOT_JSON: {
    kind: 'invalid',
    en: 'The body is not JSON: {reason}. Send application/json in UTF-8.',
    'zh-CN': '请求内容不是合法的 JSON：{reason}。请以 UTF-8 编码的 application/json 发送。',
    causes: 'A truncated body, a form post, or another encoding.',
  },
  SERVER_BODY_TOO_LARGE: {
    kind: 'tooLarge',
    en: 'The body is larger than {limitBytes} bytes. Send less, or files one by one.',
    'zh-CN': '请求内容超过 {limitBytes} 字节。请减少内容，或逐个上传文件。',
    causes: 'A file put into a form value instead of being uploaded.',
  },
  SERVER_BODY_TOO_DEEP: {
    kind: 'invalid',
    en: 'The body is nested deeper than {limit} levels. Flatten it.',
    'zh-CN': '请求内容嵌套超过 {limit} 层。请减少嵌套。',
    causes: 'A hostile or broken client.',
  },
  SERVER_NAME_FORBIDDEN: {
    kind: 'invalid',
    en: 'The name "{name}" is not allowed in data. Rename the field.',
    'zh-CN': '数据中不允许使用名称“{name}”。请更改字段名。',
    causes: 'Names such as `__proto__` have a meaning in JavaScript and never become keys of data.',
  },
  SERVER_REQUEST_INVALID: {
    kind: 'invalid',
    en: 'The request does not fit: {at}: {reason}. See /openapi.json for what this address takes.',
    'zh-CN': '请求格式不正确：{at}：{reason}。该接口的格式见 /openapi.json。',
    causes: 'A field is missing, has another type, or is outside its range.',
  },
  SERVER_FAULT: {
    kind: 'fault',
    en: 'The server could not finish the request. Nothing was changed; try again, and tell the administrator the number {incidentId} if it stays.',
    'zh-CN': '服务器未能完成请求，数据没有改变。请重试；如仍失败，请将编号 {incidentId} 告知管理员。',
    causes: 'An unexpected error; the server log has it under the same number.',
  },
} as const;

/** Makes the errors of this package. */
export const raise: Raise<keyof typeof table> = defineErrors(table);
