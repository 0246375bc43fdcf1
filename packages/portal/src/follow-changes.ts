/** Listens to the changes of an element's service while the element is in a page, and calls back a moment after they rest. */
import type { TongbanElement } from '@tongban/element-kit';
import type { CaseService, ChangeNotice } from '@tongban/model';
import type { ReactiveController } from 'lit';
import { watchChanges } from './watch-changes.ts';

const REST_MS = 150;

/** What a watcher listens for. */
export interface Watched {
  service(): CaseService | undefined;
  /** Whether a change concerns the element; default: every one does. */
  concerns?(notice: ChangeNotice): boolean;
  changed(): void;
}

/** Lets `host` follow the changes of its service from now on, also when another service is set. */
export function followChanges(host: TongbanElement, watched: Watched): void {
  host.addController(new ChangeWatcher(watched));
}

class ChangeWatcher implements ReactiveController {
  readonly #watched: Watched;
  #listeningTo: CaseService | undefined;
  #stop: (() => void) | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  hostConnected(): void {
    this.#follow();
  }

  hostUpdated(): void {
    if (this.#watched.service() !== this.#listeningTo) this.#follow();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#listeningTo = undefined;
    clearTimeout(this.#rest);
  }

  #follow(): void {
    this.#stop?.();
    const service = this.#watched.service();
    this.#listeningTo = service;
    this.#stop = service === undefined ? undefined : watchChanges(service, (notice) => this.#hear(notice));
  }

  #hear(notice: ChangeNotice): void {
    if (this.#watched.concerns?.(notice) === false) return;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#watched.changed(), REST_MS);
  }
}
