import { html, type Html, type Value } from '../html/html.js';
import type { Visit } from './visit.js';

/** A form behind the link of a mail. It carries the token along, so that it stands in no address but that of the mail. */
export function formOfLink(visit: Visit, token: string, address: string, fields: Value): Html {
  return visit.form(address, html`<input type="hidden" name="token" value="${token}" />${fields}`);
}
