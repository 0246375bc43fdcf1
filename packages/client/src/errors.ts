/** The errors of the HTTP client. What the server says travels through unchanged. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  CLIENT_UNREACHABLE: {
    kind: 'unavailable',
    en: 'The server does not answer. What you typed is kept; check the network and try again.',
    'zh-CN': '无法连接服务器。已填写的内容仍然保留，请检查网络后重试。',
    causes: 'No network, the server is being restarted, or a proxy refuses the address.',
  },
  CLIENT_ANSWER_UNREADABLE: {
    kind: 'unavailable',
    en: 'The answer of "{path}" (status {status}) could not be read. Try again; if it stays, a proxy may be changing it.',
    'zh-CN': '接口“{path}”返回的内容（状态 {status}）无法识别。请重试；如仍失败，可能是代理改写了内容。',
    causes: 'A sign-in page or an error page of a proxy in place of JSON.',
  },
} as const;

/** Makes the errors of this package. */
export const raise: Raise<keyof typeof table> = defineErrors(table);
