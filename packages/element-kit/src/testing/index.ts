/** What tests of elements in a real browser need: a page, what axe finds, a page under a strict policy. Never part of a product. */
export { axeFindings } from './axe-findings.ts';
export { atDoubleText, cutOff } from './cut-off.ts';
export { inside } from './inside.ts';
export { onPage } from './on-page.ts';
export { settled } from './settled.ts';
export { reportBlocked, strictFrame, underStrictPolicy } from './strict-policy.ts';
