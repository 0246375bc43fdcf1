/** What only a page shows of a form: targets that are too small, and text that stands out too little from what is behind it. */

/** A finding at something on the page. */
export interface PageFinding {
  readonly kind: 'smallTarget' | 'lowContrast';
  /** What people see of it. */
  readonly name: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** WCAG 2.2: 2.5.8 asks for 24 px, 1.4.3 for a contrast of 4.5 (3 for large text). */
const TARGET_PX = 24;

/** Measures what shows inside `root`. */
export function measurePage(root: ShadowRoot): readonly PageFinding[] {
  const findings = new Map<string, PageFinding>();
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (!isShown(element)) continue;
    for (const found of [smallTarget(element), lowContrast(element)]) {
      if (found !== undefined) findings.set(`${found.kind} ${found.name}`, found);
    }
  }
  return [...findings.values()].slice(0, 50);
}

/** The contrast of two colours as WCAG 2 reckons it, from 1 to 21. */
export function contrast(one: readonly number[], other: readonly number[]): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red = 0, green = 0, blue = 0]: readonly number[]): number {
  const part = (value: number): number => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
}

function isShown(element: HTMLElement): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && getComputedStyle(element).visibility === 'visible';
}

function smallTarget(element: HTMLElement): PageFinding | undefined {
  if (!element.matches('button, input, select, textarea, summary, [role=button]')) return undefined;
  // a box with words beside it is hit by its words too
  const target = element.closest('label') ?? element;
  const { width, height } = target.getBoundingClientRect();
  const least = Math.round(Math.min(width, height));
  return least >= TARGET_PX ? undefined : { kind: 'smallTarget', name: nameOf(element), details: { size: least } };
}

function lowContrast(element: HTMLElement): PageFinding | undefined {
  const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
  if (!own || element.closest(':disabled, [aria-disabled=true], [aria-hidden=true]') !== null) return undefined;
  const style = getComputedStyle(element);
  const text = colourOf(style.color);
  const behind = backgroundOf(element);
  if (text === undefined || behind === undefined) return undefined;
  const size = Number.parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const ratio = contrast(text, behind);
  return ratio >= (large ? 3 : 4.5)
    ? undefined
    : { kind: 'lowContrast', name: nameOf(element), details: { ratio: ratio.toFixed(1), wanted: large ? 3 : 4.5 } };
}

/** The colour behind `element`; `undefined` where a picture or something half transparent lies between. */
function backgroundOf(element: Element): readonly number[] | undefined {
  for (let at: Element | undefined = element; at !== undefined; at = aroundOf(at)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    if (backgroundImage !== 'none') return undefined;
    const colour = colourOf(backgroundColor);
    if (colour === undefined) return undefined;
    if ((colour[3] ?? 1) === 1) return colour;
    if ((colour[3] ?? 1) > 0) return undefined;
  }
  return [255, 255, 255];
}

function aroundOf(element: Element): Element | undefined {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

function colourOf(text: string): readonly number[] | undefined {
  const found = /^rgba?\(([^)]*)\)$/.exec(text)?.[1];
  return found?.split(/[\s,/]+/).map(Number);
}

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label') ?? (element.textContent?.trim() || element.id);
  return [...label].slice(0, 20).join('');
}
