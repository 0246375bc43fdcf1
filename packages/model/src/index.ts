export * from './errors.ts';
export * from './json.ts';
export * from './text.ts';
export * from './wire.ts';
