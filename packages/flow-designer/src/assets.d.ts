/** Files that Vite imports: sheets as text, fonts as an address. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
declare module '*?url&no-inline' {
  const address: string;
  export default address;
}
declare module '*.js?raw' {
  const text: string;
  export default text;
}
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
