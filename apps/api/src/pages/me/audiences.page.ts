import type { ConsentText, FieldAudience } from '#directory';
import { CLEARANCES } from '#identity';
import { html } from '../html/html.js';
import type { Mistakes } from '../views/mistakes.js';
import type { Visit } from '../request/visit.js';
import { button, oneOf, summary, tick } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { notice } from '../request/notice.js';

/** Every field with who sees it, each leading to its form. */
export function audiencesPage(visit: Visit, fields: readonly FieldAudience[]): Page {
  const items = fields.map(
    ({ field, audience, standard }) =>
      html`<li>
        <a href="/me/audiences/${field}">${visit.words.field(field)}</a
        ><br />${visit.t(`audiences.who.${audience}`)}${audience === standard && html` (${visit.t('audiences.usual')})`}
      </li>`,
  );
  return {
    own: true,
    title: visit.t('audiences.title'),
    content: html`${notice(visit)}
      <p>${visit.t('audiences.about')}</p>
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
  const { t } = visit;
  const options = CLEARANCES.map((value) => ({
    value,
    label:
      value === standard
        ? `${t(`audiences.who.${value}`)} (${t('audiences.usual')})`
        : t(`audiences.who.${value}`),
  }));
  return {
    own: true,
    title: visit.words.field(field),
    content: html`${summary(mistakes, t, { audience: t('audiences.title'), wider: t('audiences.wider') })}
      ${visit.form(
        `/me/audiences/${field}`,
        html`${oneOf({ name: 'audience', label: t('audiences.title'), options, chosen: audience, mistakes })}
        ${
          wider &&
          html`<h2>${t('audiences.widerTitle')}</h2>
            <blockquote>${wider.text}</blockquote>
            <input type="hidden" name="version" value="${wider.version}" />
            ${tick({ name: 'wider', label: t('audiences.wider'), mistakes }, false)}`
        }
        ${button(t('save'))}`,
      )}
      <p><a href="/me/audiences">${t('audiences.title')}</a></p>`,
  };
}
