import { ownDataHeading, type OwnData } from '#directory';
import type { VocabularyKind } from '#vocabulary';
import { html, type Html, type Value } from '../html/html.js';
import type { Visit } from '../request/visit.js';
import type { Page } from '../views/layout.js';
import { list } from '../views/words.js';

/** What kind of code stands under a name. */
const KINDS: Readonly<Record<string, VocabularyKind>> = {
  nationalities: 'territory',
  residence: 'territory',
  territories: 'territory',
  territory: 'territory',
  ruledOut: 'territory',
  tracks: 'track',
  track: 'track',
  roles: 'role',
  supports: 'support',
  availabilityBand: 'availability',
  processType: 'process-type',
  phase: 'phase',
  expertise: 'expertise',
  languages: 'language',
};

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * All that is held, part by part. Whatever a room adds to it is shown here without being told of: what has no
 * name in her language keeps its own.
 */
export function dataPage(visit: Visit, { parts }: OwnData): Page {
  const { data } = visit.texts;
  const sections = Object.entries(parts).map(
    ([name, part]) =>
      html`<h2>${ownDataHeading(name, visit.locale)}</h2>
        ${shown(visit, name, part)}`,
  );
  return {
    own: true,
    title: data.title,
    content: html`<p>${data.about}</p>
      ${sections}`,
  };
}

function shown(visit: Visit, name: string, value: unknown): Value {
  const { texts } = visit;
  if (value === null || value === undefined || value === '') return texts.nothing;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return textShown(visit, name, value);
  if (value instanceof Date) return visit.words.moment(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return texts.nothing;
    return html`<ul>
      ${value.map((item: unknown) => html`<li>${shown(visit, name, item)}</li>`)}
    </ul>`;
  }
  return pairs(visit, name, value);
}

function pairs(visit: Visit, name: string, value: object): Html {
  return list(
    Object.entries(value).map(([key, inner]) => {
      // The code of a language or of a topic is of the kind of the list that it stands in.
      const kind = key === 'code' ? name : key;
      return [named(key, visit.texts.held), shown(visit, kind, inner)] as const;
    }),
  );
}

function textShown({ words }: Visit, name: string, text: string): Value {
  const kind = KINDS[name];
  if (kind) return words.name(kind, text);
  if (MOMENT.test(text)) return words.moment(text);
  return DAY.test(text) ? words.day(text) : words.said(text);
}

function named(name: string, names: Readonly<Record<string, string>>): Value {
  return Object.hasOwn(names, name) ? names[name] : html`<bdi lang="en">${name}</bdi>`;
}
