/** Correlation as the standard writes it (8.4.2): which expression over the process gives the key under which a message is waited for. */
import { elementOf, elementsOf, kindOf, type ModdleElement, textOf } from './moddle-element.ts';

/** The key of `message` in the process around `element`, in FEEL: the data path of its subscription, a list when it has several. */
export function standardCorrelation(element: ModdleElement, message: ModdleElement): string | undefined {
  const paths = elementsOf(processOf(element), 'correlationSubscriptions')
    .flatMap((subscription) => elementsOf(subscription, 'correlationPropertyBinding'))
    .filter((binding) => concerns(elementOf(binding, 'correlationPropertyRef'), message))
    .flatMap((binding) => textOf(elementOf(binding, 'dataPath'), 'body') ?? []);
  return paths.length > 1 ? `[${paths.join(', ')}]` : paths[0];
}

function processOf(element: ModdleElement): ModdleElement | undefined {
  let at: ModdleElement | undefined = element;
  while (at !== undefined && kindOf(at) !== 'process') at = at.$parent;
  return at;
}

/** Whether the property says how it is found in the message. */
function concerns(property: ModdleElement | undefined, message: ModdleElement): boolean {
  return elementsOf(property, 'correlationPropertyRetrievalExpression').some((one) => elementOf(one, 'messageRef') === message);
}
