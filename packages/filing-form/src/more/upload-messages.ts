/** The words of files on their way. */
import { defineMessages, type Messages, type MessageTable } from '@tongban/element-kit';

const zhCN = {
  again: '重新上传 {name}',
  cancel: '取消上传 {name}',
  empty: '文件“{name}”是空的，请更换文件。',
  failed: '“{name}”上传失败，请检查网络后重试。',
  goOn: '继续上传 {name}',
  kind: '文件“{name}”的类型不能上传，可用：{kinds}。',
  pause: '暂停上传 {name}',
  paused: '已暂停，已上传 {percent}%',
  same: '“{name}”与已上传的“{other}”内容相同，不必重复上传。',
  tooLarge: '文件“{name}”超过 {limit}，请更换较小的文件。',
  tooMany: '最多上传 {count} 份文件，“{name}”没有上传。',
  uploaded: '“{name}”已上传。',
  uploading: '正在上传 {name}，已完成 {percent}%',
  waiting: '网络中断，已上传 {percent}%，恢复后自动继续',
} as const;

const en: MessageTable<typeof zhCN> = {
  again: 'Upload {name} again',
  cancel: 'Cancel the upload of {name}',
  empty: 'The file “{name}” is empty. Choose another one.',
  failed: '“{name}” was not uploaded. Check the network and try again.',
  goOn: 'Go on uploading {name}',
  kind: 'The file “{name}” is of a kind that cannot be uploaded. Accepted: {kinds}.',
  pause: 'Pause the upload of {name}',
  paused: 'Paused at {percent}%',
  same: '“{name}” is the same as “{other}”, which is uploaded already.',
  tooLarge: 'The file “{name}” is larger than {limit}. Choose a smaller one.',
  tooMany: 'At most {count} files; “{name}” was not uploaded.',
  uploaded: '“{name}” is uploaded.',
  uploading: 'Uploading {name}: {percent}%',
  waiting: 'Connection lost at {percent}%; goes on by itself when it is back',
};

/** See the module comment. */
export const uploadMessages: Messages<typeof zhCN> = defineMessages({ 'zh-CN': zhCN, en });
