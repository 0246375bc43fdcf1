/** The words of locks: what a copy may not change. */
import { defineMessages, type Messages, type MessageTable } from '@tongban/element-kit';

const zhCN = {
  byBase: '由{base}锁定：{says}。',
  byThis: '已锁定，下级的副本须遵守：{says}。',
  because: '{sentence}依据：{reason}。',
  'says.element.fixed': '这里不能修改，也不能去掉',
  'says.element.stays': '必须保留，可以改设置',
  'says.element.shorter': '只能缩短',
  'says.limit.fixed': '时限不能修改',
  'says.limit.stays': '必须保留',
  'says.limit.shorter': '时限只能缩短',
  title: '锁定',
  hint: '下级（市、县）的副本能不能改这里。法律法规已定的，请锁定并写明依据。',
  rule: '下级的副本',
  ruleHint: '必须保留的，下级可以调整办理人、表单等设置，但不能去掉或绕过（R-124）。',
  'rule.none': '可以改，也可以去掉',
  'rule.stays': '必须保留，可以改设置',
  'rule.fixed': '不能改',
  'rule.shorter': '只能缩短',
  reason: '锁定依据（文件、条款）',
  reasonHint: '下级想改时会看到，如“行政许可法第四十二条”。',
  limitRule: '下级的副本对此时限',
  limitRuleHint: '法定时限一般只能缩短。',
  longer: '由{base}锁定，只能缩短：不超过 {most}。',
} as const;

const en: MessageTable<typeof zhCN> = {
  byBase: 'Locked by {base}: {says}.',
  byThis: 'Locked for copies of this measure: {says}.',
  because: '{sentence} Reason: {reason}.',
  'says.element.fixed': 'it is neither changed nor taken out',
  'says.element.stays': 'it must stay; its settings may change',
  'says.element.shorter': 'it only gets shorter',
  'says.limit.fixed': 'the limit is not changed',
  'says.limit.stays': 'the limit must stay',
  'says.limit.shorter': 'the limit may only be shortened',
  title: 'Lock',
  hint: 'Whether copies of this measure (city, county) may change this. Lock what the law fixes, and say where it does.',
  rule: 'A copy',
  ruleHint: 'What must stay may be set up otherwise, but neither taken out nor gone around (R-124).',
  'rule.none': 'may change it and take it out',
  'rule.stays': 'must keep it, and may set it up otherwise',
  'rule.fixed': 'may not change it',
  'rule.shorter': 'may only shorten it',
  reason: 'Reason of the lock (document, article)',
  reasonHint: 'Shown to whoever wants to change it, such as “Administrative Licensing Law, Art. 42”.',
  limitRule: 'For this limit a copy',
  limitRuleHint: 'A limit of the law may usually be shortened only.',
  longer: 'Locked by {base}, may only be shortened: {most} at most.',
};

/** The reason of a lock that gives none, in the sentence of a problem. */
export const NO_REASON = { 'zh-CN': '未注明', en: 'none given' } as const;

/** All words of locks. */
export const lockMessages: Messages<typeof zhCN> = defineMessages({ 'zh-CN': zhCN, en });
