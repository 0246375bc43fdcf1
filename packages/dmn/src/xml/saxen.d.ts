/** The part of saxen that we use; the package has no types of its own. */
declare module 'saxen' {
  export interface ParseContext {
    /** The markup at the reading head, as written. */
    readonly data: string;
    readonly line: number;
  }
  export type Decode = (text: string) => string;
  export type Where = () => ParseContext;
  export class Parser {
    on(
      event: 'openTag',
      handle: (name: string, attributes: () => Readonly<Record<string, string>>, decode: Decode, isEmpty: boolean, where: Where) => void,
    ): this;
    on(event: 'closeTag', handle: (name: string, decode: Decode, isEmpty: boolean) => void): this;
    on(event: 'text', handle: (text: string, decode: Decode) => void): this;
    on(event: 'cdata' | 'comment' | 'question' | 'attention', handle: (text: string) => void): this;
    on(event: 'error' | 'warn', handle: (error: Error, where: Where) => void): this;
    parse(xml: string): void;
    stop(): void;
  }
}
