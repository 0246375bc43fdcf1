/** The few icons of a form, drawn like those of the kit: 20 × 20, stroked in the colour of the text, silent. */
import type { JSX } from 'react';

const PATHS = {
  calendar: 'M3.5 5h13v11.500h-13zM3.5 8.500h13M7 3v3.500M13 3v3.500',
  check: 'M4 10.5l4 4 8-9',
  close: 'M5 5l10 10M15 5L5 15',
  down: 'M10 4v12M5 11l5 5 5-5',
  error: 'M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 6.500v4.500M10 13.300v.2',
  file: 'M11.5 3H5v14h10V6.500zM11.5 3v3.500H15',
  next: 'M8 5.5l4.5 4.500L8 14.5',
  nextYear: 'M5 5.5l4.5 4.500L5 14.500M10.5 5.500l4.5 4.500-4.5 4.500',
  plus: 'M10 4v12M4 10h12',
  previous: 'M12 5.5L7.5 10l4.5 4.5',
  previousYear: 'M15 5.500l-4.5 4.500 4.5 4.500M9.5 5.500L5 10l4.500 4.500',
  search: 'M9 3.500a5.500 5.500 0 1 0 0 11a5.500 5.500 0 1 0 0-11M13 13l4 4',
  trash: 'M3.5 5.500h13M7.5 5.500v-2h5v2M5.5 5.500l.7 11h7.600l.7-11M8.5 9v4.500M11.5 9v4.5',
  up: 'M10 16V4M5 9l5-5 5 5',
  upload: 'M10 12.500V3M5.8 7.200L10 3l4.2 4.200M3.5 16.500h13',
} as const;

/** An icon by name. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }): JSX.Element {
  return (
    <svg
      aria-hidden="true"
      width="18"
      height="18"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
