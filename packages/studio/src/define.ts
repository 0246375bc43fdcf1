/** Registers the studio's tags and those it uses. */
import '@tongban/element-kit/define';
import '@tongban/flow-designer/define';
import '@tongban/form-designer/define';
import '@tongban/table-designer/define';
import { defineElement } from '@tongban/element-kit';
import { FormsPanel } from './forms-panel.ts';
import { ItemsPanel } from './items-panel.ts';
import { LimitsPanel } from './limits-panel.ts';
import { LockPanel } from './lock-panel.ts';
import { MeasureStudio } from './measure-studio.ts';
import { NewForm } from './new-form.ts';
import { ParametersPanel } from './parameters-panel.ts';
import { PausesPanel } from './pauses-panel.ts';
import { ReleasesPanel } from './releases-panel.ts';
import { RulesPanel } from './rules-panel.ts';
import { UpperMeasures } from './upgrade/upper-measures.ts';

defineElement('tb-limits-panel', LimitsPanel);
defineElement('tb-pauses-panel', PausesPanel);
defineElement('tb-lock-panel', LockPanel);
defineElement('tb-parameters-panel', ParametersPanel);
defineElement('tb-items-panel', ItemsPanel);
defineElement('tb-new-form', NewForm);
defineElement('tb-forms-panel', FormsPanel);
defineElement('tb-rules-panel', RulesPanel);
defineElement('tb-releases-panel', ReleasesPanel);
defineElement('tb-upper-measures', UpperMeasures);
defineElement('tb-measure-studio', MeasureStudio);
