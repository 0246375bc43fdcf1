/** A mouse and fingers on the page, as the browser gets them: nothing is asked of what is under them. */
import { cdp } from 'vitest/browser';

/** A place in the window of the test. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export function middleOf(element: Element): Place {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** Sends an event of the kind `input`, e.g. `Input.dispatchTouchEvent`. */
export async function send(input: string, parameters: object): Promise<void> {
  const session = cdp() as unknown as { send(method: string, parameters: object): Promise<unknown> };
  await session.send(input, parameters);
}

/** Where a place is for the browser: the test runs in a frame, which the runner may show smaller. */
export function inPage({ x, y }: Place): Place {
  const frame = window.frameElement?.getBoundingClientRect();
  const scale = frame === undefined ? 1 : frame.width / window.innerWidth;
  return { x: (frame?.x ?? 0) + x * scale, y: (frame?.y ?? 0) + y * scale };
}

/** Presses the mouse at one place and lets it go at the other. */
export async function drag(from: Place, to: Place): Promise<void> {
  await mouse('mouseMoved', from, 0);
  await mouse('mousePressed', from, 1);
  for (let step = 1; step <= 12; step++) {
    const at = { x: from.x + ((to.x - from.x) * step) / 12, y: from.y + ((to.y - from.y) * step) / 12 };
    await mouse('mouseMoved', at, 1);
  }
  await mouse('mouseReleased', to, 0);
}

/** Presses the mouse and lets it go. */
export function click(at: Place): Promise<void> {
  return drag(at, at);
}

function mouse(type: string, place: Place, buttons: 0 | 1): Promise<void> {
  return send('Input.dispatchMouseEvent', {
    type,
    ...inPage(place),
    button: type === 'mouseMoved' ? 'none' : 'left',
    buttons,
    clickCount: 1,
  });
}
