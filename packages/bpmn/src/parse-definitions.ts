/** XML → moddle objects. Stops after {@link BPMN_LIMITS}.faults faults: telling the place of each takes a walk through the whole text. */
import type { BpmnModdle } from 'bpmn-moddle';
import { Reader } from 'moddle-xml';
import { BPMN_LIMITS } from './guard-xml.ts';

/** What the parser remarked: a fault in the markup, or a reference it could not resolve. */
export interface ParseWarning {
  readonly message: string;
  readonly element?: object;
  readonly property?: string;
  readonly value?: string;
}

/** A parsed file. `rootElement` is absent when it could not be parsed; `failure` then says why. */
export interface ParsedDefinitions {
  readonly rootElement?: object;
  readonly elementsById: Readonly<Record<string, object>>;
  readonly warnings: readonly ParseWarning[];
  readonly failure?: string;
  readonly tooManyFaults: boolean;
}

interface ParseContext {
  addWarning(warning: ParseWarning): void;
}

/** Parses `xml` as BPMN `definitions`. */
export async function parseDefinitions(moddle: BpmnModdle, xml: string): Promise<ParsedDefinitions> {
  const reader = new Reader({ model: moddle, lax: true });
  const root = reader.handler('bpmn:Definitions');
  let faults = 0;
  let context: ParseContext | undefined;
  Object.defineProperty(root, 'context', {
    get: () => context,
    set: (given: ParseContext) => {
      const add = given.addWarning.bind(given);
      given.addWarning = (warning) => {
        add(warning);
        if (isFault(warning) && ++faults > BPMN_LIMITS.faults) throw new Error('too many faults');
      };
      context = given;
    },
  });
  try {
    const { rootElement, elementsById, warnings } = await reader.fromXML(xml, root);
    return { rootElement, elementsById, warnings, tooManyFaults: false };
  } catch (error) {
    const { message, warnings = [] } = error as Error & { warnings?: readonly ParseWarning[] };
    return { elementsById: {}, warnings, failure: message, tooManyFaults: faults > BPMN_LIMITS.faults };
  }
}

/** Whether a warning is about the markup, and not about a reference. */
export function isFault(warning: ParseWarning): boolean {
  return warning.message.startsWith('unparsable content');
}
