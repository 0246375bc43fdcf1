/** Fixtures in tests: the texts of files, as Vite imports them. */
interface ImportMeta {
  glob(pattern: string, options: { readonly query: '?raw'; readonly import: 'default'; readonly eager: true }): Record<string, string>;
}
