import { textIn } from '#messages';
import type { ProfileView } from '#directory';
import { YEARS_BANDS, type Locale, type YearsBand as Band } from '#vocabulary';
import { globalId } from '../graphql/global-id.js';
import { SEEN_FIELDS, type SeenField } from '../graphql/profile-fields.js';
import { toTexts } from '../graphql/texts.js';
import { toGraph } from '../graphql/to-profile-values.js';
import type { Mediator, YearsBand } from './mediator.type.js';

/**
 * What was last made of a view, for as long as the view is kept. One language for each: all six would take more memory than
 * the records themselves.
 */
const made = new WeakMap<ProfileView, { readonly locale: Locale; readonly mediator: Mediator }>();

/** The graph's mediator, made from what the viewer may see and from nothing else. */
export function toMediator(view: ProfileView, locale: Locale): Mediator {
  const last = made.get(view);
  if (last?.locale === locale) return last.mediator;
  const mediator = new SeenMediator(view, locale) as SeenMediator & Pick<Mediator, SeenField>;
  made.set(view, { locale, mediator });
  return mediator;
}

/** Each field is made when it is first read: a page of search asks for a few of many. */
class SeenMediator implements Omit<Mediator, SeenField> {
  readonly __typename = 'Mediator';
  readonly id: string;
  readonly #view: ProfileView;
  readonly #locale: Locale;
  readonly #seen = new Map<SeenField, unknown>();

  constructor(view: ProfileView, locale: Locale) {
    this.id = globalId('Mediator', view.publicId);
    this.#view = view;
    this.#locale = locale;
  }

  static {
    for (const [field, { type }] of SEEN_FIELDS) {
      Object.defineProperty(this.prototype, field, {
        get(this: SeenMediator) {
          const known = this.#seen.get(field);
          if (known !== undefined) return known;
          const value = toGraph(type, this.#view[field], this.#locale);
          this.#seen.set(field, value);
          return value;
        },
      });
    }
  }

  get name() {
    return this.#view.name;
  }
  get pseudonymous() {
    return this.#view.pseudonymous;
  }
  get stale() {
    return this.#view.stale;
  }
  get affiliations() {
    return this.#view.networks.map(({ networkId, role, since }) => ({ networkId, role, since }));
  }
  get years() {
    const { yearsBand, pseudonymous, clearance } = this.#view;
    if (yearsBand === null) return null;
    const isLeast = pseudonymous && clearance !== 'CURATOR';
    return isLeast ? { from: yearsBand, to: null } : toBand(yearsBand);
  }
  get biography() {
    return textIn(this.#view.biography, this.#locale);
  }
  get biographies() {
    return toTexts(this.#view.biography);
  }
  get availability() {
    return this.#view.availabilityBand;
  }
  get ageBand() {
    return this.#view.ageBand;
  }
  get exactYears() {
    return this.#view.years;
  }
  get availablePeriods() {
    const { available } = this.#view;
    return available && available.map(({ from, to }) => ({ from, to }));
  }
}

function toBand(from: Band): YearsBand {
  const next = YEARS_BANDS[YEARS_BANDS.indexOf(from) + 1];
  return { from, to: next === undefined ? null : next - 1 };
}
