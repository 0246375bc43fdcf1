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
  return new Proxy({ ...own }, new Binding(methods, shapes, ask, context) as ProxyHandler<object>) as Service;
}

// helpers

type AnyMethod = (...given: never[]) => unknown;
type Method<Context> = (context: Context, ...given: readonly unknown[]) => unknown;

/** Puts a method onto the service when somebody looks for it, and all of them when somebody asks which there are. */
class Binding<Context> {
  readonly #methods: object;
  readonly #shapes: Shapes;
  readonly #ask: (context: Context) => void;
  readonly #context: Context;

  constructor(methods: object, shapes: Shapes, ask: (context: Context) => void, context: Context) {
    this.#methods = methods;
    this.#shapes = shapes;
    this.#ask = ask;
    this.#context = context;
  }

  get(service: object, name: string | symbol): unknown {
    this.#bind(service, name);
    return Reflect.get(service, name);
  }

  has(service: object, name: string | symbol): boolean {
    this.#bind(service, name);
    return Reflect.has(service, name);
  }

  getOwnPropertyDescriptor(service: object, name: string | symbol): PropertyDescriptor | undefined {
    this.#bind(service, name);
    return Reflect.getOwnPropertyDescriptor(service, name);
  }

  ownKeys(service: object): readonly (string | symbol)[] {
    for (const name of Object.keys(this.#methods)) this.#bind(service, name);
    return Reflect.ownKeys(service);
  }

  #bind(service: object, name: string | symbol): void {
    if (typeof name === 'symbol' || Object.hasOwn(service, name) || !Object.hasOwn(this.#methods, name)) return;
    const method = (this.#methods as Readonly<Record<string, Method<Context>>>)[name] as Method<Context>;
    const [context, ask] = [this.#context, this.#ask];
    const call = guardedCall(name, (...given) => method(context, ...given), this.#shapes[name], { ask: () => ask(context) });
    (service as Record<string, unknown>)[name] = call;
  }
}
