/** Registers the pages of operators; each is handed the `HostService` of an administrator. */
import '@tongban/element-kit/define';
import '@tongban/filing-form/define';
import { defineElement } from '@tongban/element-kit';
import { IncidentRepair } from './incident-repair.ts';
import { Incidents } from './incidents.ts';
import { PauseForm } from './pause-form.ts';
import { Pauses } from './pauses.ts';

defineElement('tb-incidents', Incidents);
defineElement('tb-incident-repair', IncidentRepair);
defineElement('tb-pauses', Pauses);
defineElement('tb-pause-form', PauseForm);
