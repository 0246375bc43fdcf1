/** What every view inside one form shares; it changes rarely, so keystrokes do not pass through it. */
import type { SealPort } from '@tongban/element-kit';
import type { Actor, CarriedValue, Department, Item, Locale } from '@tongban/model';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Say } from '../filing-messages.ts';
import type { FilingModel } from '../filing-model.ts';
import type { FormCalendar } from '../form-calendar.ts';
import type { FormFiles } from '../form-files.ts';
import type { MoreKinds } from '../more-kinds.ts';
import type { RoundBefore } from '../round-before.ts';
import type { Watched } from '../watched.ts';

/** How the form is shown: to be filled in, to be read, or as the paper form. */
export type FormMode = 'fill' | 'read' | 'print';

/** See the module comment. */
export interface Scope {
  readonly model: FilingModel;
  readonly locale: Locale;
  readonly say: Say;
  readonly mode: FormMode;
  readonly actor: Actor | undefined;
  readonly items: readonly Item[];
  readonly departments: readonly Department[];
  /** What stood here before this round, where there was one. */
  readonly before: RoundBefore | undefined;
  /** What was taken over from elsewhere, by key. */
  readonly carried: ReadonlyMap<string, CarriedValue>;
  readonly files: FormFiles | undefined;
  /** The host's e-seal, where it has one. */
  readonly seal: SealPort | undefined;
  /** More kinds of fields, once a form needs them. */
  readonly more: MoreKinds | undefined;
  /** The county's calendar, where the page handed it over. */
  readonly calendar: FormCalendar | undefined;
  /** The day today, where the form is filled in. */
  readonly today: string;
  readonly announce: (text: string) => void;
  /** Puts the focus into a field by its address. */
  readonly focus: (address: string) => boolean;
}

/** Holds the {@link Scope}. */
export const ScopeContext: React.Context<Scope | undefined> = createContext<Scope | undefined>(undefined);

/** The scope around a view. */
export function useScope(): Scope {
  const scope = useContext(ScopeContext);
  if (scope === undefined) throw new Error('A view of a form stands outside of its form.');
  return scope;
}

/** The value of `watched`, followed. */
export function useWatched<T>(watched: Watched<T>): T {
  return useSyncExternalStore(watched.subscribe, watched.get);
}
