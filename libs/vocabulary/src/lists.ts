import expertiseData from './data/expertise.json' with { type: 'json' };
import groupingData from './data/groupings.json' with { type: 'json' };
import languageData from './data/languages.json' with { type: 'json' };
import regionData from './data/regions.json' with { type: 'json' };
import territoryData from './data/territories.json' with { type: 'json' };
import { FURTHER_NAMES } from './further-names.js';
import type { VocabularyEntry, VocabularyKind } from './kinds.js';

type Labels = VocabularyEntry['labels'];
type LanguageRow = [code: string, macrolanguage: string | null, labels: Labels, names: string[]];
type RegionRow = [code: string, parent: string | null, labels: Labels];
type TerritoryRow = [
  code: string,
  alpha3: string | null,
  region: string,
  labels: Labels,
  names: string[],
  neighbours: string[],
];
type ExpertiseRow = [code: string, labels: Labels, definition: string, aliases: string[]];

/** Release of the packages that the tables were built from. */
const CLDR_AS_OF = '2025-10';

const furtherNames = (kind: VocabularyKind, code: string): readonly string[] =>
  FURTHER_NAMES[kind]?.[code] ?? [];

export const languages: VocabularyEntry[] = (languageData.entries as LanguageRow[]).map(
  ([code, parent, labels, names]) => ({
    kind: 'language',
    code,
    parent,
    labels,
    aliases: [...names, ...furtherNames('language', code)],
    definition: null,
    source: languageData.source,
    asOf: CLDR_AS_OF,
    verify: false,
    members: [],
  }),
);

export const regions: VocabularyEntry[] = (regionData.entries as RegionRow[]).map(
  ([code, parent, labels]) => ({
    kind: 'region',
    code,
    parent,
    labels,
    aliases: furtherNames('region', code),
    definition: null,
    source: regionData.source,
    asOf: CLDR_AS_OF,
    verify: false,
    members: [],
  }),
);

const territoryRows = territoryData.entries as TerritoryRow[];

export const territories: VocabularyEntry[] = territoryRows.map(
  ([code, alpha3, parent, labels, names]) => ({
    kind: 'territory',
    code,
    parent,
    labels,
    aliases: [...(alpha3 ? [alpha3] : []), ...names, ...furtherNames('territory', code)],
    definition: null,
    source: territoryData.source,
    asOf: CLDR_AS_OF,
    verify: false,
    members: [],
  }),
);

/** Land neighbours by territory. */
export const neighbours: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  territoryRows.map(([code, , , , , near]) => [code, new Set(near)]),
);

export const groupings: (VocabularyEntry & { readonly groupingKind: string })[] =
  groupingData.entries.map(
    ({ code, kind, labels, aliases, members, source, asOf, verify, note }) => ({
      kind: 'grouping',
      groupingKind: kind,
      code,
      parent: null,
      labels,
      aliases,
      definition: note,
      source,
      asOf,
      verify,
      members,
    }),
  );

export const expertise: VocabularyEntry[] = (expertiseData.entries as ExpertiseRow[]).map(
  ([code, labels, definition, aliases]) => ({
    kind: 'expertise',
    code,
    parent: code.includes('.') ? (code.split('.')[0] ?? null) : null,
    labels,
    aliases,
    definition,
    source: expertiseData.source,
    asOf: expertiseData.asOf,
    verify: false,
    members: [],
  }),
);
