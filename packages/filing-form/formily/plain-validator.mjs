/**
 * Stands in for `@formily/validator`: every rule of ours is a function that asks `@tongban/form`, so there are no formats, no messages in
 * many languages and no templates.
 */
export const parseValidatorDescriptions = (validator) =>
  [validator]
    .flat()
    .filter(Boolean)
    .map((one) => (typeof one === 'function' ? { validator: one } : one));

export async function validate(value, validator, { triggerType, context } = {}) {
  const error = [];
  for (const rule of parseValidatorDescriptions(validator)) {
    if (triggerType !== undefined && triggerType !== (rule.triggerType ?? 'onInput')) continue;
    const message = await rule.validator?.(value, rule, context);
    if (typeof message === 'string' && message !== '') error.push(message);
  }
  return { error, success: [], warning: [] };
}

const nothing = () => undefined;
export const getValidateLocaleIOSCode = nothing;
export const getLocaleByPath = nothing;
export const setValidateLanguage = nothing;
export const registerValidateFormats = nothing;
export const registerValidateLocale = nothing;
export const registerValidateMessageTemplateEngine = nothing;
export const registerValidateRules = nothing;
