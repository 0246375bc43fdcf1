/** bpmn-js as we use it: our extension, our words, our own palette, pad and kinds; menus we do not show are left out. */
import { tbModdle } from '@tongban/bpmn';
import type { Locale } from '@tongban/model';
import Modeler from 'bpmn-js/lib/Modeler';
import type { GetService } from './services.ts';
import { diagramTranslate } from './translate.ts';

/** What we call on the modeler itself. */
export interface Diagram {
  readonly get: GetService;
  importXML(xml: string): Promise<{ readonly warnings: readonly { readonly message?: string }[] }>;
  saveXML(options: { readonly format: boolean }): Promise<{ readonly xml?: string }>;
  saveSVG(): Promise<{ readonly svg: string }>;
  getDefinitions(): import('@tongban/bpmn').ModdleElement;
}

/** Makes a modeler inside `container`. */
export function createModeler(container: HTMLElement, locale: () => Locale): Diagram {
  const nothing = ['value', {}] as const;
  return new Modeler({
    container,
    moddleExtensions: { tb: structuredClone(tbModdle) },
    additionalModules: [
      {
        translate: ['value', diagramTranslate(locale)],
        palette: nothing,
        paletteProvider: nothing,
        contextPadProvider: nothing,
        replaceMenuProvider: nothing,
        alignElementsContextPadProvider: nothing,
        alignElementsMenuProvider: nothing,
        distributeElementsMenuProvider: nothing,
        bpmnSearch: nothing,
      },
    ],
  } as never) as unknown as Diagram;
}
