/** What the check of the table found: each finding leads to its row, and a gap can be closed at a press. */
import type { ProblemFixEvent, ProblemSelectEvent } from '@tongban/element-kit';
import { html, nothing, type TemplateResult } from 'lit';
import { insertRows } from '../commands/change-rows.ts';
import { setCells } from '../commands/set-cells.ts';
import type { TableCheck } from '../table-check.ts';
import type { TableEditor } from '../table-editor.ts';

/** See the module comment. `unreadable`: a cell cannot be read, so nothing can be checked. */
export function checkPanel(editor: TableEditor, check: TableCheck, unreadable: boolean): TemplateResult {
  const { t } = editor.host;
  if (unreadable) return html`<p class="muted">${t('checkUnreadable')}</p>`;
  const found = new Map(check.findings.map((finding) => [finding.problem, finding]));
  return html`${check.running ? html`<p class="muted" role="status">${t('checking')}</p>` : nothing}
    ${check.isComplete ? nothing : html`<p class="hint">${t('checkIncomplete')}</p>`}
    <tb-problem-list
      .problems=${[...found.keys()]}
      .fixOf=${(problem: ProblemFixEvent['problem']) => (!editor.host.readonly && found.get(problem)?.kind === 'gap' ? t('closeGap') : undefined)}
      @tb-problem-select=${(event: ProblemSelectEvent) => {
        event.stopPropagation();
        const finding = found.get(event.problem);
        editor.show(finding?.ruleIds.at(-1), finding?.columnId);
      }}
      @tb-problem-fix=${(event: ProblemFixEvent) => {
        event.stopPropagation();
        closeGap(editor, found.get(event.problem)?.cells ?? []);
      }}
    ><p slot="empty" class="muted">${t('checkClean')}</p></tb-problem-list>`;
}

// the new row has the conditions; its result is for a person to write
function closeGap(editor: TableEditor, cells: readonly string[]): void {
  const row = editor.sheet.rows.length;
  const outputs = editor.sheet.columns.findIndex(({ kind }) => kind === 'output');
  if (!editor.run(joined(insertRows(row, 1, 0), setCells({ row, column: 0 }, [cells])))) return;
  editor.moveTo({ row, column: Math.max(0, outputs) });
}

function joined(first: ReturnType<typeof insertRows>, second: ReturnType<typeof setCells>): ReturnType<typeof insertRows> {
  return { ...first, apply: (sheet) => second.apply(first.apply(sheet)) };
}
