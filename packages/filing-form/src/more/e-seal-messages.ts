/** The words of the host's e-seal. */
import { defineMessages, type Messages, type MessageTable } from '@tongban/element-kit';

const zhCN = {
  eSeal: '使用电子印章',
  eSealFailed: '电子印章没有加盖成功，请重试，或打印盖章后上传扫描件。',
  eSealForeign: '返回的电子印章不是为本表现在的内容加盖的，未予采用，请重新加盖。',
  eSealOther: '这枚电子印章属于“{name}”，不是“{owner}”，未予采用。请换用自己的印章。',
} as const;

const en: MessageTable<typeof zhCN> = {
  eSeal: 'Use the electronic seal',
  eSealFailed: 'The electronic seal was not set. Try again, or print, seal and upload a scan.',
  eSealForeign: 'The e-seal that came back is not for what the form says now. It was not used; seal again.',
  eSealOther: 'This e-seal is that of “{name}”, not of “{owner}”. It was not used; take your own.',
};

/** See the module comment. */
export const eSealMessages: Messages<typeof zhCN> = defineMessages({ 'zh-CN': zhCN, en });
