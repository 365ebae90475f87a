import type { PrintedCell, PrintedReport } from '#wps';
import { html, type Html } from '../pages/html/html.js';
import type { Page } from '../pages/views/layout.js';

/** Where a file of a page is, and what its link says. */
interface FileLink {
  readonly address: string;
  readonly words: string;
}

/** A report as a page to read and to print. */
export function reportPage(
  { title, head, sections, comments }: PrintedReport,
  files: readonly FileLink[],
): Page {
  return {
    title,
    content: html`${head.map((line) => html`<p dir="auto">${line}</p>`)}
      <nav>${files.map(({ address, words }) => html`<a href="${address}">${words}</a> `)}</nav>
      ${sections.map(
        (section) =>
          html`<h2 dir="auto">${section.title}</h2>
            ${section.cells.map(cellOf)}`,
      )}
      ${
        comments.lines.length > 0 &&
        html`<h2>${comments.title}</h2>
          ${comments.lines.map((line) => html`<p dir="auto">${line}</p>`)}`
      }`,
  };
}

function cellOf({ title, notes, table, lines }: PrintedCell): Html {
  return html`<h3 dir="auto">${title}</h3>
    ${notes.map((note) => html`<p dir="auto"><small>${note}</small></p>`)}
    ${
      table &&
      html`<div class="scrolls" tabindex="0" role="region" aria-label="${title}">
        <table>
          <thead>
            <tr>
              ${table.columns.map((column) => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${table.rows.map(
              (row) =>
                html`<tr>
                  ${row.map((value) => html`<td dir="auto">${value}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`
    }
    ${lines.map((line) => html`<p dir="auto">${line}</p>`)}`;
}
