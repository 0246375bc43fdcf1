/** A Chromium of its own with a profile that stays, and its end by SIGKILL. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { chromiumPath } from '../../../../scripts/chromium.mjs';

const ARGS = [
  ...['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  ...['--disable-breakpad', '--no-first-run', '--disable-sync'],
];

/** A browser that shows one page. */
export class KilledBrowser {
  readonly #process: ChildProcess;

  constructor(profile: string, address: string) {
    // A group of its own: it is killed with all its processes, and nothing else is.
    this.#process = spawn(chromiumPath(), [...ARGS, `--user-data-dir=${profile}`, address], { detached: true, stdio: 'ignore' });
  }

  /** Kills the process of the page; the browser lives. */
  killPage(): void {
    for (const pid of renderersOf(this.#group)) process.kill(pid, 'SIGKILL');
  }

  /** Kills all of it. */
  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    process.kill(-this.#group, 'SIGKILL');
    await ended;
  }

  get #group(): number {
    return this.#process.pid as number;
  }
}

// helpers

function renderersOf(group: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && groupOf(name) === group && read(name, 'cmdline').includes('--type=renderer'))
    .map(Number);
}

// The fields after the name of the program, which stands in brackets: state, parent, group.
function groupOf(pid: string): number {
  const stat = read(pid, 'stat');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
}

// A process may end between the two.
function read(pid: string, file: 'cmdline' | 'stat'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
