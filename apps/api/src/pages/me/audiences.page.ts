import type { ConsentText, FieldAudience } from '#directory';
import { CLEARANCES } from '#identity';
import { html } from '../html/html.js';
import type { Mistakes } from '../request/mistakes.js';
import type { Visit } from '../request/visit.js';
import { button, oneOf, summary, tick } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { notice } from '../views/notice.js';

/** Every field with who sees it, each leading to its form. */
export function audiencesPage(visit: Visit, fields: readonly FieldAudience[]): Page {
  const { audiences, fields: names } = visit.texts;
  const items = fields.map(
    ({ field, audience, standard }) =>
      html`<li>
        <a href="/me/audiences/${field}">${names[field]}</a
        ><br />${audiences.who[audience]}${audience === standard && html` (${audiences.usual})`}
      </li>`,
  );
  return {
    own: true,
    title: audiences.title,
    content: html`${notice(visit)}
      <p>${audiences.about}</p>
      <ul class="plain">
        ${items}
      </ul>`,
  };
}

/** Who sees one field, with the text she agrees to where she shows it to more people than is usual. */
export function audiencePage(
  visit: Visit,
  { field, audience, standard }: FieldAudience,
  wider: ConsentText | undefined,
  mistakes: Mistakes,
): Page {
  const { texts } = visit;
  const { audiences } = texts;
  const options = CLEARANCES.map((value) => ({
    value,
    label:
      value === standard ? `${audiences.who[value]} (${audiences.usual})` : audiences.who[value],
  }));
  return {
    own: true,
    title: texts.fields[field],
    content: html`${summary(mistakes, texts, { audience: audiences.title, wider: audiences.wider })}
      ${visit.form(
        `/me/audiences/${field}`,
        html`${oneOf({ name: 'audience', label: audiences.title, options, chosen: audience, mistakes })}
        ${
          wider &&
          html`<h2>${audiences.widerTitle}</h2>
            <blockquote>${wider.text}</blockquote>
            <input type="hidden" name="version" value="${wider.version}" />
            ${tick({ name: 'wider', label: audiences.wider, mistakes }, false)}`
        }
        ${button(texts.save)}`,
      )}
      <p><a href="/me/audiences">${audiences.title}</a></p>`,
  };
}
