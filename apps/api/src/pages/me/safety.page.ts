import type { ConsentText } from '#directory';
import type { Audience } from '#identity';
import { html, type Html } from '../html/html.js';
import { NO_MISTAKES, type Mistakes } from '../views/mistakes.js';
import type { Visit } from '../request/visit.js';
import { box, button, line, oneOf, summary, tick } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { notice } from '../request/notice.js';

/** As it stands or as she has just written it. */
export interface SafetyWritten {
  readonly revision: string;
  readonly pseudonymous: boolean;
  readonly codeName: string;
  readonly ruledOut: readonly string[];
  /** Those of them that stay. */
  readonly kept: readonly string[];
  readonly added: string;
  readonly mistakes: Mistakes;
}

/** Whether organizers' rankings honour what she has ruled out, and the text that she agrees to then. */
export interface RankingsChoice {
  readonly audience: Audience;
  readonly text: ConsentText | undefined;
}

/** Who she is to strangers, what they see of her with a code name, and where she is never sent. */
export function safetyPage(
  visit: Visit,
  written: SafetyWritten,
  codeName: Html,
  choice: RankingsChoice,
): Page {
  const { t } = visit;
  const { revision, mistakes, pseudonymous } = written;
  const fields = html`<input type="hidden" name="revision" value="${revision}" />
    <h2>${t('safety.codeTitle')}</h2>
    <p>${t('safety.codeAbout')}</p>
    ${tick({ name: 'pseudonymous', label: t('safety.pseudonymous'), mistakes }, pseudonymous)}
    ${line({ name: 'codeName', label: t('safety.codeName'), hint: t('safety.codeHint'), value: written.codeName, mistakes })}
    <h2>${t('safety.ruledOutTitle')}</h2>
    <p>${t('safety.ruledOutAbout')}</p>
    ${ruledOut(visit, written)}
    ${box({ name: 'added', label: t('safety.add'), hint: t('safety.addHint'), value: written.added, mistakes })}
    <p>${t('safety.byNetwork')}</p>
    ${button(t('save'))}`;
  return {
    own: true,
    title: t('safety.title'),
    content: html`${notice(visit)}${summary(mistakes, t, { codeName: t('safety.codeName'), added: t('safety.add'), pseudonymous: t('safety.pseudonymous') })}${visit.form('/me/safety', fields)}
    ${rankings(visit, choice)}${codeName}`,
  };
}

/** She reads what organizers can tell before she chooses, and chooses by a form of its own. */
function rankings(visit: Visit, { audience, text }: RankingsChoice): Html {
  const { t } = visit;
  const options = [
    { value: 'CURATOR', label: t('safety.toNetwork') },
    { value: 'VETTED', label: t('safety.leaveOut') },
  ];
  const choice = {
    name: 'rankings',
    label: t('safety.ruledOutTitle'),
    options,
    mistakes: NO_MISTAKES,
  };
  return visit.form(
    '/me/safety/rankings',
    html`<h2>${t('safety.rankingsTitle')}</h2>
      <p>${t('safety.rankingsAbout')}</p>
      ${
        text &&
        html`<p>${t('safety.leaveOutMeans')}</p>
          <blockquote>${text.text}</blockquote>
          <input type="hidden" name="version" value="${text.version}" />`
      }
      ${oneOf({ ...choice, chosen: audience })} ${button(t('save'))}`,
  );
}

function ruledOut({ t, words }: Visit, written: SafetyWritten): Html | false {
  const boxes = written.ruledOut.map((code) => {
    const field = { name: 'ruledOut', label: words.area(code), mistakes: written.mistakes };
    return html`<input
        type="hidden"
        name="shown"
        value="${code}"
      />${tick(field, written.kept.includes(code), code)}`;
  });
  return (
    boxes.length > 0 &&
    html`<fieldset>
      <legend>${t('safety.keep')}</legend>
      ${boxes}
    </fieldset>`
  );
}
