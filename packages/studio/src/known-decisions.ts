/** What the decisions of a measure are called and give, from their files as they stand; a file that is not read yet, or cannot be, gives its id. */
import { resultOfDecision } from '@tongban/feel-parser';
import type { KnownDecision } from '@tongban/flow-designer';
import type { MeasureSources } from '@tongban/model';
import type { ReactiveControllerHost } from 'lit';

interface ReadFile {
  readonly xml: string;
  readonly decision: KnownDecision;
}

/** See the module comment. Files are read beside the page; the host is updated when one is known. */
export class KnownDecisions {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #files = new Map<string, ReadFile>();

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#host = host;
  }

  /** One for each file, in their order. */
  of(paths: readonly string[], sources: MeasureSources): readonly KnownDecision[] {
    return paths.map((path) => {
      const xml = sources[path] ?? '';
      const before = this.#files.get(path);
      if (before?.xml === xml) return before.decision;
      const decision = before?.decision ?? { id: decisionIdOf(path) };
      this.#files.set(path, { xml, decision });
      void this.#read(path, xml);
      return decision;
    });
  }

  async #read(path: string, xml: string): Promise<void> {
    const { readDmn } = await import('@tongban/dmn');
    const { model } = await readDmn(xml, { unfinished: true });
    const id = decisionIdOf(path);
    const found = model?.decisions.find((decision) => decision.id === id);
    if (found === undefined || this.#files.get(path)?.xml !== xml) return;
    this.#files.set(path, { xml, decision: { id, name: found.name, result: resultOfDecision(found) } });
    this.#host.requestUpdate();
  }
}

/** The id of the decision in the file at `path`: `tables/dt-16.dmn` holds `DT-16`. */
export function decisionIdOf(path: string): string {
  return (path.split('/').pop() ?? '').replace(/\.dmn$/, '').toUpperCase();
}
