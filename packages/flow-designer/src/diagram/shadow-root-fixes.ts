/** bpmn-js looks at `document` where a shadow root has its own view; these make it look inside. */
import type { GetService } from './services.ts';

/** What is under the pointer is asked of the root the canvas is in, at the moment of asking. */
export function fixHover(get: GetService): void {
  const container = get('canvas').getContainer();
  Object.assign(get('hoverFix'), {
    _findTargetGfx: (event: Event): Element | null | undefined => {
      if (!(event instanceof MouseEvent)) return undefined;
      const root = container.getRootNode() as Document | ShadowRoot;
      return root.elementFromPoint(event.clientX, event.clientY)?.closest('svg, .djs-element');
    },
  });
}

/** The class for the pointer's shape, which bpmn-js puts on `body`, is put on `container` as well. Answers how to stop. */
export function mirrorCursor(container: HTMLElement): () => void {
  const mirror = (): void => {
    const wanted = [...document.body.classList].filter((name) => name.startsWith(CURSOR));
    const present = [...container.classList].filter((name) => name.startsWith(CURSOR));
    if (wanted.join() === present.join()) return;
    container.classList.remove(...present);
    container.classList.add(...wanted);
  };
  const observer = new MutationObserver(mirror);
  observer.observe(document.body, { attributeFilter: ['class'] });
  return () => observer.disconnect();
}

const CURSOR = 'djs-cursor-';
