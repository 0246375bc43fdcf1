/** Fixtures in tests: the texts of files, as Vite imports them. */
declare module '*.bpmn?raw' {
  const text: string;
  export default text;
}

interface ImportMeta {
  glob(pattern: string, options: { readonly query: '?raw'; readonly import: 'default'; readonly eager: true }): Record<string, string>;
}
