/** Child processes that end by SIGKILL only: by their own hand, or from outside after what they have said. */
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** When a program is killed from outside: after so many lines, on a slow machine as on a quick one, and a moment, so it is in the middle of something. */
export interface KilledAfter {
  readonly lines: number;
  readonly ms: number;
}

/** Runs a program of Node until it is killed, and gives the lines it said. Fails when it ends otherwise. */
export function runUntilKilled(program: readonly string[], after?: KilledAfter): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [output, errors, left] = ['', '', after?.lines ?? Number.POSITIVE_INFINITY];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const before = left;
      left -= text.split('\n').length - 1;
      if (before > 0 && left <= 0) void pause(after?.ms).then(() => child.kill('SIGKILL'));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`The program ${program.join(' ')} ended by itself (${code}): ${errors}`));
      // A line cut off by the kill was not read by anybody.
      resolve(output.split('\n').slice(0, -1));
    });
  });
}
