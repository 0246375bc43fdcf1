/** What a host may hand the designer beside the flow: who checks it, who tries it, what to compare it with. */
import type { Problem, TrialOpening } from '@tongban/model';

/** Checks a BPMN file, here or in a worker. */
export type FlowCheck = (xml: string) => Promise<readonly Problem[]>;

/** A version of the flow to compare with. */
export interface FlowVersion {
  readonly xml: string;
  /** What people call it, e.g. “1.3”. */
  readonly title: string;
}

/** Opens a trial of a BPMN file, on the runtime. */
export type FlowTrial = (xml: string) => Promise<TrialOpening>;
