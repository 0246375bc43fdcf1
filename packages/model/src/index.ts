export * from './errors.ts';
export * from './json.ts';
export * from './text.ts';
export * from './wire.ts';
export * from './feel-tree.ts';
export * from './decision-table.ts';
