/** One command at a time: whatever got no answer is sent again under the same id, so that nothing is done twice. */
import { icon, newCommandId, sentenceOf, type TongbanElement } from '@tongban/element-kit';
import type { CommandAnswer, Problem } from '@tongban/model';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';

/** How the last command of an element went. */
export class Sending implements ReactiveController {
  busy = false;
  failure = '';
  problems: readonly Problem[] = [];
  #commandId = newCommandId();
  readonly #host: TongbanElement;

  constructor(host: TongbanElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Sends a command; undefined when it was refused or failed, which `render` then shows. */
  async command<Answer>(
    send: (commandId: string) => Promise<CommandAnswer<Answer>>,
  ): Promise<({ readonly ok: true } & Answer) | undefined> {
    const answer = await this.ask(() => send(this.#commandId));
    if (answer === undefined) return undefined;
    this.#commandId = newCommandId();
    if (answer.ok) return answer;
    this.problems = answer.problems;
    this.#host.requestUpdate();
    return undefined;
  }

  /** Asks for anything else; undefined when it failed. */
  async ask<Answer>(request: () => Promise<Answer>): Promise<Answer | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    this.clear();
    try {
      return await request();
    } catch (error) {
      this.failure = sentenceOf(error, this.#host);
      return undefined;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  /** Forgets what went wrong. */
  clear(): void {
    this.failure = '';
    this.problems = [];
    this.#host.requestUpdate();
  }

  /** What went wrong, in sentences. */
  render(): TemplateResult | typeof nothing {
    const sentences = [
      ...this.problems.map(({ sentences: words }) => words[this.#host.locale]),
      ...(this.failure === '' ? [] : [this.failure]),
    ];
    if (sentences.length === 0) return nothing;
    return html`<div class="callout error" role="alert">
      ${icon('error')}
      <div>${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>
    </div>`;
  }
}
