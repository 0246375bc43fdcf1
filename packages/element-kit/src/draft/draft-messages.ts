/** The words of a draft. */
import { defineMessages, type Messages, type MessageTable } from '../messages.ts';

const zhCN = {
  opening: '正在打开草稿…',
  typed: '有未保存的修改',
  saving: '正在保存草稿…',
  kept: '草稿已自动保存，{at}',
  device: '暂时连不上服务器。所填内容已存在本机，恢复后自动保存。',
  expired: '登录已过期。所填内容已存在本机，重新登录后自动保存。',
  refused: '草稿未能保存：{why}所填内容已存在本机。',
  lost: '草稿没有保存成功，请不要关闭页面。',
  sendNow: '立即保存',
  conflict: '这份草稿在别处也有修改，请选择保留哪一份。',
  conflictAt: '另一份保存于{at}。',
  conflictBy: '另一份由{by}保存于{at}。',
  conflictFields: '不同之处：{fields}。',
  and: '、',
  keepMine: '保留本页所填',
  takeTheirs: '改用另一份',
} as const;

const en: MessageTable<typeof zhCN> = {
  opening: 'Opening the draft…',
  typed: 'Not saved yet',
  saving: 'Saving the draft…',
  kept: 'Draft saved, {at}',
  device: 'The server cannot be reached now. What you typed is kept on this device and saved when it can.',
  expired: 'Your session has ended. What you typed is kept on this device and saved when you have signed in again.',
  refused: 'The draft was not taken: {why} What you typed is kept on this device.',
  lost: 'The draft could not be saved. Please do not close this page.',
  sendNow: 'Save now',
  conflict: 'This draft was changed elsewhere too. Choose which one to keep.',
  conflictAt: 'The other one was saved at {at}.',
  conflictBy: 'The other one was saved by {by} at {at}.',
  conflictFields: 'They differ in: {fields}.',
  and: ', ',
  keepMine: 'Keep what is here',
  takeTheirs: 'Take the other one',
};

/** See the module comment. */
export const draftMessages: Messages<typeof zhCN> = defineMessages({ 'zh-CN': zhCN, en });
