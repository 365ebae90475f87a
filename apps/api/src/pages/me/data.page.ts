import {
  CONSENT_PURPOSES,
  CONTACT_PURPOSES,
  CORRECTION_STATES,
  DEFINITIONS,
  isByLanguage,
  personalDataHeading,
  personalDataLabel,
  PROFILE_STATES,
  WORKING_MODES,
  type PersonalData,
} from '#directory';
import { CLEARANCES } from '#identity';
import type { VocabularyKind } from '#vocabulary';
import { html, type Html, type Value } from '../html/html.js';
import type { Visit } from '../request/visit.js';
import type { Page } from '../views/layout.js';
import { list } from '../views/words.js';

/** What is held, and the names of the networks that it names by id. */
export interface DataShown extends PersonalData {
  readonly networkNames: ReadonlyMap<string, string>;
}

/** What kind of code stands under a name. */
const KINDS: Readonly<Record<string, VocabularyKind>> = {
  ...Object.fromEntries(
    DEFINITIONS.flatMap(([field, { type }]): [string, VocabularyKind][] => {
      if (type.kind === 'code' || type.kind === 'codes') return [[field, type.of]];
      if (type.kind !== 'skills') return [];
      const level = type.of === 'language' ? 'proficiency' : 'expertise-level';
      return [
        [field, type.of],
        [`${field}-level`, level],
      ];
    }),
  ),
  territory: 'territory',
  track: 'track',
  availabilityBand: 'availability',
  band: 'availability',
  processType: 'process-type',
  phase: 'phase',
  language: 'language',
  locale: 'language',
};

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * All that is held, part by part. Whatever a module adds to it is shown here without being told of: what has no
 * name in her language keeps its own.
 */
export function dataPage(visit: Visit, shown: DataShown): Page {
  const view = new DataView(visit, shown);
  const sections = Object.entries(shown.parts).map(
    ([name, part]) =>
      html`<h2 id="${name}">${personalDataHeading(name, visit.locale)}</h2>
        ${view.of(name, part)}`,
  );
  return {
    own: true,
    title: visit.t('data.title'),
    content: html`<p>${visit.t('data.about')}</p>
      <nav aria-label="${visit.t('contents')}">
        <p><strong>${visit.t('contents')}</strong></p>
        <ol class="contents">
          ${Object.keys(shown.parts).map((name) => html`<li><a href="#${name}">${personalDataHeading(name, visit.locale)}</a></li>`)}
        </ol>
      </nav>
      ${sections}`,
  };
}

/** Plain data in her words: names, codes, days and people. */
class DataView {
  /** What stands under some names, by its code. */
  private readonly codes: Readonly<Record<string, Readonly<Record<string, string>>>>;

  constructor(
    private readonly visit: Visit,
    { networkNames }: DataShown,
  ) {
    const { t } = visit;
    const states = named(PROFILE_STATES, (each) => t(`me.states.${each}`));
    this.codes = {
      purpose: {
        ...named(CONSENT_PURPOSES, (each) => t(`consents.purposes.${each}`)),
        ...named(CONTACT_PURPOSES, (each) => t(`contact.purposes.${each}`)),
      },
      audience: named(CLEARANCES, (each) => t(`audiences.who.${each}`)),
      workingMode: named(WORKING_MODES, (each) => t(`workingModes.${each}`)),
      state: {
        ...states,
        ...named(CORRECTION_STATES, (each) => t(`corrections.states.${each}`)),
      },
      stateBefore: states,
      stateAfter: states,
      source: { herself: t('you') },
      networkId: Object.fromEntries(networkNames),
    };
  }

  of(name: string, value: unknown): Value {
    const { t, words } = this.visit;
    if (value === null || value === undefined || value === '') return t('nothing');
    if (typeof value === 'boolean') return value ? t('yes') : t('no');
    if (typeof value === 'number') return this.text(name, String(value));
    if (typeof value === 'string') return this.text(name, value);
    if (value instanceof Date) return words.moment(value);
    if (Array.isArray(value)) return this.list(name, value);
    return this.pairs(name, value);
  }

  private list(name: string, values: readonly unknown[]): Value {
    if (values.length === 0) return this.visit.t('nothing');
    // Beside what has parts of its own, a bullet marks nothing.
    const plain = typeof values[0] === 'object' ? 'plain' : '';
    return html`<ul class="${plain}">
      ${values.map((value) => html`<li>${this.of(name, value)}</li>`)}
    </ul>`;
  }

  private pairs(name: string, value: object): Html | string {
    const { words, t } = this.visit;
    const entries = Object.entries(value);
    if (entries.length === 0) return t('nothing');
    return list(
      entries.map(([key, inner]) => {
        const own = camelCase(key);
        // The code of a language or of a topic is of the kind of the list that it stands in.
        const kind = own === 'code' ? name : own === 'level' ? `${name}-level` : own;
        const label = isByLanguage(name) ? words.name('language', key) : this.named(own);
        return [label, this.of(kind, inner)] as const;
      }),
    );
  }

  private text(name: string, text: string): Value {
    const { words, t, viewer } = this.visit;
    if (name === 'field' || name === 'fields') return this.named(text);
    const codes = this.codes[name];
    if (codes && Object.hasOwn(codes, text)) return codes[text];
    const kind = KINDS[name];
    if (kind) return words.name(kind, text);
    if (text === viewer.name) return t('you');
    if (MOMENT.test(text)) return words.moment(text);
    return DAY.test(text) ? words.day(text) : words.said(text);
  }

  private named(name: string): Value {
    const label = personalDataLabel(name, this.visit.locale);
    if (label !== null) return label;
    return html`<bdi lang="en">${name}</bdi>`;
  }
}

/** What codes are called, by code. */
function named<Code extends string>(
  codes: readonly Code[],
  name: (code: Code) => string,
): Record<string, string> {
  return Object.fromEntries(codes.map((code) => [code, name(code)]));
}

/** Columns are named otherwise than fields. */
function camelCase(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
