/** Fixtures in tests: the text of a file, as Vite imports it. */
declare module '*.bpmn?raw' {
  const text: string;
  export default text;
}
declare module '*.json?raw' {
  const text: string;
  export default text;
}

interface ImportMeta {
  glob(pattern: string, options: { readonly query: '?raw'; readonly import: 'default'; readonly eager: true }): Record<string, string>;
}
