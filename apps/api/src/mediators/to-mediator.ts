import type { Experience as Deployment, ProfileView } from '#directory';
import { label, YEARS_BANDS, type Locale, type YearsBand as Band } from '#vocabulary';
import { globalId } from '../graphql/global-id.js';
import { inLocale, toArea, toAreas, toTexts } from '../graphql/texts.js';
import type {
  Experience,
  ExpertiseSkill,
  LanguageSkill,
  Mediator,
  YearsBand,
} from './mediator.type.js';

/** The graph's mediator, made from what the viewer may see and from nothing else. */
export function toMediator(view: ProfileView, locale: Locale): Mediator {
  return new SeenMediator(view, locale);
}

/** Each field is made when it is read: a page of search asks for a few of many. */
class SeenMediator implements Mediator {
  readonly __typename = 'Mediator';
  readonly #view: ProfileView;
  readonly #locale: Locale;

  constructor(view: ProfileView, locale: Locale) {
    this.#view = view;
    this.#locale = locale;
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
  get languages() {
    return this.#view.languages.map(
      ({ code, level }): LanguageSkill => new NamedSkill('language', code, level, this.#locale),
    );
  }
  get territories() {
    return toAreas(this.#view.territories, this.#locale);
  }
  get expertise() {
    return this.#view.expertise.map(
      ({ code, level }): ExpertiseSkill => new NamedSkill('expertise', code, level, this.#locale),
    );
  }
  get tracks() {
    return [...this.#view.tracks];
  }
  get roles() {
    return [...this.#view.roles];
  }
  get supports() {
    return [...this.#view.supports];
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
  get noticeDays() {
    return this.#view.noticeDays;
  }
  get workingMode() {
    return this.#view.workingMode;
  }
  get confirmedOn() {
    return this.#view.confirmedOn;
  }
  get fullName() {
    return this.#view.fullName;
  }
  get nameVariants() {
    return [...this.#view.nameVariants];
  }
  get nationalities() {
    return toAreas(this.#view.nationalities, this.#locale);
  }
  get residence() {
    const { residence } = this.#view;
    return residence === null ? null : toArea(residence, this.#locale);
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
  get experience() {
    return this.#view.experience.map((deployment) => toExperience(deployment, this.#locale));
  }
  get education() {
    return this.#view.education;
  }
  get publications() {
    return this.#view.publications;
  }
  get training() {
    return this.#view.training;
  }
}

/** A skill with its name, which is looked up when it is read. */
class NamedSkill<Level> {
  readonly #kind: 'language' | 'expertise';
  readonly #locale: Locale;

  constructor(
    kind: 'language' | 'expertise',
    readonly code: string,
    readonly level: Level,
    locale: Locale,
  ) {
    this.#kind = kind;
    this.#locale = locale;
  }

  get label() {
    return label(this.#kind, this.code, this.#locale);
  }
}

/** A deployment with its territory by name. */
export function toExperience(deployment: Deployment, locale: Locale): Experience {
  const { processName, processType, phase, role, track, territory, yearFrom, yearTo } = deployment;
  return {
    process: processName,
    type: processType,
    phase,
    role,
    track,
    territory: territory === null ? null : toArea(territory, locale),
    yearFrom,
    yearTo,
  };
}

function toBand(from: Band): YearsBand {
  const next = YEARS_BANDS[YEARS_BANDS.indexOf(from) + 1];
  return { from, to: next === undefined ? null : next - 1 };
}
