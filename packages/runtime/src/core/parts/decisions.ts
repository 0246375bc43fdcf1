/** Decision tables and graphs: business rule tasks. */
import { decisionMaker } from '../decision-maker.ts';
import { businessRuleTask } from '../nodes/business-rule-task.ts';
import type { AblePart } from './part.ts';

export const decisions: AblePart<'decisions'> = { name: 'decisions', nodes: [businessRuleTask], ability: { prepare: decisionMaker } };
