/** The words of the place to sign. */
import { defineMessages, type Messages, type MessageTable } from '@tongban/element-kit';

const zhCN = {
  padFor: '{label}：手写签名',
  blank: '签名区，尚未签名。请用手指、笔或鼠标书写。',
  drawn: '签名区，已书写。',
  confirm: '确认签名',
  clear: '重写',
  close: '取消',
  failed: '签名没有保存成功，请检查网络后再点“确认签名”。',
  typeInstead: '不便手写时，输入您的姓名“{name}”确认',
  confirmTyped: '以姓名确认',
} as const;

const en: MessageTable<typeof zhCN> = {
  padFor: '{label}: sign by hand',
  blank: 'Place to sign, still blank. Write with finger, pen or mouse.',
  drawn: 'Place to sign, signed.',
  confirm: 'Confirm signature',
  clear: 'Start over',
  close: 'Cancel',
  failed: 'The signature could not be kept. Check the network and confirm again.',
  typeInstead: 'If you cannot draw, type your name “{name}” to confirm',
  confirmTyped: 'Confirm by name',
};

/** See the module comment. */
export const padMessages: Messages<typeof zhCN> = defineMessages({ 'zh-CN': zhCN, en });
