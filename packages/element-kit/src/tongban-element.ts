/** The base of every Tongban element: open shadow root, shared sheets, language, preset, announcements. */
import type { Locale } from '@tongban/model';
import { type CSSResultGroup, LitElement, type PropertyDeclarations } from 'lit';
import { announceIn } from './announcer.ts';
import { inheritedLocale, localeOf, watchLocale } from './locale.ts';
import { base } from './styles/base.styles.ts';
import { tokens } from './styles/tokens.styles.ts';

/** The presets of colours; none means that of the element around, else 政务蓝. */
export type Theme = 'blue' | 'red' | 'dark' | 'contrast';

/**
 * Extend it; your own sheets come after the shared ones: `static override styles: CSSResultGroup = [TongbanElement.styles, mine]`.
 *
 * @cssprop --tb-accent - and all other tokens of `tokens.styles.ts`
 */
export class TongbanElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, base];

  static override properties: PropertyDeclarations = {
    locale: { attribute: 'locale', noAccessor: true },
    theme: { reflect: true },
  };

  /** The preset of this element and all in it. */
  declare theme: Theme | undefined;

  #ownLocale: Locale | undefined;
  #aroundLocale: Locale | undefined;
  #stopWatching: (() => void) | undefined;

  /** The language of the interface: what was set here, else that of the nearest ancestor with `lang` or `locale`, else Chinese. */
  get locale(): Locale {
    return this.#ownLocale ?? this.#aroundLocale ?? inheritedLocale(this);
  }

  set locale(locale: Locale | string | null | undefined) {
    const before = this.locale;
    this.#ownLocale = localeOf(locale);
    if (this.isConnected) this.#showLocale();
    this.requestUpdate('locale', before);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#showLocale();
    this.#stopWatching = watchLocale(this, this.#lookAround);
    this.#lookAround();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }

  /** Dispatches an event from this element; answers whether nobody prevented what it announces. */
  protected emit(event: Event): boolean {
    return this.dispatchEvent(event);
  }

  /** Says `text` to people who listen to the page; nothing is seen. */
  announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
    announceIn(this, text, urgency);
  }

  // as an attribute, so that elements inside inherit it when a framework has set the property
  #showLocale(): void {
    if (this.#ownLocale && localeOf(this.getAttribute('locale')) !== this.#ownLocale) this.setAttribute('locale', this.#ownLocale);
    else if (!this.#ownLocale && localeOf(this.getAttribute('locale'))) this.removeAttribute('locale');
  }

  readonly #lookAround = (): void => {
    const before = this.locale;
    this.#aroundLocale = inheritedLocale(this);
    if (before !== this.locale) this.requestUpdate('locale', before);
  };
}
