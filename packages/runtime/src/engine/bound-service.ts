/**
 * Services that are made anew for each caller and request, of methods written once. A host makes a desk of sixty methods to call one of
 * them, so each is bound and guarded when it is first asked for. Otherwise it is an object like any other: it can be spread, listed and taken apart.
 */
import { guardedCall, type Shapes } from './edge.ts';

/** The methods of a service, each with what it works for in front. */
export type MethodsFor<Context, Service> = {
  readonly [Name in keyof Service as Service[Name] extends AnyMethod ? Name : never]: Service[Name] extends (
    ...given: infer Given
  ) => infer Answer
    ? (context: Context, ...given: Given) => Answer
    : never;
};

/** A service made of these methods; `own` is what it has beside them. Each of its methods asks first. */
export function boundService<Context, Service extends object>(
  methods: MethodsFor<Context, Service>,
  { shapes, ask }: { readonly shapes: Shapes; readonly ask: (context: Context) => void },
  context: Context,
  own: object = {},
): Service {
  const known = methods as Readonly<Record<string | symbol, Method<Context>>>;
  const edge = { ask: () => ask(context) };
  const withMethod = (service: Bound, name: string | symbol): Bound => {
    if (Object.hasOwn(known, name) && !Object.hasOwn(service, name))
      service[name] = guardedCall(name as string, (...given) => known[name]?.(context, ...given), shapes[name as string], edge);
    return service;
  };
  return new Proxy<Bound>(
    { ...own },
    {
      get: (service, name) => withMethod(service, name)[name],
      has: (service, name) => name in withMethod(service, name),
      getOwnPropertyDescriptor: (service, name) => Object.getOwnPropertyDescriptor(withMethod(service, name), name),
      ownKeys: (service) => Reflect.ownKeys(Object.keys(known).reduce(withMethod, service)),
    },
  ) as Service;
}

// helpers

type AnyMethod = (...given: never[]) => unknown;
type Method<Context> = (context: Context, ...given: readonly unknown[]) => unknown;
type Bound = Record<string | symbol, unknown>;
