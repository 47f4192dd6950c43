import { type Html, html } from './html.ts';

/** One column of a table. */
export interface Column<Row> {
  label: string;
  /** In place of the label, e.g. a link that sorts. */
  header?: Html;
  sorted?: 'ascending' | 'descending';
  kind?: 'number' | 'action';
  /** Names its row to those who hear it read. */
  names?: boolean;
  cell(row: Row): Html;
}

export interface Table<Row> {
  id: string;
  caption: Html | string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Stays with a row through every refresh. */
  keyOf(row: Row): string;
  /** On a narrow screen each row becomes a card, or the table is scrolled sideways with its first column in place. */
  narrow: 'cards' | 'scroll';
}

/** The roles are said once more, because cards lose them: their cells are no longer laid out as a table. */
export function table<Row>({ id, caption, columns, rows, keyOf, narrow }: Table<Row>): Html {
  return html`<div class="table-frame" ${narrow === 'scroll' && html`tabindex="0" role="region" aria-labelledby="${id}-caption"`}>
<table id="${id}" class="${narrow}" role="table">
<caption id="${id}-caption">${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(headerCell)}</tr></thead>
<tbody role="rowgroup">${rows.map(
    (row) => html`<tr role="row" id="${id}-${keyOf(row)}">${columns.map((column) => bodyCell(column, row))}</tr>
`,
  )}</tbody>
</table>
</div>`;
}

function headerCell<Row>({ label, header, sorted, kind }: Column<Row>): Html {
  return html`<th role="columnheader" scope="col" class="${kind}" ${sorted && html`aria-sort="${sorted}"`}>${header ?? label}</th>`;
}

function bodyCell<Row>({ label, kind, names, cell }: Column<Row>, row: Row): Html {
  if (names === true) return html`<th role="rowheader" scope="row" class="${kind}" data-label="${label}">${cell(row)}</th>`;
  return html`<td role="cell" class="${kind}" data-label="${label}">${cell(row)}</td>`;
}
