/** Stands in for the messages and formats of `@formily/validator`: verdicts and their words are those of `@tongban/form`. */
export default {};
