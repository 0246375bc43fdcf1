/** Stands in for the rules of `@formily/validator`: the only one is to ask `@tongban/form`. */
export default {
  validator: async (value, rule, context, format) => rule.validator(value, rule, context, format),
};
