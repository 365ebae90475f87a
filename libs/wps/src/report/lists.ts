/** What a cell of a form holds. */
export const CELL_KINDS = [
  /** One indicator of a framework, as `un-1325/11a`. */
  'indicator',
  /** All indicators of a framework. */
  'framework',
  /** A concept, by whichever indicator it was observed. */
  'concept',
  /** Records of the actor. */
  'records',
  /** Figures of this directory by quarters. */
  'metric',
  /** Where the directory has few, by quarters. */
  'scarcity',
  /** Words of the actor. */
  'narrative',
] as const;
export type CellKind = (typeof CELL_KINDS)[number];

/** Records of an actor that a form can ask for. */
export const RECORD_LISTS = [
  'plan',
  'plan-items',
  'plan-measures',
  'plan-money',
  'plan-involvement',
  'plan-findings',
  'commitments',
  'sexual-violence-measures',
  'focal-points',
] as const;
export type RecordList = (typeof RECORD_LISTS)[number];

/** How often a report by a form is due. */
export const RHYTHMS = [
  'quarterly',
  'half-yearly',
  'yearly',
  'every-four-years',
  'on-request',
] as const;
export type Rhythm = (typeof RHYTHMS)[number];
