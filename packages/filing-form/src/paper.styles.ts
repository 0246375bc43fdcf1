/** The form on paper: title centred, black rules, boxes for opinions and seals; A4. For `mode="print"`, which printing switches on by itself. */
import { type CSSResult, css } from 'lit';

/** See the module comment. */
export const paperStyles: CSSResult = css`
  .form.print {
    page: tb-form;
    max-width: 174mm;
    padding: 0;
    background: #ffffff;
    color: #000000;
    color-scheme: light;
    font-family: FangSong, STFangsong, 'FangSong_GB2312', 'Noto Serif CJK SC', SimSun, serif;
    font-size: 12pt;
    line-height: 20pt;
  }

  .print > .title {
    margin: 0 0 14pt;
    font-family: SimHei, 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif;
    font-size: 18pt;
    line-height: 28pt;
    text-align: center;
  }

  .print .label {
    color: #000000;
    font-weight: 400;
  }

  .print > .note {
    margin: 8pt 0 0;
    color: #000000;
  }

  .print .sheet,
  .print .cell,
  .print .ruled-rows th,
  .print .ruled-rows td,
  .print .sheet .section-title {
    border-color: #000000;
  }

  /* every cell has all of its rules, so that a page begins and ends with one */
  .print .sheet {
    border-width: 0;
    padding: 1px 0 0 1px;
  }

  .print .sheet .sheet {
    padding: 0;
  }

  .print .cell,
  .print .sheet .section-title {
    margin: -1px 0 0 -1px;
    border-width: 1px;
  }

  .print .cell {
    grid-template-columns: 6.5em minmax(0, 1fr);
    min-height: 30pt;
    break-inside: avoid;
  }

  /* what may go on over several pages leaves its rules to its rows */
  .print .cell.kind-rows,
  .print .cell.kind-materials {
    border-width: 0;
  }

  .print .cell.kind-rows > .cell-label,
  .print .cell.kind-materials > .cell-label {
    border: 1px solid #000000;
    border-bottom-width: 0;
  }

  .print .cell.kind-materials .material-table,
  .print .cell.kind-rows .ruled-rows {
    border-style: none;
  }

  .print .cell.across {
    grid-template-columns: minmax(0, 1fr);
  }

  .print .cell-label,
  .print .cell.across > .cell-label {
    padding: 4pt;
    border-color: #000000;
    background: none;
  }

  .print .cell.across > .cell-label {
    justify-content: center;
  }

  .print .cell-value {
    padding: 4pt 6pt;
  }

  .print .kind-longText .cell-value {
    min-height: 62pt;
    align-content: start;
  }

  .print .kind-opinion .cell-value {
    min-height: 84pt;
    align-content: stretch;
  }

  .print .opinion-text {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 76pt;
  }

  .print .opinion-text > .signed {
    margin-top: auto;
  }

  .print .cell.kind-seal .cell-value,
  .print .cell.kind-signature .cell-value {
    min-height: 56pt;
    align-content: end;
  }

  .print .signed {
    color: #000000;
  }

  .print .cell .signed {
    flex-direction: column;
    align-items: flex-end;
    gap: 0;
    text-align: end;
  }

  .print .kind-opinion .signed {
    flex-direction: row;
    justify-content: flex-end;
    gap: 0 20pt;
  }

  .print .ruled-rows thead th,
  .print .sheet .section-title {
    background: none;
  }

  .print .ruled-rows th,
  .print .ruled-rows td {
    min-width: 0;
    padding: 3pt 4pt;
    font-size: 10.5pt;
    line-height: 16pt;
    text-align: center;
    vertical-align: middle;
  }

  /* up to ten columns have room for whole days and for words that are not one sign wide */
  .print .ruled-rows:not(:has(th:nth-child(11))) .one-line {
    white-space: nowrap;
  }

  .print .ruled-rows:not(:has(th:nth-child(11))) td {
    min-width: 3em;
  }

  .print .ruled-rows td:empty {
    height: 24pt;
  }

  .print .ruled-rows .row-number {
    width: 3em;
    min-width: 0;
    padding: 3pt;
  }

  .print .ruled-rows .signed {
    flex-direction: column;
    align-items: center;
    gap: 0;
  }

  .print .ruled-rows .opinion-text {
    min-height: 56pt;
    text-align: start;
  }

  .print .ruled-rows .opinion-text > .signed {
    align-items: flex-end;
  }

  .print .cell.across {
    break-inside: auto;
  }

  .print .cell.across > .cell-label {
    break-after: avoid;
  }

  .print .ruled-rows thead {
    display: table-header-group;
  }

  .print .ruled-rows tr {
    break-inside: avoid;
  }

  .print .scroll {
    overflow: visible;
  }

  .print .department {
    color: #000000;
    font-size: inherit;
  }

  .print .items-text .department::after {
    content: '：';
  }

  .print .items-text > li {
    display: block;
  }

  .print .items-text .item:not(:last-child)::after {
    content: '；';
  }

  /* one column: a letter, with blanks to be filled in */
  .print .column {
    gap: 6pt;
  }

  .print .column > .field {
    display: flex;
    gap: 0;
    break-inside: avoid;
  }

  .print .column > .field > .label {
    flex: none;
  }

  .print .column > .field > .label::after {
    content: '：';
  }

  .print .column > .field > .value {
    flex: 1;
    min-height: 20pt;
    padding: 0 4pt;
    border-bottom: 1px solid #000000;
  }

  .print .column > .kind-clause > .label {
    display: none;
  }

  .print .column > .kind-clause > .value {
    border: 0;
    padding: 0;
    text-indent: 2em;
  }

  .print .column > .kind-seal,
  .print .column > .kind-signature,
  .print .column > .kind-seal ~ .kind-date,
  .print .column > .kind-signature ~ .kind-date {
    align-self: end;
    justify-self: end;
    width: 75%;
  }

  .print .column > .kind-seal > .value,
  .print .column > .kind-signature > .value,
  .print .column > .kind-seal ~ .kind-date > .value,
  .print .column > .kind-signature ~ .kind-date > .value {
    border: 0;
    text-align: end;
  }

  .print .column > .kind-rows,
  .print .column > .kind-materials,
  .print .column > .kind-longText,
  .print .column > .kind-opinion {
    display: block;
  }

  .print .section-title {
    border-color: #000000;
    font-size: 12pt;
  }

  .print .file-list > li {
    gap: 0 6pt;
  }
`;
