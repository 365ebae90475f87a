import { createHash } from 'node:crypto';
import {
  YEARS_BANDS,
  areasContaining,
  expertiseDomain,
  foldText,
  macrolanguageOf,
  proficiencyRank,
} from '#vocabulary';
import { dayNumber, firstLetters } from '#kernel';
import { documentTokens } from '../meaning/tokens.js';
import {
  PROJECTION_VERSION,
  type IndexedClearance,
  type SearchableProfile,
  type SearchDocument,
} from './search-document.js';

/** Letters of a name that it is sorted by; a folded letter takes at most four bytes. */
const SORTED_BY = 200;

/** The document of one view. The same view makes the same document, byte for byte. */
export function toSearchDocument(profile: SearchableProfile): SearchDocument {
  const clearance = indexed(profile.clearance);
  const languages = profile.languages.flatMap(({ code, level }) =>
    [code, macrolanguageOf(code)].flatMap((c) =>
      c ? [{ code: c, rank: proficiencyRank(level) }] : [],
    ),
  );
  const years = profile.years ?? profile.yearsBand ?? 0;
  const document = {
    id: documentId(profile.id, clearance),
    mediatorId: profile.id,
    publicId: profile.publicId,
    clearance,
    names: searchableNames(profile),
    keywords: unique(profile.keywords),
    texts: profile.texts,
    tokens: documentTokens(profile),
    networks: profile.networks.map(({ slug }) => slug),
    languages: unique(languages.map(({ code }) => code)),
    languageLevels: unique(
      languages.flatMap(({ code, rank }) =>
        Array.from({ length: rank }, (_, i) => `${code}-${i + 1}`),
      ),
    ),
    territories: unique(profile.territories.flatMap((code) => areasContaining(code))),
    expertise: unique(profile.expertise.flatMap(({ code }) => [code, expertiseDomain(code)])),
    tracks: profile.tracks,
    roles: profile.roles,
    availability: profile.availabilityBand ? [profile.availabilityBand] : [],
    years,
    yearsAtLeast: YEARS_BANDS.filter((from) => years >= from).map(String),
    confirmedDay: dayNumber(profile.confirmedOn ?? '') ?? -1,
    sortName: firstLetters(foldText(profile.name), SORTED_BY),
  };
  return { ...document, digest: digestOf(document) };
}

function digestOf(document: Omit<SearchDocument, 'digest'>): string {
  const text = JSON.stringify([PROJECTION_VERSION, document]);
  return createHash('sha256').update(text).digest('base64url');
}

/** The id of a mediator's document for one clearance. */
export function documentId(mediatorId: string, clearance: IndexedClearance): string {
  return `${mediatorId}-${clearance}`;
}

function indexed(clearance: SearchableProfile['clearance']): IndexedClearance {
  if (clearance === 'CURATOR') throw new Error('A curator reads the database, not the index.');
  return clearance;
}

/** Every name of hers that the profile's clearance sees. */
export function searchableNames({
  name,
  otherNames,
}: Pick<SearchableProfile, 'name' | 'otherNames'>): string[] {
  return unique([name, ...otherNames].filter(Boolean));
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].toSorted();
}
