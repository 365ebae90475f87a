import { COSTS, type ContactPerson, type OwnAskView } from '#introductions';
import { html, type Html, type Value } from '../html/html.js';
import type { Visit } from '../request/visit.js';
import { list } from '../views/words.js';

type Row = readonly [name: Value, value: Value];

/** The terms in force: first what may be dangerous, then the work, then who pays what. What is not said is left out. */
export function termsOf(visit: Visit, { terms }: Pick<OwnAskView, 'terms'>): Html {
  const { t, words } = visit;
  const row = (name: Parameters<typeof label>[1], value: Value): Row[] =>
    value === null || value === '' ? [] : [[label(visit, name), value]];
  const text = (value: string | null) => (value === null ? null : words.said(value));
  const { mode, support, engagement, startsOn, endsOn, percent, territory, placeWords } = terms;
  const dates =
    startsOn !== null && endsOn !== null
      ? t('ask.dates', { from: words.day(startsOn), until: words.day(endsOn) })
      : null;
  const place = [
    ...(territory === null ? [] : [words.area(territory)]),
    ...(placeWords === null ? [] : [words.said(placeWords)]),
  ].flatMap((part, i) => (i === 0 ? [part] : [html`<br />`, part]));
  const rows = [
    ...row('role', text(terms.role)),
    ...row('purpose', text(terms.purpose)),
    ...row('dates', dates),
    ...row('percent', percent === null ? null : t('ask.percent', { percent: percent / 100 })),
    ...row('mode', mode && t(`ask.modes.${mode}`)),
    ...row('place', place.length === 0 ? null : place),
    ...row('support', support && words.name('support', support)),
    ...row('engagement', engagement && t(`ask.engagements.${engagement}`)),
    ...row('languages', languages(visit, terms.workingLanguages)),
    ...row('host', text(terms.host)),
    ...row('reportingLine', text(terms.reportingLine)),
    ...row('security', text(terms.securityArrangements)),
    ...row('confidentiality', text(terms.confidentiality)),
  ];
  return html`<h2>${t('ask.risk')}</h2>
    <p>${words.said(terms.riskNote)}</p>
    <h2>${t('ask.terms')}</h2>
    ${list(rows)}
    <h2>${t('ask.pays')}</h2>
    ${list(costs(visit, terms))}`;
}

/** Whom she can reach at the organization. */
export function contactPerson({ t, words }: Visit, person: ContactPerson): Value {
  const { name, email, telephone } = person;
  const lines = [name, email, telephone].filter((one) => one !== null);
  return (
    lines.length > 0 &&
    html`<h2>${t('ask.contact')}</h2>
      <p>${lines.map((one, i) => html`${i > 0 && html`<br />`}${words.said(one)}`)}</p>`
  );
}

function label(
  { t }: Visit,
  name:
    | 'role'
    | 'purpose'
    | 'dates'
    | 'percent'
    | 'mode'
    | 'place'
    | 'support'
    | 'engagement'
    | 'languages'
    | 'host'
    | 'reportingLine'
    | 'security'
    | 'confidentiality',
): string {
  return t(`ask.fields.${name}`);
}

function languages({ words }: Visit, codes: OwnAskView['terms']['workingLanguages']): string {
  return codes.length === 0 ? '' : words.all(codes.map((code) => words.name('language', code)));
}

function costs({ t, words }: Visit, { costs: borne, feeWords }: OwnAskView['terms']): Row[] {
  return COSTS.flatMap((cost): Row[] => {
    const bearer = borne[cost];
    if (bearer === null) return [];
    const more = cost === 'fee' && feeWords !== null && html`<br />${words.said(feeWords)}`;
    return [[t(`ask.costs.${cost}`), html`${t(`ask.bearers.${bearer}`)}${more}`]];
  });
}
