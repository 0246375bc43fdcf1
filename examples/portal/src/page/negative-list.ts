/** `<negative-list>`: what the commitment system does not cover, with its exceptions, for everybody to look up. The rules themselves, not a copy. */
import '@tongban/table-designer/rule-list';
import { readDmnFiles } from '@tongban/dmn';
import { defineElement, surfaceStyles, TongbanElement } from '@tongban/element-kit';
import type { DecisionTable } from '@tongban/model';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';

// the build puts the files beside the page
const LIST = new URL('../../../../packages/measures/rules/dt-02.dmn', import.meta.url);
const EXCEPTIONS = new URL('../../../../packages/measures/rules/dt-04.dmn', import.meta.url);

interface Tables {
  readonly list: DecisionTable;
  readonly exceptions: DecisionTable;
}

/** The page 规则清单. */
export class NegativeList extends TongbanElement {
  static override styles: CSSResultGroup = [TongbanElement.styles, surfaceStyles];

  @state() private tables: Tables | undefined;
  @state() private failed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult | typeof nothing {
    if (this.failed) return html`<div class="callout error" role="alert">规则清单无法读取，请刷新页面重试。</div>`;
    if (this.tables === undefined) return nothing;
    const { list, exceptions } = this.tables;
    return html`<tb-rule-list
      label="不适用信用承诺制的审批事项清单"
      source="积政办发〔2023〕16号 附件1"
      effective-from="2023-02-20"
      numbered-by="行号"
      .table=${list}
      .exceptions=${{ table: exceptions, rowOf: '清单行.行号' }}
    ></tb-rule-list>`;
  }

  private async load(): Promise<void> {
    try {
      const [list, exceptions] = await Promise.all([textAt(LIST), textAt(EXCEPTIONS)]);
      const files = await readDmnFiles({ list, exceptions });
      const [first, second] = [files['list'], files['exceptions']].map((file) => file?.model?.decisions[0]?.logic);
      if (first?.kind !== 'table' || second?.kind !== 'table') throw new Error('The rules are not tables.');
      this.tables = { list: first, exceptions: second };
    } catch {
      this.failed = true;
    }
  }
}

async function textAt(address: URL): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname}: ${answer.status}`);
  return answer.text();
}

defineElement('negative-list', NegativeList);
