/** 看哪些表单、能改什么: forms by access, each group, field and column by its own where it differs. */
import { type FieldAccess, type Filing, textIn } from '@tongban/model';
import { html, nothing, type TemplateResult } from 'lit';
import { accessTable } from './access-table.ts';
import { group, removeButton, selectField } from './fields.ts';
import type { PanelView } from './panel-view.ts';
import { replaced } from './replaced.ts';

const ACCESS: readonly FieldAccess[] = ['write', 'read', 'hidden'];

/** The group of a user task. */
export function filingsGroup(view: PanelView): TemplateResult {
  const { t, extension, change } = view;
  const content = filingFields(view, 'filings', extension.filings ?? [], (filings) =>
    change({ filings: filings.length === 0 ? undefined : filings }),
  );
  return group(t('filings'), ['filings', 'filing'], content);
}

/** The list alone, for whatever else shows forms. */
export function filingFields(
  view: PanelView,
  id: string,
  filings: readonly Filing[],
  onChange: (filings: readonly Filing[]) => void,
): TemplateResult {
  const { words, context, locale } = view;
  const free = (context?.forms ?? []).filter((form) => !filings.some((filing) => filing.form === form.id));
  return html`${filings.length === 0 ? html`<p class="muted">${words('noFilings')}</p>` : nothing}
    ${filings.map((filing, at) =>
      filingBox(view, `${id}-${at}`, filing, (next) => onChange(next === undefined ? replaced(filings, at) : replaced(filings, at, next))),
    )}
    ${
      view.readonly || free.length === 0
        ? nothing
        : selectField(view, {
            id: `${id}-add`,
            help: 'filingAdd',
            label: words('addFiling'),
            value: '',
            hideLabel: true,
            choices: [['', `＋ ${words('addFiling')}`], ...free.map((form) => [form.id, textIn(form.title, locale)] as const)],
            onChange: (form) => {
              if (form !== '') onChange([...filings, { form, access: 'read' }]);
            },
          })
    }`;
}

function filingBox(view: PanelView, id: string, filing: Filing, onChange: (filing: Filing | undefined) => void): TemplateResult {
  const { t, words, context, locale } = view;
  const form = context?.forms.find((one) => one.id === filing.form);
  const title = form === undefined ? words('unknownChoice', { id: filing.form }) : textIn(form.title, locale);
  const different = Object.keys(filing.fields ?? {}).length;
  return html`<div class="box">
    <div class="entry-head">
      <span class="entry-title">${title}</span>
      ${selectField(view, {
        id,
        help: 'filingAccess',
        label: words('filingAccess', { form: title }),
        value: filing.access,
        hideLabel: true,
        choices: ACCESS.map((access) => [access, t(`access.${access}`)] as const),
        onChange: (access) => onChange({ ...filing, access: access as FieldAccess }),
      })}
      ${removeButton(view, words('removeFiling', { form: title }), () => onChange(undefined))}
    </div>
    ${
      form === undefined
        ? nothing
        : html`<details>
          <summary>${words('fieldsOf', { count: different })}</summary>
          ${accessTable(view, id, filing, form, onChange)}
        </details>`
    }
  </div>`;
}
