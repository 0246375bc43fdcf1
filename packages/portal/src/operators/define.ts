/** Registers the pages of operators; each is handed the `HostService` of an administrator. */
import '@tongban/element-kit/define';
import '@tongban/filing-form/define';
import { defineElement } from '@tongban/element-kit';
import { CalendarHistory } from './calendar-history.ts';
import { CaseFile } from './case-file.ts';
import { IncidentRepair } from './incident-repair.ts';
import { Incidents } from './incidents.ts';
import { MigrationElement } from './migration.ts';
import { PaperCase } from './paper-case.ts';
import { PauseEnd } from './pause-end.ts';
import { PauseForm } from './pause-form.ts';
import { Pauses } from './pauses.ts';
import { WorkCalendar } from './work-calendar.ts';
import { YearView } from './year-view.ts';

defineElement('tb-incidents', Incidents);
defineElement('tb-incident-repair', IncidentRepair);
defineElement('tb-pauses', Pauses);
defineElement('tb-pause-form', PauseForm);
defineElement('tb-pause-end', PauseEnd);
defineElement('tb-work-calendar', WorkCalendar);
defineElement('tb-calendar-history', CalendarHistory);
defineElement('tb-year-view', YearView);
defineElement('tb-migration', MigrationElement);
defineElement('tb-paper-case', PaperCase);
defineElement('tb-case-file', CaseFile);
