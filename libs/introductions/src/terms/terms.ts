import type { LanguageCode, Support, TerritoryCode } from '#vocabulary';

/** How she works. `standby`: she is ready at home, and may be called within the dates. */
export const TERMS_MODES = ['remote', 'in-person', 'hybrid', 'standby'] as const;
export type TermsMode = (typeof TERMS_MODES)[number];

/** As what she is engaged. */
export const ENGAGEMENTS = ['pro-bono', 'consultant', 'secondment', 'staff', 'grant'] as const;
export type Engagement = (typeof ENGAGEMENTS)[number];

/** What somebody has to pay. */
export const COSTS = ['fee', 'travel', 'insurance', 'security'] as const;
export type Cost = (typeof COSTS)[number];

/** Who pays it. `nobody`: it is not paid at all; `not-applicable`: it does not arise. */
export const BEARERS = [
  'organizer',
  'host',
  'network',
  'herself',
  'nobody',
  'not-applicable',
] as const;
export type Bearer = (typeof BEARERS)[number];

/** Whom at the organizer she can reach. She sees it once they are connected. */
export interface ContactPerson {
  readonly name: string | null;
  readonly email: string | null;
  readonly telephone: string | null;
}

/** Terms of reference: what the organizer offers and asks. Null where nothing is said yet. */
export interface Terms {
  readonly purpose: string | null;
  /** In the organizer's words. */
  readonly role: string | null;
  readonly mode: TermsMode | null;
  readonly support: Support | null;
  readonly engagement: Engagement | null;
  /** First and last day, ISO 8601. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Of full time, 1 to 100. */
  readonly percent: number | null;
  /** Where she works; null with remote work. */
  readonly territory: TerritoryCode | null;
  readonly placeWords: string | null;
  readonly workingLanguages: readonly LanguageCode[];
  /** Who receives her there. */
  readonly host: string | null;
  readonly costs: Readonly<Record<Cost, Bearer | null>>;
  readonly feeWords: string | null;
  readonly securityArrangements: string | null;
  readonly reportingLine: string | null;
  /** What she may tell of it, and to whom. */
  readonly confidentiality: string | null;
  readonly riskNote: string | null;
  readonly contactPerson: ContactPerson;
}

/** The texts, with their greatest length in characters. */
export const TERMS_TEXTS = {
  purpose: 2_000,
  role: 200,
  placeWords: 200,
  host: 200,
  feeWords: 500,
  securityArrangements: 2_000,
  reportingLine: 500,
  confidentiality: 2_000,
  riskNote: 2_000,
} as const satisfies Partial<Record<keyof Terms, number>>;

/** Terms that say nothing yet. */
export const NO_TERMS: Terms = {
  purpose: null,
  role: null,
  mode: null,
  support: null,
  engagement: null,
  startsOn: null,
  endsOn: null,
  percent: null,
  territory: null,
  placeWords: null,
  workingLanguages: [],
  host: null,
  costs: { fee: null, travel: null, insurance: null, security: null },
  feeWords: null,
  securityArrangements: null,
  reportingLine: null,
  confidentiality: null,
  riskNote: null,
  contactPerson: { name: null, email: null, telephone: null },
};
