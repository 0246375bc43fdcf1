/** Serves the built pages with a strict Content-Security-Policy. */
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';

const BUILT = fileURLToPath(new URL('../../dist/', import.meta.url));
const PLAIN_PAGE = fileURLToPath(new URL('../../../plain-page/dist/', import.meta.url));

/** What the pages may do: load from here, and show images from here and from memory. Nothing inline, nothing evaluated. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'self'; img-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

/** Adds the pages to `app`, after the API. */
export function servePages(app: Hono): void {
  app.use('*', async (context, next) => {
    await next();
    context.header('content-security-policy', CONTENT_SECURITY_POLICY);
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'no-referrer');
    context.header('cache-control', context.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  app.use('/plain-page/*', serveStatic({ root: PLAIN_PAGE, rewriteRequestPath: (path) => path.replace('/plain-page', '') }));
  app.use('*', serveStatic({ root: BUILT }));
}
