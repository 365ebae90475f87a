import type { AskChannel, PreferenceView } from '#introductions';
import { html, type Value } from '../html/html.js';
import { notice } from '../request/notice.js';
import type { Visit } from '../request/visit.js';
import { button, line, oneOf, summary, type Option } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import type { Mistakes } from '../views/mistakes.js';

/** As it stands or as she has just written it. */
export interface PreferencesWritten {
  readonly timeZone: string;
  readonly quietFrom: string;
  readonly quietUntil: string;
  readonly channel: string;
  readonly deskNetworkId: string;
  readonly mistakes: Mistakes;
}

export interface PreferencesShown {
  readonly held: PreferenceView;
  readonly networkName: (id: string) => string;
  /** Ways among which she can choose. */
  readonly channels: readonly AskChannel[];
  readonly now: Date;
}

/** When and how she is told of an ask, and which of her networks speaks for her. */
export function preferencesPage(
  visit: Visit,
  { held, networkName, channels, now }: PreferencesShown,
  written: PreferencesWritten,
): Page {
  const { t, words } = visit;
  const { mistakes } = written;
  const labels = {
    timeZone: t('preferences.timeZone'),
    quietFrom: t('preferences.from'),
    quietUntil: t('preferences.until'),
    channel: t('preferences.channel'),
    deskNetworkId: t('preferences.desk'),
  };
  const hint = t('preferences.timeZoneHint', {
    zone: held.timeZone,
    time: words.timeOfDay(now, held.timeZone),
  });
  const ways = channels.map((value) => ({ value, label: t(`preferences.channels.${value}`) }));
  const fields = html`${line({ name: 'timeZone', label: labels.timeZone, hint, value: written.timeZone, mistakes })}
    <h2>${t('preferences.quiet')}</h2>
    <p>${t('preferences.quietAbout')}</p>
    <div class="row">
      <div>
        ${line({ name: 'quietFrom', label: labels.quietFrom, type: 'time', value: written.quietFrom, mistakes })}
      </div>
      <div>
        ${line({ name: 'quietUntil', label: labels.quietUntil, type: 'time', value: written.quietUntil, mistakes })}
      </div>
    </div>
    ${oneOf({ name: 'channel', label: labels.channel, options: ways, chosen: written.channel, mistakes })}
    ${desks()} ${button(t('save'))}`;
  return {
    own: true,
    title: t('preferences.title'),
    content: html`${notice(visit)}
      <p>${t('preferences.about')}</p>
      ${summary(mistakes, t, labels)}${visit.form('/me/preferences', fields)}`,
  };

  function desks(): Value {
    const { listings, actingNetworkId } = held;
    const options: Option[] = listings
      .filter(({ hasDesk, networkId }) => hasDesk || networkId === held.deskNetworkId)
      .map(({ networkId }) => ({ value: networkId, label: words.said(networkName(networkId)) }));
    if (options.length < 2 && held.deskNetworkId === null) return false;
    const acts =
      actingNetworkId === null
        ? undefined
        : t('preferences.acts', { network: networkName(actingNetworkId) });
    const all = [{ value: '', label: t('preferences.noDesk') }, ...options];
    const field = { name: 'deskNetworkId', label: labels.deskNetworkId, mistakes };
    return oneOf({
      ...field,
      ...(acts !== undefined && { hint: acts }),
      options: all,
      chosen: written.deskNetworkId,
    });
  }
}
