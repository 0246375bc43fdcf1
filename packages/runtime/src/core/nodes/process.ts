/**
 * Process: the outermost scope. It is started, or called by a call activity; never entered by a token. When a called one is over, the
 * call goes on (CA3).
 */
import type { NodeKind } from '../node-kind.ts';

export const process: NodeKind = {
  kind: 'process',
  enter: () => {},
  leave: (run, _process, scope) => run.part('scopes').goBack(run, scope),
};
