import { isTimeZone } from '#kernel';
import { editDistance, foldText, parseTerritory } from '#vocabulary';
import type { Visit } from './visit.js';

/** The time zone that she names, or what is wrong with what she wrote. */
export type TimeZoneRead =
  | { readonly zone: string; readonly mistake: null }
  | { readonly zone: null; readonly mistake: string };

/** More names than that help nobody. */
const MOST_SUGGESTIONS = 6;
/** Letters in which a name may differ from the one that was perhaps meant. */
const NEAR = 2;
const SHORTEST_NEAR = 4;

const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];
const AREAS = [
  ...new Set(ZONES.filter((zone) => zone.includes('/')).map((zone) => zone.split('/')[0])),
];

/** Zones by their names and by those of their cities, folded. No two cities among them are called alike. */
const BY_NAME: ReadonlyMap<string, string> = new Map(
  ZONES.flatMap((zone) => [
    [folded(cityOf(zone)), zone],
    [folded(zone), zone],
  ]),
);

/**
 * The time zone of a city or a country. She writes the name that the IANA database has (`Africa/Nairobi`), its city
 * alone, or a country in whichever language of these pages. A country with several zones is asked back, and a name that
 * is not known is never guessed.
 */
export function timeZoneIn(text: string, { t, words }: Pick<Visit, 't' | 'words'>): TimeZoneRead {
  const named = BY_NAME.get(folded(text)) ?? renamed(text);
  if (named) return { zone: named, mistake: null };
  const zones = zonesOfCountry(text);
  const [zone] = zones;
  if (zone !== undefined && zones.length === 1) return { zone, mistake: null };
  const perhaps = (zones.length > 0 ? zones : near(text)).slice(0, MOST_SUGGESTIONS);
  const names = words.all(perhaps.map(cityOf));
  const sentences = [
    ...(zones.length > 0
      ? []
      : [t(text.trim() === '' ? 'mistakes.codes.MISSING' : 'mistakes.codes.UNKNOWN')]),
    ...(perhaps.length > 0 ? [t('mistakes.suggestions', { names })] : []),
  ];
  return { zone: null, mistake: sentences.join(' ') };
}

/** A name that the database has besides, such as that of a city that is called otherwise today: `Kyiv`. */
function renamed(text: string): string | null {
  const city = text
    .trim()
    .split(/[\s_]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('_');
  const names = text.includes('/') ? [text.trim()] : AREAS.map((area) => `${area}/${city}`);
  return names.find((name) => isTimeZone(name)) ?? null;
}

/** The zones in use in a country, as CLDR lists them. */
function zonesOfCountry(text: string): readonly string[] {
  const territory = parseTerritory(text);
  if (!territory.ok || !/^[A-Z]{2}$/.test(territory.value)) return [];
  const locale = new Intl.Locale(`und-${territory.value}`) as Intl.Locale & {
    // A property until V8 12, a method since.
    readonly timeZones?: readonly string[];
    getTimeZones?(): readonly string[] | undefined;
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** Zones whose names are written nearly so. */
function near(text: string): string[] {
  const wanted = folded(text);
  if (wanted.length < SHORTEST_NEAR) return [];
  const close = [...BY_NAME].filter(([name]) => editDistance(name, wanted, NEAR) <= NEAR);
  return [...new Set(close.map(([, zone]) => zone))];
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

function folded(text: string): string {
  return foldText(text.replaceAll('_', ' '));
}
