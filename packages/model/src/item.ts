/** Items (事项): the single things a department decides. Imported from a table; measures refer to them by code. */
import type { LimitUnit } from './limit.ts';
import type { LocalText } from './text.ts';

/** How an item is handled: at once (即办件), within a promised time (承诺件), or by a higher level (上报件). */
export type ItemKind = 'instant' | 'promised' | 'reported';

/** One material an item needs. */
export interface Material {
  readonly id: string;
  readonly name: LocalText;
  readonly needed: boolean;
  /** Whether it may come later (容缺). */
  readonly tolerable?: boolean;
}

/** One thing a department decides. */
export interface Item {
  readonly code: string;
  readonly name: LocalText;
  readonly subItem?: LocalText;
  /** Department id. */
  readonly department: string;
  readonly kind: ItemKind;
  /** Legal or promised limit. */
  readonly limit?: { readonly amount: number; readonly unit: LimitUnit };
  readonly materials?: readonly Material[];
  /** Codes of items that come first (前置). */
  readonly prerequisites?: readonly string[];
  /** Modes allowed: `mock`, `tolerant`, `commitment` … */
  readonly modes?: readonly string[];
}
