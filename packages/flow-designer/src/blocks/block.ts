/**
 * A building block: a reform mechanism as data (`*.block.json`) that is put into a flow in one step. A county adds its own by handing
 * it to the designer. In every text `{id}` stands for a parameter and `{n}` for a number that keeps names of a second copy apart.
 */
import type { FlowExtension, LocalText } from '@tongban/model';
import type { KindName } from '../diagram/kinds.ts';

/** A block. */
export interface FlowBlock {
  readonly formatVersion: 1;
  readonly id: string;
  readonly title: LocalText;
  /** One sentence: what it does. */
  readonly summary: LocalText;
  /** Document and article it follows. */
  readonly source?: string;
  readonly parameters: readonly BlockParameter[];
  /** Limits that the measure gets with it; `amount` may be a parameter. */
  readonly limits: readonly BlockLimit[];
  readonly nodes: readonly BlockNode[];
  readonly lines: readonly BlockLine[];
}

/** What is asked before a block is inserted. */
export interface BlockParameter {
  readonly id: string;
  /** `task`: a step of the flow. `limit`: a limit of the measure that stands still for `reason`, which is what `{id}` stands for. */
  readonly kind: 'text' | 'number' | 'role' | 'department' | 'task' | 'limit' | 'feel' | 'choice';
  readonly label: LocalText;
  readonly value: string | number;
  readonly optional?: boolean;
  /** Another parameter, with which this one may not have the same value: who reviews and who reviews that. */
  readonly differs?: string;
  /** Of a `limit`: why it stands still. */
  readonly reason?: string;
  readonly choices?: readonly { readonly value: string; readonly label: LocalText }[];
}

/** A limit; numbers and words may be parameters. */
export interface BlockLimit {
  readonly id: string;
  readonly name: LocalText;
  readonly amount: number | string;
  readonly unit: string;
  readonly pauses?: readonly string[];
}

/** A node on the grid of the block. */
export interface BlockNode {
  readonly id: string;
  readonly kind: KindName;
  readonly name?: string;
  /** Column and row, from 0; a boundary event stands at its activity. */
  readonly at: readonly [column: number, row: number];
  readonly attachedTo?: string;
  readonly extension?: FlowExtension;
  readonly loop?: 'parallel' | 'sequential';
  /** Of a message event. */
  readonly message?: string;
}

/** A sequence flow; `in` and `out` are what stands before and behind the block. */
export interface BlockLine {
  readonly from: string;
  readonly to: string;
  readonly name?: string;
  readonly condition?: string;
  readonly default?: boolean;
}

/** The values of the parameters, by id. */
export type BlockValues = Readonly<Record<string, string | number>>;

/** A block with its parameters filled in. */
export interface FilledBlock extends Omit<FlowBlock, 'limits'> {
  readonly limits: readonly (Omit<BlockLimit, 'amount'> & { readonly amount: number })[];
}
