/** What we use of bpmn-moddle and moddle-xml, which ship no types for these doors. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>, options?: { readonly nsMap?: Readonly<Record<string, string>> });
    toXML(element: object, options?: { format?: boolean; preamble?: boolean }): Promise<{ xml: string }>;
    create(type: string, properties?: object): object;
  }
}

declare module 'moddle-xml' {
  import type { BpmnModdle } from 'bpmn-moddle';

  export class Reader {
    constructor(options: { readonly model: BpmnModdle; readonly lax?: boolean });
    handler(type: string): object;
    fromXML(
      xml: string,
      rootHandler: object,
    ): Promise<{
      rootElement: object;
      elementsById: Record<string, object>;
      warnings: { message: string; element?: object; property?: string; value?: string }[];
    }>;
  }
}
