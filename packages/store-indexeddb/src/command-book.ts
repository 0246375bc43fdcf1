/** Remembers the first answer to every command, so that repeating one changes nothing. */
import type { Json } from '@tongban/model';
import type { CommandRow } from '@tongban/runtime';
import { fromJson } from './json-text.ts';
import type { Rows } from './rows.ts';
import type { KeptCommand } from './schema.ts';

/** Keeps the commands of one part of the store. */
export class CommandBook {
  readonly #of: KeptCommand['of'];

  constructor(of: KeptCommand['of']) {
    this.#of = of;
  }

  /** The first answer; undefined for a new command. */
  async answer(rows: Rows, tenant: string, actorId: string, commandId: string): Promise<Json | undefined> {
    const kept = await rows.get('commands', [tenant, this.#of, actorId, commandId]);
    return kept && fromJson<Json>(kept.answer);
  }

  /** How a command is answered that was carried out before; undefined for a new one. */
  async repeated(
    rows: Rows,
    tenant: string,
    { actorId, commandId }: CommandRow,
  ): Promise<{ readonly kind: 'repeated'; readonly answer: Json } | undefined> {
    const answer = await this.answer(rows, tenant, actorId, commandId);
    return answer === undefined ? undefined : { kind: 'repeated', answer };
  }

  /** Keeps a new command. */
  remember(rows: Rows, tenant: string, { actorId, commandId, answer }: CommandRow): void {
    rows.put('commands', { tenant, of: this.#of, actorId, commandId, answer: JSON.stringify(answer) });
  }
}
