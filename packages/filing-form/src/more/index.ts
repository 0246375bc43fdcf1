/** What forms load when they need it: more kinds of fields, and steps. */
import type { FormField } from '@tongban/model';
import type { ComponentType } from 'react';
import type { ControlProps } from '../controls/control-props.ts';
import { DateRangeControl } from './date-range-control.tsx';
import { ItemsControl, ItemsText } from './items-control.tsx';
import { MaterialsControl, MaterialsText } from './materials-control.tsx';
import { QrCodeControl, QrCodeText } from './qr-code.tsx';
import { RegionControl } from './region-control.tsx';

export { CarriedNote } from './carried-note.tsx';
export { moreStyles } from './more.styles.ts';
export { StepsView } from './steps-view.tsx';

/** Controls by kind. */
export const moreControls: Readonly<Partial<Record<FormField['kind'], ComponentType<ControlProps<never>>>>> = {
  dateRange: DateRangeControl,
  region: RegionControl,
  items: ItemsControl,
  materials: MaterialsControl,
  qrCode: QrCodeControl,
};

/** Values to be read, of kinds that are more than a line of text. */
export const moreTexts: Readonly<Partial<Record<FormField['kind'], ComponentType<never>>>> = {
  materials: MaterialsText,
  items: ItemsText,
  qrCode: QrCodeText,
};
