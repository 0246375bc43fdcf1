/** A portal with its people for the tests of one file: started before them, ended after them, photographed when one of them fails. */
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type People, startPeople } from './people.ts';
import { type Portal, type PortalOptions, startPortal } from './portal.ts';

/** What the tests of a file share. */
export interface Office {
  readonly portal: Portal;
  readonly people: People;
}

/** Starts one whose clock shows `at`, `YYYY-MM-DDTHH:MM` in China; `name` is that of the pictures of failed tests. Call it once, outside of tests. */
export function openOffice(name: string, at: string, options: PortalOptions = {}): Office {
  let portal: Portal | undefined;
  let people: People | undefined;
  const opened = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('The office opens before the first test, not while tests are collected.');
    return part;
  };
  beforeAll(async () => {
    portal = await startPortal(at, options);
    people = await startPeople(portal);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await people?.photograph(`failed-${name}`);
  });
  afterAll(async () => {
    await people?.close();
    await portal?.stop();
  });
  return {
    get portal() {
      return opened(portal);
    },
    get people() {
      return opened(people);
    },
  };
}
