/** The codes of values that a form refuses. Those of the document itself are in `document-errors.ts`. */
import { defineErrors, type Raise } from '@tongban/model';

const table = {
  FORM_NAME_FORBIDDEN: {
    en: 'The name “{name}” cannot be used for data. Choose another one.',
    'zh-CN': '名称“{name}”不能用作数据名。请换一个名称。',
    causes: '`__proto__`, `constructor` and `prototype` have a meaning of their own in JavaScript; names have 1 to 200 characters.',
  },
  FORM_EXPRESSION_MISSING: {
    en: 'The compiled form “{formId}” lacks the expression “{text}”. Compile the form again.',
    'zh-CN': '已编译的表单“{formId}”缺少表达式“{text}”。请重新编译表单。',
    kind: 'fault',
  },

  // Values: what they are
  FORM_VALUES_INVALID: {
    en: 'The values of the form “{formId}” must be an object of values by field key.',
    'zh-CN': '表单“{formId}”的数据应为按字段键名排列的对象。',
  },
  FORM_FIELD_UNKNOWN: {
    en: 'The form “{formId}” has no field “{name}”. Remove the value or add the field.',
    'zh-CN': '表单“{formId}”没有字段“{name}”。请删除该值，或在表单中添加此字段。',
  },
  FORM_VALUE_TYPE: {
    en: '“{field}” must be {expected}.',
    'zh-CN': '“{field}”应为{expected}。',
  },
  FORM_ROWS_TOO_MANY: {
    en: '“{field}” has {count} rows; at most {limit} are possible.',
    'zh-CN': '“{field}”有 {count} 行，最多 {limit} 行。',
    kind: 'tooLarge',
  },
  FORM_ROW_ID_INVALID: {
    en: 'Each row of “{field}” needs a row id of its own.',
    'zh-CN': '“{field}”的每一行都需要唯一的行编号。',
  },

  // Values: what is wrong with them, in words for those who fill in
  FORM_FIELD_REQUIRED: { en: 'Fill in “{field}”.', 'zh-CN': '请填写“{field}”。' },
  FORM_CHOICE_REQUIRED: { en: 'Choose “{field}”.', 'zh-CN': '请选择“{field}”。' },
  FORM_TEXT_TOO_SHORT: { en: '“{field}” needs at least {limit} characters.', 'zh-CN': '“{field}”至少填写 {limit} 个字。' },
  FORM_TEXT_TOO_LONG: {
    en: '“{field}” may have at most {limit} characters; now {count}.',
    'zh-CN': '“{field}”最多 {limit} 个字，现有 {count} 个字。',
  },
  FORM_NUMBER_TOO_SMALL: { en: '“{field}” must be at least {limit}{unit}.', 'zh-CN': '“{field}”不能小于 {limit}{unit}。' },
  FORM_NUMBER_TOO_LARGE: { en: '“{field}” must be at most {limit}{unit}.', 'zh-CN': '“{field}”不能大于 {limit}{unit}。' },
  FORM_NUMBER_DECIMALS: {
    en: '“{field}” may have at most {limit} digits after the decimal point.',
    'zh-CN': '“{field}”最多保留 {limit} 位小数。',
  },
  FORM_NUMBER_WHOLE: { en: '“{field}” must be a whole number.', 'zh-CN': '“{field}”应为整数。' },
  FORM_PHONE_INVALID: {
    en: '“{field}” is no telephone number. Enter 11 digits of a mobile, or a landline with area code, such as 0930-1234567.',
    'zh-CN': '“{field}”不是有效的电话号码。请填写 11 位手机号，或带区号的固定电话，如 0930-1234567。',
  },
  FORM_USCC_INVALID: {
    en: '“{field}” is no unified social credit code: {reason}. Compare it with the business licence.',
    'zh-CN': '“{field}”不是有效的统一社会信用代码：{reason}。请对照营业执照核对。',
  },
  FORM_ID_NUMBER_INVALID: {
    en: '“{field}” is no identity card number: {reason}. Compare it with the card.',
    'zh-CN': '“{field}”不是有效的居民身份证号码：{reason}。请对照身份证核对。',
  },
  FORM_PROJECT_CODE_INVALID: {
    en: '“{field}” is no investment project code. It looks like 2305-622927-04-01-123456.',
    'zh-CN': '“{field}”不是有效的投资项目代码。格式如 2305-622927-04-01-123456。',
  },
  FORM_DATE_TOO_EARLY: { en: '“{field}” must not be before {limit}.', 'zh-CN': '“{field}”不能早于{limit}。' },
  FORM_DATE_TOO_LATE: { en: '“{field}” must not be after {limit}.', 'zh-CN': '“{field}”不能晚于{limit}。' },
  FORM_RANGE_INCOMPLETE: { en: '“{field}” needs a first and a last day.', 'zh-CN': '“{field}”需要填写开始和结束日期。' },
  FORM_RANGE_BACKWARDS: {
    en: 'In “{field}” the last day is before the first. Correct one of them.',
    'zh-CN': '“{field}”的结束日期早于开始日期。请更正。',
  },
  FORM_REGION_INCOMPLETE: { en: 'Choose “{field}” down to the last level.', 'zh-CN': '“{field}”请选择到最后一级。' },
  FORM_REGION_OUTSIDE: {
    en: '“{field}” lies outside the region this form is for. Choose another one.',
    'zh-CN': '“{field}”不在本表适用的地区内。请重新选择。',
  },
  FORM_CHOICE_UNKNOWN: {
    en: '“{field}” has no choice “{value}”. Choose one of the list.',
    'zh-CN': '“{field}”没有选项“{value}”。请从列表中选择。',
  },
  FORM_ITEM_UNKNOWN: {
    en: '“{field}”: the item “{value}” is not in the list of items. Choose it anew.',
    'zh-CN': '“{field}”中的事项“{value}”不在事项清单中。请重新选择。',
  },
  FORM_ITEM_MODE: {
    en: '“{field}”: the item “{value}” does not allow this way of handling. Take it out.',
    'zh-CN': '“{field}”中的事项“{value}”不能以这种方式办理。请取消选择。',
  },
  FORM_TOO_FEW: { en: '“{field}” needs at least {limit}; now {count}.', 'zh-CN': '“{field}”至少需要 {limit} 项，现有 {count} 项。' },
  FORM_TOO_MANY: { en: '“{field}” may have at most {limit}; now {count}.', 'zh-CN': '“{field}”最多 {limit} 项，现有 {count} 项。' },
  FORM_FILE_TYPE: {
    en: '“{field}”: the file “{name}” is not of a kind accepted ({accept}). Choose another file.',
    'zh-CN': '“{field}”：文件“{name}”的类型不被接受（可用：{accept}）。请更换文件。',
  },
  FORM_FILE_TOO_LARGE: {
    en: '“{field}”: the file “{name}” is larger than {limit}. Choose a smaller one.',
    'zh-CN': '“{field}”：文件“{name}”超过 {limit}。请更换较小的文件。',
  },
  FORM_FILE_EMPTY: {
    en: '“{field}”: the file “{name}” is empty. Choose another file.',
    'zh-CN': '“{field}”：文件“{name}”是空的。请更换文件。',
  },
  FORM_MATERIAL_MISSING: {
    en: '“{field}”: “{name}” is missing. Upload it, or say how it is handed in.',
    'zh-CN': '“{field}”缺少“{name}”。请上传，或选择提交方式。',
  },
  FORM_MATERIAL_NOT_TOLERABLE: {
    en: '“{field}”: “{name}” cannot be promised for later. Hand it in now.',
    'zh-CN': '“{field}”中的“{name}”不可容缺。请现在提交。',
  },
  FORM_MATERIAL_PROMISE_DAY: {
    en: '“{field}”: say by which day “{name}” follows.',
    'zh-CN': '“{field}”：请填写“{name}”的补交日期。',
  },
  FORM_MATERIAL_PROMISE_PAST: {
    en: '“{field}”: the day by which “{name}” follows lies in the past.',
    'zh-CN': '“{field}”：“{name}”的补交日期已过。请更正。',
  },
  FORM_MATERIAL_PROMISE_LATE: {
    en: '“{field}”: “{name}” must follow by {limit}.',
    'zh-CN': '“{field}”：“{name}”最迟应于{limit}补交。',
  },
  FORM_CLAUSE_NOT_ACKNOWLEDGED: { en: 'Read “{field}” and tick it.', 'zh-CN': '请阅读并勾选“{field}”。' },
  FORM_CLAUSE_OUTDATED: {
    en: '“{field}” has a new text. Read it and tick it again.',
    'zh-CN': '“{field}”的内容已更新。请重新阅读并勾选。',
  },
  FORM_OPINION_TEXT_REQUIRED: { en: 'Give the reason in “{field}”.', 'zh-CN': '请在“{field}”中填写理由。' },
  FORM_SIGNATURE_INCOMPLETE: {
    en: '“{field}” needs a name and a day.',
    'zh-CN': '“{field}”需要姓名（名称）和日期。',
  },
  FORM_SIGNATURE_SCAN_MISSING: { en: 'Attach the picture of “{field}”.', 'zh-CN': '请提供“{field}”的手写签名或扫描件。' },
  FORM_RULE_BROKEN: { en: '{message}', 'zh-CN': '{messageZh}' },

  // Values: who may write them
  FORM_FIELD_NOT_WRITABLE: {
    en: '“{field}” cannot be changed here. Leave it as it is.',
    'zh-CN': '“{field}”在此环节不能修改。请保持原值。',
    kind: 'forbidden',
    causes:
      'The task, the role, the department or a rule of the form keeps the field from being written; or it was changed by someone else.',
  },
  FORM_ROWS_NOT_EXTENSIBLE: {
    en: 'Rows cannot be added to “{field}” here.',
    'zh-CN': '“{field}”在此环节不能增加行。',
    kind: 'forbidden',
  },

  // The session
  FORM_PATH_UNKNOWN: {
    en: 'The form “{formId}” has no value at “{path}”.',
    'zh-CN': '表单“{formId}”中没有“{path}”。',
    kind: 'fault',
  },
} as const;

/** Makes the errors and problems of this package. */
export const raise: Raise<keyof typeof table> = defineErrors(table);

/** A code of this package. */
export type FormErrorCode = keyof typeof table;
