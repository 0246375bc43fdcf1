/** 谁来办: the starter, a role, a department (or what gives it), a person. All that is given must hold. */
import { type Performer, textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { checkField, feelField, group, selectField } from './fields.ts';
import type { PanelView } from './panel-view.ts';
import { personFields } from './person-fields.ts';

const BY_FEEL = '=';

/** The group of a user task. */
export function performerGroup(view: PanelView): TemplateResult {
  const { t, words, extension, change } = view;
  const content = performerFields(view, 'performer', extension.performer ?? {}, (performer) => change({ performer }));
  return group(t('performer'), ['performer'], content, words('performerHint'));
}

/** The fields alone, for whoever else performs something. */
export function performerFields(
  view: PanelView,
  id: string,
  performer: Performer,
  onChange: (performer: Performer | undefined) => void,
): TemplateResult {
  const { words, locale, context } = view;
  const { roles = [], departments = [] } = context?.manifest ?? {};
  const { starter = false, role = '', department = '', person = '' } = performer;
  const byFeel = department.startsWith(BY_FEEL);
  const put = (parts: { readonly [Part in keyof Performer]?: Performer[Part] | undefined }): void =>
    onChange(cleaned({ ...performer, ...parts }));
  return html`${checkField(view, { label: words('performerStarter'), value: starter, onChange: (on) => put({ starter: on ? true : undefined }) })}
    ${selectField(view, {
      id: `${id}-role`,
      help: 'role',
      label: words('performerRole'),
      value: role,
      choices: [['', words('anyRole')], ...roles.map((one) => [one.id, textIn(one.name, locale)] as const)],
      onChange: (value) => put({ role: value }),
    })}
    ${selectField(view, {
      id: `${id}-department`,
      help: 'department',
      label: words('performerDepartment'),
      value: byFeel ? BY_FEEL : department,
      choices: [
        ['', words('anyDepartment')],
        ...departments.map((one) => [one.id, one.name] as const),
        [BY_FEEL, words('departmentByVariable')],
      ],
      onChange: (value) => put({ department: value }),
    })}
    ${
      byFeel
        ? feelField(view, {
            id: `${id}-department-feel`,
            label: words('departmentFeel'),
            value: department.slice(1),
            hint: words('departmentFeelHint'),
            required: true,
            onChange: (value) => put({ department: BY_FEEL + value }),
          })
        : nothing
    }
    ${personFields(view, `${id}-person`, person, (value) => put({ person: value }))}`;
}

function cleaned(performer: object): Performer | undefined {
  const given = Object.entries(performer).filter(([, value]) => value !== undefined && value !== '' && value !== false);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
