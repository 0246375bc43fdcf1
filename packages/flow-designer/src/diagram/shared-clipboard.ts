/**
 * Copied shapes travel between designers, also in other windows of the same site: what is copied is kept as text in the page's own
 * storage, and taken from there when something is pasted. What stands there and is not ours is not pasted, and that is said.
 */
import type { ModdleElement } from '@tongban/bpmn';
import { raise } from '../errors.ts';
import { copiedTree } from './copied-tree.ts';
import type { GetService } from './services.ts';

/** Fired on the event bus with a `problem` when something is refused. */
export const REFUSED = 'tongban.refused';

const KEY = 'tongban.flow-clipboard';
const LIMIT = 2_000_000;

/** Lets this designer share what is copied. */
export function shareClipboard(get: GetService): void {
  const bus = get('eventBus');
  bus.on('copyPaste.elementsCopied', ({ tree }) => keep(JSON.stringify(tree)));
  bus.on('keyboard.keydown', 4000, ({ keyEvent }) => {
    if (keyEvent !== undefined && (keyEvent.ctrlKey || keyEvent.metaKey) && keyEvent.key.toLowerCase() === 'v') fetchInto(get);
    return undefined;
  });
  refuseWhatFails(get);
}

// what looks like copied elements may still be more than bpmn-js can make; it then makes none of them
function refuseWhatFails(get: GetService): void {
  const copyPaste = get('copyPaste');
  const paste = copyPaste.paste.bind(copyPaste);
  copyPaste.paste = (context) => {
    try {
      return paste(context);
    } catch {
      refuse(get);
      return undefined;
    }
  };
}

function refuse(get: GetService): void {
  get('clipboard').clear();
  get('eventBus').fire(REFUSED, { problem: raise.problem('FLOW_DESIGNER_PASTE_UNREADABLE', {}, {}) });
}

/** Puts what was copied last, here or elsewhere, where pasting finds it. */
export function fetchInto(get: GetService): void {
  const text = localStorage.getItem(KEY);
  if (text === null) return;
  const tree = parse(text, get('moddle'));
  if (tree === undefined) refuse(get);
  else get('clipboard').set(tree);
}

function keep(text: string): void {
  try {
    if (text.length <= LIMIT) localStorage.setItem(KEY, text);
  } catch {
    // storage is off or full: copying still works inside this designer
  }
}

function parse(text: string, moddle: Moddle): object | undefined {
  if (text.length > LIMIT) return undefined;
  try {
    return copiedTree(JSON.parse(text, reviver(moddle)));
  } catch {
    return undefined;
  }
}

interface Moddle {
  create(type: string, properties: object): ModdleElement;
}

// one object for each id, as it was
function reviver(moddle: Moddle): (key: string, value: unknown) => unknown {
  const known = new Map<string, ModdleElement>();
  return (_key, value) => {
    if (typeof value !== 'object' || value === null || !('$type' in value) || typeof value.$type !== 'string') return value;
    const { $type, ...rest } = value as { readonly $type: string; readonly id?: unknown };
    const id = typeof rest.id === 'string' ? rest.id : undefined;
    const element = (id === undefined ? undefined : known.get(id)) ?? moddle.create($type, rest);
    if (id !== undefined) known.set(id, element);
    return element;
  };
}
