/**
 * Registers `<tb-feel-field>` (a text in FEEL with completion, a reading in words, and faults at their place) and `<tb-condition-builder>`
 * (a condition by choosing). A door of its own, because it brings the parser: load it with the surface that needs it.
 */
import { Combobox } from '../combobox.ts';
import { defineElement } from '../define-element.ts';
import { ConditionBuilder } from './condition-builder.ts';
import { FeelField } from './feel-field.ts';

defineElement('tb-combobox', Combobox);
defineElement('tb-condition-builder', ConditionBuilder);
defineElement('tb-feel-field', FeelField);

export { ConditionBuilder } from './condition-builder.ts';
export { FeelChangeEvent, FeelInputEvent } from './feel-events.ts';
export { FeelField } from './feel-field.ts';
