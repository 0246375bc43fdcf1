/** The icon font of bpmn-js, loaded once for a page from a file: `@font-face` has no effect inside a shadow root. */
import address from 'bpmn-js/dist/assets/bpmn-font/font/bpmn.woff2?url&no-inline';

let loading: Promise<unknown> | undefined;

/** Loads the font; icons show when it is there. */
export function loadIconFont(): Promise<unknown> {
  loading ??= load().catch(() => undefined);
  return loading;
}

async function load(): Promise<void> {
  const font = new FontFace('bpmn', `url("${new URL(address, import.meta.url).href}") format("woff2")`);
  document.fonts.add(await font.load());
}
