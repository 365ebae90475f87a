import { deviceParts, type SessionView } from '#identity';
import { html, type Html } from '../html/html.js';
import type { Visit } from '../request/visit.js';
import { button } from '../views/fields.js';

/** Where she is signed in, and how to end that. */
export function sessionList(visit: Visit, sessions: readonly SessionView[]): Html {
  return html`<p>${visit.t('sessions.about')}</p>
    <ul class="plain">
      ${sessions.map((session) => item(visit, session))}
    </ul>
    ${sessions.length > 1 && visit.form('/account/sessions/end-others', button(visit.t('sessions.endOthers'), 'second'))}
    ${visit.form('/account/sessions/end-all', button(visit.t('sessions.endAll'), 'danger'))}`;
}

/** In her language, as far as names of programs have one. */
function deviceName({ t }: Visit, device: string): string {
  const parts = deviceParts(device);
  if (!parts) return t('sessions.program');
  return t('sessions.device', {
    browser: parts.browser ?? t('sessions.browser'),
    system: parts.system ?? t('sessions.system'),
  });
}

function item(visit: Visit, { id, device, current, createdAt, lastUsedAt }: SessionView): Html {
  const { words, t } = visit;
  const days = { date: words.moment(createdAt), used: words.moment(lastUsedAt) };
  const end = html`<input
      type="hidden"
      name="id"
      value="${id}"
    />${button(t('sessions.end'), 'second', `session-${id}`)}`;
  return html`<li>
    <strong id="session-${id}">${deviceName(visit, device)}</strong
    >${current && html` (${t('sessions.current')})`}<br />
    ${t('sessions.since', days)} ${!current && visit.form('/account/sessions/end', end)}
  </li>`;
}
