/** The codes of decisions that cannot be made; apart from the others, since a page that fills in forms makes none. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  FEEL_DECISION_UNKNOWN: {
    en: 'There is no decision “{decisionId}” in “{modelId}”. Correct the id.',
    'zh-CN': '“{modelId}”中没有决策“{decisionId}”。请更正标识。',
    kind: 'notFound',
  },
  FEEL_DECISION_CYCLE: {
    en: 'The decision “{decisionId}” requires itself. Remove one of the requirements.',
    'zh-CN': '决策“{decisionId}”依赖于自身。请删除其中一条依赖。',
  },
  FEEL_DECISION_INPUT: {
    en: 'In decision “{decisionId}”, “{input}” is {value}, which is none of its allowed values. Correct the value or the list of allowed values.',
    'zh-CN': '决策“{decisionId}”中，“{input}”的值 {value} 不在允许值之内。请更正该值或允许值。',
  },
  FEEL_DECISION_TYPE: {
    en: 'In decision “{decisionId}”, “{input}” is {value} ({kind}), which is no {type}. Correct the value or the type.',
    'zh-CN': '决策“{decisionId}”中，“{input}”的值 {value}（{kind}）不符合类型 {type}。请更正该值或类型。',
    causes: 'A text where the column or input data says number or date, or a value that its item definition does not allow.',
  },
  FEEL_DECISION_NOT_UNIQUE: {
    en: 'In decision “{decisionId}”, several rules match ({rules}), and its hit policy allows one. Make them exclude each other.',
    'zh-CN': '决策“{decisionId}”中有多条规则同时命中（{rules}），而命中策略只允许一条。请使规则互斥。',
  },
  FEEL_DECISION_NOT_SAME: {
    en: 'In decision “{decisionId}”, the rules that match ({rules}) give different results. Make their results equal.',
    'zh-CN': '决策“{decisionId}”中命中的规则（{rules}）结果不一致。请使其结果相同。',
  },
  FEEL_DECISION_NO_RULE: {
    en: 'In decision “{decisionId}”, no rule matches, and there is no default. Add a rule or a default.',
    'zh-CN': '决策“{decisionId}”中没有规则命中，也没有默认值。请增加规则或默认值。',
  },
} as const;

/** What is wrong with a decision, in words; making one gives codes and facts only. */
export const decisionErrors: Raise<keyof typeof table> = defineErrors(table);

/** The code of a decision that cannot be made. */
export type DecisionErrorCode = keyof typeof table;
