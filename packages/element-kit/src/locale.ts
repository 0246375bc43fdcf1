/** Which language an element speaks: that of the nearest ancestor with `lang` or `locale`, through shadow roots, else Chinese. */
import type { Locale } from '@tongban/model';

/** What we speak when nobody says. */
export const DEFAULT_LOCALE: Locale = 'zh-CN';

/** The interface language for a language tag (`zh-Hans` → `zh-CN`, `en-GB` → `en`), or undefined when it is none of ours. */
export function localeOf(tag: string | null | undefined): Locale | undefined {
  const language = tag?.trim().toLowerCase().split(/[-_]/)[0];
  if (language === 'zh') return 'zh-CN';
  return language === 'en' ? 'en' : undefined;
}

/** The language around `element`; languages that we do not have are passed over. */
export function inheritedLocale(element: Element): Locale {
  for (let at: Element | undefined = element; at; at = composedParent(at)) {
    const found = localeOf(at.getAttribute('locale')) ?? localeOf(at.getAttribute('lang'));
    if (found) return found;
  }
  return DEFAULT_LOCALE;
}

/** Calls `changed` whenever the language around `element` may have changed; the answer stops watching. */
export function watchLocale(element: Element, changed: () => void): () => void {
  const stops: (() => void)[] = [];
  for (let root = element.getRootNode(); ; root = (root as ShadowRoot).host.getRootNode()) {
    stops.push(listenTo(root, changed));
    if (!(root instanceof ShadowRoot)) break;
  }
  return () => {
    for (const stop of stops) stop();
  };
}

// one observer for each document or shadow root, however many elements live in it
interface Watch {
  readonly observer: MutationObserver;
  readonly listeners: Set<() => void>;
}
const watches = new WeakMap<Node, Watch>();

function listenTo(root: Node, changed: () => void): () => void {
  const watch = watches.get(root) ?? startWatch(root);
  watch.listeners.add(changed);
  return () => {
    watch.listeners.delete(changed);
    if (watch.listeners.size > 0) return;
    watch.observer.disconnect();
    watches.delete(root);
  };
}

function startWatch(root: Node): Watch {
  const listeners = new Set<() => void>();
  const observer = new MutationObserver(() => {
    for (const listener of [...listeners]) listener();
  });
  observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang', 'locale'] });
  const watch: Watch = { observer, listeners };
  watches.set(root, watch);
  return watch;
}

function composedParent(element: Element): Element | undefined {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}
