/**
 * Registers `<tb-feel-field>`: a text in FEEL with completion, a reading in words, and faults at their place. A door of its own, because
 * it brings the parser: load it with the surface that needs it.
 */
import { defineElement } from '../define-element.ts';
import { FeelField } from './feel-field.ts';

defineElement('tb-feel-field', FeelField);

export { FeelChangeEvent, FeelInputEvent } from './feel-events.ts';
export { FeelField } from './feel-field.ts';
