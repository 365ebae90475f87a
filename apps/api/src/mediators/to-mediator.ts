import type { Experience as Deployment, ProfileView } from '#directory';
import { label, YEARS_BANDS, type Locale, type YearsBand as Band } from '#vocabulary';
import { globalId } from '../graphql/global-id.js';
import { inLocale, toArea, toAreas, toTexts } from '../graphql/texts.js';
import type { Experience, Mediator, YearsBand } from './mediator.type.js';

/** The graph's mediator, made from what the viewer may see and from nothing else. */
export function toMediator(view: ProfileView, locale: Locale): Mediator {
  return {
    __typename: 'Mediator',
    id: globalId('Mediator', view.id),
    name: view.name,
    pseudonymous: view.pseudonymous,
    stale: view.stale,
    affiliations: view.networks.map(({ networkId, role, since }) => ({ networkId, role, since })),
    languages: view.languages.map(({ code, level }) => ({
      code,
      label: label('language', code, locale),
      level,
    })),
    territories: toAreas(view.territories, locale),
    expertise: view.expertise.map(({ code, level }) => ({
      code,
      label: label('expertise', code, locale),
      level,
    })),
    tracks: [...view.tracks],
    roles: [...view.roles],
    supports: [...view.supports],
    years: view.yearsBand === null ? null : toBand(view.yearsBand),
    biography: inLocale(view.biography, locale),
    biographies: toTexts(view.biography),
    availability: view.availabilityBand,
    noticeDays: view.noticeDays,
    workingMode: view.workingMode,
    confirmedOn: view.confirmedOn,
    fullName: view.fullName,
    nameVariants: [...view.nameVariants],
    nationalities: toAreas(view.nationalities, locale),
    residence: view.residence === null ? null : toArea(view.residence, locale),
    ageBand: view.ageBand,
    exactYears: view.years,
    availablePeriods: view.available && view.available.map(({ from, to }) => ({ from, to })),
    experience: view.experience.map((deployment) => toExperience(deployment, locale)),
    education: view.education,
    publications: view.publications,
    training: view.training,
  };
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
