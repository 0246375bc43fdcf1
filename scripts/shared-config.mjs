/** What tests and bundles share: workspace packages are read from their sources, decorators are lowered, Formily never builds code from text. */
export const sharedConfig = {
  resolve: { conditions: ['@tongban/source', 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: ['@tongban/source', 'module', 'node', 'development|production'] } },
};
