import { ALONGSIDE_ROLES, type AlongsideView } from '#deployments';
import { html, type Html, type Value } from '../html/html.js';
import type { Visit } from '../request/visit.js';
import { button } from '../views/fields.js';
import { list } from '../views/words.js';

/** What she answers. */
export const PLACE_ACTS = ['agree', 'decline'] as const;
export type PlaceAct = (typeof PLACE_ACTS)[number];

/** A second place as she reads it. */
export interface ShownPlace {
  readonly place: AlongsideView;
  /** What the other woman is called, as the reader may see her; null where she is not to be seen. */
  readonly other: string | null;
}

/** Whether it is she for whom it waits. */
export function waitsForHer({ shown, ownAgreed }: AlongsideView): boolean {
  return shown === 'waiting' && ownAgreed === false;
}

/**
 * What is proposed, how it stands, and a way to answer while she can.
 *
 * @param form makes a form that sends an answer
 */
export function placeView(
  visit: Visit,
  { place, other }: ShownPlace,
  form: (act: PlaceAct, fields: Value) => Html,
): Html {
  const { t, words } = visit;
  const { party, form: kind, startsOn, endsOn, shown, dueAt, organization } = place;
  const part = party === 'mentor' ? 'mentor' : 'newcomer';
  const rows: [Value, Value][] = [
    [t('secondPlace.organization'), words.said(organization)],
    [t('apply.role'), words.name('role', ALONGSIDE_ROLES[kind])],
    [
      t('ask.fields.dates'),
      t('ask.dates', { from: words.day(startsOn), until: words.day(endsOn) }),
    ],
  ];
  if (other !== null) {
    rows.push([
      t(`secondPlace.people.${part === 'mentor' ? 'newcomer' : 'mentor'}`),
      words.said(other),
    ]);
  }
  const day = dueAt ? words.day(dueAt) : '';
  const asks = waitsForHer(place);
  const state = asks
    ? t('secondPlace.question', { day })
    : shown === 'waiting'
      ? t('secondPlace.agreed', { day })
      : t(`secondPlace.states.${shown}`);
  return html`<p>${t(`secondPlace.about.${part}`)}</p>
    ${list(rows)}
    <p class="notice">${state}</p>
    ${asks && html`${form('agree', button(t('yes')))}${form('decline', button(t('no'), 'second'))}`}`;
}
