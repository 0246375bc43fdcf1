/** Our own small set of icons: 20 × 20, drawn with a stroke of the text's colour, silent to screen readers. */
import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

/** The name of an icon. */
export type IconName =
  | 'arrow-down'
  | 'arrow-left'
  | 'arrow-right'
  | 'arrow-up'
  | 'attach'
  | 'check'
  | 'chevron-down'
  | 'chevron-left'
  | 'chevron-right'
  | 'chevron-up'
  | 'clock'
  | 'close'
  | 'copy'
  | 'department'
  | 'download'
  | 'drag'
  | 'edit'
  | 'error'
  | 'eye'
  | 'eye-off'
  | 'file'
  | 'flag'
  | 'flow'
  | 'form'
  | 'info'
  | 'link'
  | 'list'
  | 'lock'
  | 'map'
  | 'minus'
  | 'more'
  | 'plus'
  | 'print'
  | 'redo'
  | 'refresh'
  | 'search'
  | 'send'
  | 'settings'
  | 'table'
  | 'trash'
  | 'undo'
  | 'upload'
  | 'user'
  | 'users'
  | 'warning';

const PATHS: Readonly<Record<IconName, SVGTemplateResult>> = {
  'arrow-down': svg`<path d="M10 4v12M5 11l5 5 5-5"/>`,
  'arrow-left': svg`<path d="M16 10H4M9 5l-5 5 5 5"/>`,
  'arrow-right': svg`<path d="M4 10h12M11 5l5 5-5 5"/>`,
  'arrow-up': svg`<path d="M10 16V4M5 9l5-5 5 5"/>`,
  attach: svg`<path d="M15.5 9.5l-5.6 5.6a3.4 3.4 0 0 1-4.8-4.8l6-6a2.3 2.3 0 0 1 3.2 3.2l-5.9 5.9a1.1 1.1 0 0 1-1.6-1.6l5.3-5.3"/>`,
  check: svg`<path d="M4 10.5l4 4 8-9"/>`,
  'chevron-down': svg`<path d="M5.5 8l4.5 4.5L14.5 8"/>`,
  'chevron-left': svg`<path d="M12 5.5L7.5 10l4.5 4.5"/>`,
  'chevron-right': svg`<path d="M8 5.5l4.5 4.5L8 14.5"/>`,
  'chevron-up': svg`<path d="M5.5 12L10 7.5l4.5 4.5"/>`,
  clock: svg`<circle cx="10" cy="10" r="7"/><path d="M10 6v4l2.8 2"/>`,
  close: svg`<path d="M5 5l10 10M15 5L5 15"/>`,
  copy: svg`<rect x="7" y="7" width="9.5" height="9.5" rx="1.5"/><path d="M13 7V5a1.5 1.5 0 0 0-1.5-1.5H5A1.5 1.5 0 0 0 3.5 5v6.5A1.5 1.5 0 0 0 5 13h2"/>`,
  department: svg`<path d="M4 17V4.5A1.5 1.5 0 0 1 5.5 3h5A1.5 1.5 0 0 1 12 4.5V17M12 8h2.5A1.5 1.5 0 0 1 16 9.5V17M2.5 17h15M7 6.5h2M7 9.5h2M7 12.5h2"/>`,
  download: svg`<path d="M10 3v9.5M5.8 8.5L10 12.7l4.2-4.2M3.5 16.5h13"/>`,
  drag: svg`<g fill="currentColor" stroke="none"><circle cx="7.5" cy="5" r="1.3"/><circle cx="12.5" cy="5" r="1.3"/><circle cx="7.5" cy="10" r="1.3"/><circle cx="12.5" cy="10" r="1.3"/><circle cx="7.5" cy="15" r="1.3"/><circle cx="12.5" cy="15" r="1.3"/></g>`,
  edit: svg`<path d="M3.5 16.5l.8-3.6L13 4.2a1.7 1.7 0 0 1 2.4 0l.4.4a1.7 1.7 0 0 1 0 2.4l-8.7 8.7zM11.5 5.7l2.8 2.8"/>`,
  error: svg`<circle cx="10" cy="10" r="7"/><path d="M7.5 7.5l5 5M12.5 7.5l-5 5"/>`,
  eye: svg`<path d="M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5z"/><circle cx="10" cy="10" r="2.2"/>`,
  'eye-off': svg`<path d="M3 3l14 14M8.2 5.2A7 7 0 0 1 10 5c5 0 7.5 5 7.5 5a13 13 0 0 1-2.3 2.9M5 6.7A12 12 0 0 0 2.5 10S5 15 10 15a7.5 7.5 0 0 0 3-.6"/>`,
  file: svg`<path d="M11.5 3H6.500A1.5 1.5 0 0 0 5 4.500v11A1.5 1.5 0 0 0 6.5 17h7a1.5 1.5 0 0 0 1.5-1.500V6.500zM11.5 3v3.500H15"/>`,
  flag: svg`<path d="M5 17.500V3.500M5 4h9.500l-2 3.5 2 3.500H5"/>`,
  flow: svg`<rect x="2.5" y="7.5" width="5" height="5" rx="1"/><rect x="12.5" y="2.5" width="5" height="5" rx="1"/><rect x="12.5" y="12.5" width="5" height="5" rx="1"/><path d="M7.5 10h2.500M12.5 5H10v10h2.5"/>`,
  form: svg`<rect x="3.5" y="3" width="13" height="14" rx="1.5"/><path d="M6.5 7h7M6.5 13.500h3"/><rect x="6.5" y="9" width="7" height="2" />`,
  info: svg`<circle cx="10" cy="10" r="7"/><path d="M10 9.500v4M10 6.500v.2"/>`,
  link: svg`<path d="M8.5 11.500a3 3 0 0 0 4.3 0l2.7-2.700a3 3 0 0 0-4.3-4.300l-1 1M11.5 8.500a3 3 0 0 0-4.3 0l-2.7 2.700a3 3 0 0 0 4.3 4.300l1-1"/>`,
  list: svg`<path d="M7 5h10M7 10h10M7 15h10M3.5 5h.2M3.5 10h.2M3.5 15h.2"/>`,
  lock: svg`<rect x="4" y="9" width="12" height="8" rx="1.5"/><path d="M6.5 9V6.500a3.5 3.5 0 0 1 7 0V9"/>`,
  map: svg`<path d="M2.5 5l5-2 5 2 5-2v12l-5 2-5-2-5 2zM7.5 3v12M12.5 5v12"/>`,
  minus: svg`<path d="M4 10h12"/>`,
  more: svg`<g fill="currentColor" stroke="none"><circle cx="4.5" cy="10" r="1.4"/><circle cx="10" cy="10" r="1.4"/><circle cx="15.5" cy="10" r="1.4"/></g>`,
  plus: svg`<path d="M10 4v12M4 10h12"/>`,
  print: svg`<path d="M6 7V3.500h8V7M6 14H4.500A1.5 1.5 0 0 1 3 12.500v-4A1.5 1.5 0 0 1 4.5 7h11A1.5 1.5 0 0 1 17 8.500v4a1.5 1.5 0 0 1-1.5 1.500H14"/><rect x="6" y="11.5" width="8" height="5.5"/>`,
  redo: svg`<path d="M16 8H8a4.5 4.5 0 0 0 0 9h3.500M12.5 4.500L16 8l-3.5 3.5"/>`,
  refresh: svg`<path d="M16.5 10a6.5 6.5 0 1 1-2-4.700M16.5 3v3.500H13"/>`,
  search: svg`<circle cx="9" cy="9" r="5.5"/><path d="M13 13l4 4"/>`,
  send: svg`<path d="M17 3L2.8 8.200l5.7 2.8 2.8 5.700zM17 3l-8.5 8"/>`,
  settings: svg`<path d="M3 6h8M15 6h2M3 14h2M9 14h8"/><circle cx="13" cy="6" r="2"/><circle cx="7" cy="14" r="2"/>`,
  table: svg`<rect x="3" y="4" width="14" height="12" rx="1.5"/><path d="M3 8h14M3 12h14M8 8v8"/>`,
  trash: svg`<path d="M3.5 5.500h13M7.5 5.500v-2h5v2M5.5 5.500l.7 10a1.5 1.5 0 0 0 1.5 1.500h4.600a1.5 1.5 0 0 0 1.5-1.500l.7-10M8.5 9v4.500M11.5 9v4.5"/>`,
  undo: svg`<path d="M4 8h8a4.5 4.5 0 0 1 0 9H8.500M7.5 4.500L4 8l3.5 3.5"/>`,
  upload: svg`<path d="M10 12.500V3M5.8 7.200L10 3l4.2 4.200M3.5 16.500h13"/>`,
  user: svg`<circle cx="10" cy="6.5" r="3.3"/><path d="M3.5 17c.4-3.3 3-5.3 6.5-5.300s6.1 2 6.5 5.3"/>`,
  users: svg`<circle cx="7.5" cy="7" r="3"/><path d="M2 16.500c.3-3 2.5-4.8 5.5-4.800s5.2 1.8 5.5 4.800M13 4.300a3 3 0 0 1 0 5.400M15 12.200c1.7.7 2.8 2.2 3 4.3"/>`,
  warning: svg`<path d="M10 3.200L18 16.500H2zM10 8v4M10 14.200v.2"/>`,
};

/** All names, for a gallery or a test. */
export const ICON_NAMES: readonly IconName[] = Object.keys(PATHS) as IconName[];

/** An icon of 16 (default) or 20 px. Give the button its own name; `label` only for an icon that stands alone. */
export function icon(name: IconName, options: { readonly size?: 16 | 20; readonly label?: string } = {}): TemplateResult {
  const { size = 16, label } = options;
  return html`<svg
    class="icon"
    width=${size}
    height=${size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width=${size === 16 ? 1.75 : 1.5}
    stroke-linecap="round"
    stroke-linejoin="round"
    focusable="false"
    role=${label ? 'img' : nothing}
    aria-label=${label ?? nothing}
    aria-hidden=${label ? nothing : 'true'}
  >${PATHS[name]}</svg>`;
}
