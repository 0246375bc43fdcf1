/** Process: the outermost scope. It is started, never entered by a token. */
import type { NodeKind } from '../node-kind.ts';

export const process: NodeKind = { kind: 'process', enter: () => {} };
