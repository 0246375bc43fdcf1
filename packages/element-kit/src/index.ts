/**
 * What all Tongban elements share. Importing this registers nothing; `@tongban/element-kit/define` registers the tags.
 *
 * @example
 * ```ts
 * import { TongbanElement, buttonStyles } from '@tongban/element-kit';
 * class Receipt extends TongbanElement {
 *   static override styles: CSSResultGroup = [TongbanElement.styles, buttonStyles];
 * }
 * ```
 */

export { announceIn, type Urgency } from './announcer.ts';
// small elements
export { Combobox, ComboboxChangeEvent, type ComboboxOption, type ComboboxSource } from './combobox.ts';
export { newCommandId } from './command-id.ts';
// what a host hands over
export {
  assetUrl,
  authorizationHeaders,
  configureTongban,
  type FilePort,
  type FileRef,
  type PickedDepartment,
  type PickedPerson,
  type Pickers,
  type PickRequest,
  resetTongbanConfiguration,
  type Sealed,
  type SealPort,
  type SealRequest,
  type TongbanConfiguration,
  tongbanConfiguration,
} from './configuration.ts';
export { type Confirmation, confirmDialog } from './confirm-dialog.ts';
export { defineElement } from './define-element.ts';
// dialogs
export { Dialog, DialogCloseEvent, type DialogCloseReason } from './dialog.ts';
// drafts
export {
  DeviceDraft,
  type DraftOwner,
  type DraftPort,
  type DraftState,
  type HostAnswer,
  type HostDraft,
} from './draft/device-draft.ts';
export { draftMessages } from './draft/draft-messages.ts';
export { draftNotice } from './draft/draft-notice.ts';
export { Empty } from './empty.ts';
export {
  CHINA_OFFSET_MINUTES,
  formatAmount,
  formatBytes,
  formatDay,
  formatDuration,
  formatInstant,
  formatMoneyWan,
  formatRemaining,
} from './format.ts';
export { ICON_NAMES, type IconName, icon } from './icons.ts';
export { kitMessages } from './kit-messages.ts';
export { type LightColor, LightElement } from './light.ts';
export { DEFAULT_LOCALE, inheritedLocale, localeOf } from './locale.ts';
export { MenuButton, type MenuItem, MenuSelectEvent } from './menu-button.ts';
// words, and how to write days and money
export {
  defineMessages,
  type MessageParams,
  type Messages,
  type MessageTable,
  type PlaceholdersOf,
  type Translate,
  untranslated,
} from './messages.ts';
export { overlayRootOf } from './overlay-root.ts';
export { closeFromOutside, placeFloating, unplaceFloating } from './place-floating.ts';
export { ProblemFixEvent, ProblemList, ProblemSelectEvent } from './problem-list.ts';
// long tables
export { type RowHeight, type RowWindow, rowWindow } from './row-window.ts';
export { sentenceOf } from './sentence-of.ts';
export { type PastedTexts, type SourceOffer, SourcePicker, type SourceReader } from './source-picker.ts';
export { Splitter, SplitterChangeEvent } from './splitter.ts';
export { base } from './styles/base.styles.ts';
export { buttonStyles } from './styles/button.styles.ts';
export { fieldStyles } from './styles/field.styles.ts';
export { floatingStyles } from './styles/floating.styles.ts';
export { surfaceStyles } from './styles/surface.styles.ts';
export { tabStyles } from './styles/tab.styles.ts';
export { tableStyles } from './styles/table.styles.ts';
// sheets
export { tokens } from './styles/tokens.styles.ts';
export { type TabItem, TabSelectEvent, Tabs } from './tabs.ts';
export { type Toast, ToastRegion } from './toast-region.ts';
// the base of an element
export { type Theme, TongbanElement } from './tongban-element.ts';
