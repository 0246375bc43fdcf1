/** Listens on loopback only: on the wanted port, or on a free one when that is 0 or taken. */
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';

/** A server that listens. */
export interface Listening {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves `fetch` on 127.0.0.1. */
export async function listen(fetch: (request: Request) => Response | Promise<Response>, wantedPort: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch });
  const port = await bind(server, wantedPort).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return bind(server, 0);
  });
  return { address: `http://127.0.0.1:${port}/`, close: () => close(server) };
}

function bind(server: ServerType, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Change streams stay open for ever; they are cut, and clients go on where they were.
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
