/** A check that is a program: its output is the problem when it fails. */
import { capture } from '../child.mjs';

export function tool(command, args) {
  return async () => {
    const { code, output } = await capture(command, args);
    return code === 0 ? [] : [output.trim() || `${command} ended with ${code}`];
  };
}
