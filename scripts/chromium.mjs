/** Finds the Chromium that browser tests drive: CHROME_PATH first, then the usual places. */
import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of Chromium, or undefined when there is none. */
export function findChromium() {
  const wanted = process.env.CHROME_PATH;
  if (wanted) return existsSync(wanted) ? wanted : undefined;
  return PLACES.find((place) => existsSync(place));
}

/** The path of Chromium for a configuration file; a missing one is reported when a browser test starts. */
export function chromiumPath() {
  return findChromium() ?? PLACES[0];
}
