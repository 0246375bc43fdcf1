/** What a page loads first stays within the limits of `.size-limit.json`. */
import { bundleForSizes } from '../sizes.mjs';
import { tool } from './tool.mjs';

export async function checkSizes() {
  await bundleForSizes();
  return tool('size-limit', [])();
}
