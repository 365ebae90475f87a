import type { ProfileView } from '#directory';
import { YEARS_BANDS, type Locale, type YearsBand as Band } from '#vocabulary';
import { globalId } from '../graphql/global-id.js';
import { SEEN_FIELDS, type SeenField } from '../graphql/profile-fields.js';
import { inLocale, toTexts } from '../graphql/texts.js';
import { toGraph } from '../graphql/to-profile-values.js';
import type { Mediator, YearsBand } from './mediator.type.js';

/** The graph's mediator, made from what the viewer may see and from nothing else. */
export function toMediator(view: ProfileView, locale: Locale): Mediator {
  return new SeenMediator(view, locale) as SeenMediator & Pick<Mediator, SeenField>;
}

/** Each field is made when it is read: a page of search asks for a few of many. */
class SeenMediator implements Omit<Mediator, SeenField> {
  readonly __typename = 'Mediator';
  readonly #view: ProfileView;
  readonly #locale: Locale;

  constructor(view: ProfileView, locale: Locale) {
    this.#view = view;
    this.#locale = locale;
  }

  static {
    for (const [field, { type }] of SEEN_FIELDS) {
      Object.defineProperty(this.prototype, field, {
        get(this: SeenMediator) {
          return toGraph(type, this.#view[field], this.#locale);
        },
      });
    }
  }

  get id() {
    return globalId('Mediator', this.#view.publicId);
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
    return inLocale(this.#view.biography, this.#locale);
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
