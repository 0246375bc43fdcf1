/** Each package, as it would be published, is one that npm, Node and bundlers understand (publint, strict). */
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { rooms } from '../workspace.mjs';

export async function checkPublished() {
  const perRoom = await Promise.all(
    rooms('packages').map(async ({ path, folder, manifest }) => {
      const { messages, pkg } = await publint({ pkgDir: path, strict: true, pack: false });
      return messages.map((message) => `${folder}: ${formatMessage(message, pkg ?? manifest, { color: false })}`);
    }),
  );
  return perRoom.flat();
}
