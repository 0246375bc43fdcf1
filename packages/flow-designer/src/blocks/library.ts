/** The blocks that come with the designer, as they stand in `library/*.block.json`. */
import type { FlowBlock } from './block.ts';
import correction from './library/correction.block.json?raw';
import fourEyes from './library/four-eyes.block.json?raw';
import handleReviewSign from './library/handle-review-sign.block.json?raw';
import instantApproval from './library/instant-approval.block.json?raw';
import jointAcceptance from './library/joint-acceptance.block.json?raw';
import jointConsultation from './library/joint-consultation.block.json?raw';
import notifiedPromise from './library/notified-promise.block.json?raw';
import onePlusX from './library/one-plus-x.block.json?raw';
import parallelItems from './library/parallel-items.block.json?raw';
import publicity from './library/publicity.block.json?raw';
import rectification from './library/rectification.block.json?raw';
import siteVisit from './library/site-visit.block.json?raw';
import tolerantAcceptance from './library/tolerant-acceptance.block.json?raw';

/** All of them, in the order in which the gallery shows them. */
export const BLOCKS: readonly FlowBlock[] = [
  tolerantAcceptance,
  notifiedPromise,
  publicity,
  correction,
  parallelItems,
  jointConsultation,
  jointAcceptance,
  onePlusX,
  instantApproval,
  siteVisit,
  rectification,
  fourEyes,
  handleReviewSign,
].map((text) => JSON.parse(text) as FlowBlock);
