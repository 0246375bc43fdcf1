/** Runs a program with our own input and output, passes signals on to it, and gives its exit code. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './workspace.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

// A signal to the process group has reached the program already; a second one would cut short its orderly end.
const PASS_ON_AFTER_MS = 200;

/** The exit code of `command`; 128 + the signal's number when a signal ended it. `node_modules/.bin` comes first on its PATH. */
export function runChild(command, args, options = {}) {
  const { env = {}, ...rest } = options;
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...rest, env: { ...process.env, ...env, ...pathWithBin() } });
  const passOn = (signal) => {
    setTimeout(() => child.exitCode === null && child.signalCode === null && child.kill(signal), PASS_ON_AFTER_MS).unref();
  };
  for (const signal of SIGNALS) process.on(signal, passOn);
  const watch = onParentEnd(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const name of SIGNALS) process.off(name, passOn);
      clearInterval(watch);
      resolve(signal === null ? code : 128 + constants.signals[signal]);
    });
  });
}

/** A signal to npm alone ends the shell between npm and us, and never reaches us: then we see our parent change. */
function onParentEnd(act) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 250);
  return watch.unref();
}

function pathWithBin() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const bin = join(root, 'node_modules', '.bin');
  const path = process.env[name] ?? '';
  return { [name]: path.startsWith(bin + delimiter) ? path : bin + delimiter + path };
}

/** Runs a program quietly: `{ code, output }`, output and errors in one text. */
export function capture(command, args) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...pathWithBin(), NO_COLOR: '1' },
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
