import { deviceParts, type SessionView } from '#identity';
import { html, type Html } from '../html/html.js';
import type { Visit } from '../request/visit.js';
import { button } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { notice } from '../views/notice.js';

/** Where she is signed in, and how to end that. */
export function sessionsPage(visit: Visit, sessions: readonly SessionView[]): Page {
  const { title, about, endOthers, endAll } = visit.texts.sessions;
  return {
    own: true,
    title,
    content: html`${notice(visit)}
      <p>${about}</p>
      <ul class="plain">
        ${sessions.map((session) => item(visit, session))}
      </ul>
      ${sessions.length > 1 && visit.form('/me/sessions/end-others', button(endOthers, 'second'))}
      ${visit.form('/me/sessions/end-all', button(endAll, 'danger'))}`,
  };
}

/** In her language, as far as names of programs have one. */
function deviceName({ words, texts: { sessions } }: Visit, device: string): string {
  const parts = deviceParts(device);
  if (!parts) return sessions.program;
  return words.fill(sessions.device, {
    browser: parts.browser ?? sessions.browser,
    system: parts.system ?? sessions.system,
  });
}

function item(visit: Visit, { id, device, current, createdAt, lastUsedAt }: SessionView): Html {
  const { words, texts } = visit;
  const days = { date: words.moment(createdAt), used: words.moment(lastUsedAt) };
  const end = html`<input
      type="hidden"
      name="id"
      value="${id}"
    />${button(texts.sessions.end, 'second', `session-${id}`)}`;
  return html`<li>
    <strong id="session-${id}">${deviceName(visit, device)}</strong
    >${current && html` (${texts.sessions.current})`}<br />
    ${words.fill(texts.sessions.since, days)} ${!current && visit.form('/me/sessions/end', end)}
  </li>`;
}
