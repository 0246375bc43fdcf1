/**
 * Every colour, size and time of Tongban, as CSS custom properties.
 *
 * Two layers. Public names `--tb-x` belong to the host page: set on `:root` they reach every element, set on one element
 * they reach that one. Private names `--_x` are what our sheets read; each is its public name or the default, so a page
 * may override any of them without knowing the others. A preset (`theme="red"`) sets public names on the element itself,
 * so what lies inside it follows; a page rule for the element (`tb-inbox { --tb-accent: … }`) still wins over the preset.
 *
 * All text and what must grow with it is measured in `--tb-text-unit`. It is 16px, not 1rem, because many pages shrink or
 * swell their root font for their own layout; a page that keeps it as the reader set it says `--tb-text-unit: 1rem`.
 */
import { type CSSResult, css } from 'lit';

/** The tokens and the four presets: 政务蓝 (default), 政务红, dark, high contrast. */
export const tokens: CSSResult = css`
  :host([theme='blue']) {
    --tb-color-scheme: light;
    --tb-accent: #1f5fae;
    --tb-accent-strong: #17498a;
    --tb-accent-weak: #e8f0fa;
    --tb-on-accent: #ffffff;
    --tb-text: #1c2024;
    --tb-text-2: #51585f;
    --tb-text-3: #667079;
    --tb-surface: #ffffff;
    --tb-surface-2: #f5f7f9;
    --tb-surface-3: #eceff2;
    --tb-line: #d8dde3;
    --tb-line-strong: #848d96;
    --tb-info: #1f5fae;
    --tb-info-weak: #e8f0fa;
    --tb-green: #1a7f4b;
    --tb-green-weak: #eef8f2;
    --tb-yellow: #9a6700;
    --tb-yellow-weak: #fef8e7;
    --tb-red: #c0281f;
    --tb-red-strong: #98190f;
    --tb-red-weak: #fcecea;
    --tb-on-red: #ffffff;
    --tb-shadow: 0 6px 24px rgb(16 24 32 / 16%), 0 1px 3px rgb(16 24 32 / 12%);
  }

  :host([theme='red']) {
    --tb-color-scheme: light;
    --tb-accent: #9e1f2f;
    --tb-accent-strong: #7a1622;
    --tb-accent-weak: #f9ebed;
    --tb-on-accent: #ffffff;
    --tb-text: #1c2024;
    --tb-text-2: #51585f;
    --tb-text-3: #667079;
    --tb-surface: #ffffff;
    --tb-surface-2: #f5f7f9;
    --tb-surface-3: #eceff2;
    --tb-line: #d8dde3;
    --tb-line-strong: #848d96;
    --tb-info: #1f5fae;
    --tb-info-weak: #e8f0fa;
    --tb-green: #1a7f4b;
    --tb-green-weak: #eef8f2;
    --tb-yellow: #9a6700;
    --tb-yellow-weak: #fef8e7;
    --tb-red: #c0281f;
    --tb-red-strong: #98190f;
    --tb-red-weak: #fcecea;
    --tb-on-red: #ffffff;
    --tb-shadow: 0 6px 24px rgb(16 24 32 / 16%), 0 1px 3px rgb(16 24 32 / 12%);
  }

  :host([theme='dark']) {
    --tb-color-scheme: dark;
    --tb-accent: #7fb2f0;
    --tb-accent-strong: #a9ccf7;
    --tb-accent-weak: #1d2a3a;
    --tb-on-accent: #0d1a2a;
    --tb-text: #eceef0;
    --tb-text-2: #b4bac0;
    --tb-text-3: #949ba2;
    --tb-surface: #15181b;
    --tb-surface-2: #1d2125;
    --tb-surface-3: #272c31;
    --tb-line: #343a40;
    --tb-line-strong: #6c757e;
    --tb-info: #7fb2f0;
    --tb-info-weak: #1d2a3a;
    --tb-green: #5cc792;
    --tb-green-weak: #14281e;
    --tb-yellow: #e0b04a;
    --tb-yellow-weak: #2d2512;
    --tb-red: #f58d84;
    --tb-red-strong: #ffb3ac;
    --tb-red-weak: #351b19;
    --tb-on-red: #2b0906;
    --tb-shadow: 0 8px 28px rgb(0 0 0 / 60%), 0 0 0 1px rgb(255 255 255 / 8%);
  }

  :host([theme='contrast']) {
    --tb-color-scheme: light;
    --tb-accent: #003a8c;
    --tb-accent-strong: #00265c;
    --tb-accent-weak: #dbe8ff;
    --tb-on-accent: #ffffff;
    --tb-text: #000000;
    --tb-text-2: #1f1f1f;
    --tb-text-3: #333333;
    --tb-surface: #ffffff;
    --tb-surface-2: #f2f2f2;
    --tb-surface-3: #e4e4e4;
    --tb-line: #6b6b6b;
    --tb-line-strong: #1f1f1f;
    --tb-info: #003a8c;
    --tb-info-weak: #dbe8ff;
    --tb-green: #00552b;
    --tb-green-weak: #e3f6ea;
    --tb-yellow: #6b4500;
    --tb-yellow-weak: #fff0c7;
    --tb-red: #9c0f07;
    --tb-red-strong: #6e0500;
    --tb-red-weak: #ffe6e3;
    --tb-on-red: #ffffff;
    --tb-shadow: 0 0 0 2px #000000;
  }

  :host {
    --_color-scheme: var(--tb-color-scheme, light);
    --_accent: var(--tb-accent, #1f5fae);
    --_accent-strong: var(--tb-accent-strong, #17498a);
    --_accent-weak: var(--tb-accent-weak, #e8f0fa);
    --_on-accent: var(--tb-on-accent, #ffffff);
    --_text: var(--tb-text, #1c2024);
    --_text-2: var(--tb-text-2, #51585f);
    --_text-3: var(--tb-text-3, #667079);
    --_surface: var(--tb-surface, #ffffff);
    --_surface-2: var(--tb-surface-2, #f5f7f9);
    --_surface-3: var(--tb-surface-3, #eceff2);
    --_line: var(--tb-line, #d8dde3);
    --_line-strong: var(--tb-line-strong, #848d96);
    --_info: var(--tb-info, #1f5fae);
    --_info-weak: var(--tb-info-weak, #e8f0fa);
    --_green: var(--tb-green, #1a7f4b);
    --_green-weak: var(--tb-green-weak, #eef8f2);
    --_yellow: var(--tb-yellow, #9a6700);
    --_yellow-weak: var(--tb-yellow-weak, #fef8e7);
    --_red: var(--tb-red, #c0281f);
    --_red-strong: var(--tb-red-strong, #98190f);
    --_red-weak: var(--tb-red-weak, #fcecea);
    --_on-red: var(--tb-on-red, #ffffff);
    --_shadow: var(--tb-shadow, 0 6px 24px rgb(16 24 32 / 16%), 0 1px 3px rgb(16 24 32 / 12%));

    --_font: var(--tb-font, system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif);
    --_font-mono: var(--tb-font-mono, ui-monospace, 'Cascadia Mono', Consolas, 'Noto Sans Mono CJK SC', monospace);
    --_text-unit: var(--tb-text-unit, 16px);
    --_font-size: var(--tb-font-size, calc(0.875 * var(--_text-unit)));
    --_line-height: var(--tb-line-height, calc(1.375 * var(--_text-unit)));
    --_font-size-small: var(--tb-font-size-small, calc(0.75 * var(--_text-unit)));
    --_line-height-small: var(--tb-line-height-small, calc(1.125 * var(--_text-unit)));
    --_font-size-large: var(--tb-font-size-large, var(--_text-unit));
    --_line-height-large: var(--tb-line-height-large, calc(1.5 * var(--_text-unit)));
    --_font-size-title: var(--tb-font-size-title, calc(1.25 * var(--_text-unit)));
    --_line-height-title: var(--tb-line-height-title, calc(1.75 * var(--_text-unit)));
    --_weight-regular: var(--tb-weight-regular, 400);
    --_weight-medium: var(--tb-weight-medium, 500);
    --_weight-strong: var(--tb-weight-strong, 600);

    --_space: var(--tb-space, 4px);
    --_radius: var(--tb-radius, 6px);
    --_radius-small: var(--tb-radius-small, 4px);
    --_control: var(--tb-control, calc(2 * var(--_text-unit)));
    --_motion: var(--tb-motion, 120ms);
    --_z-floating: var(--tb-z-floating, 1000);
  }

  @media (pointer: coarse) {
    :host {
      --_control: var(--tb-control-touch, calc(2.75 * var(--_text-unit)));
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0ms;
    }
  }
`;
