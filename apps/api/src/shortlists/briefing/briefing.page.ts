import { html } from '../../pages/html/html.js';
import type { Page } from '../../pages/views/layout.js';
import type { Briefing } from './briefing.js';

/** A briefing as a page to print; its watermark is printed on each sheet. @param pdf address of the same as a PDF */
export function briefingPage(briefing: Briefing, pdf: { address: string; words: string }): Page {
  const { title, note, needTitle, need, mediatorsTitle, mediators, end, watermark } = briefing;
  return {
    title,
    content: html`<p class="watermark" dir="auto">${watermark}</p>
      <p>${note}</p>
      <nav><a href="${pdf.address}">${pdf.words}</a></nav>
      <h2>${needTitle}</h2>
      ${need.map((line) => html`<p dir="auto">${line}</p>`)}
      <h2>${mediatorsTitle}</h2>
      ${mediators.map(
        ({ name, lines }) =>
          html`<h3><bdi>${name}</bdi></h3>
            <ul>
              ${lines.map((line) => html`<li>${line}</li>`)}
            </ul>`,
      )}
      ${end.map((line) => html`<p>${line}</p>`)}`,
  };
}
