export const UNITS = ['share', 'count', 'ratio', 'index', 'yes-no', 'text'] as const;
export type Unit = (typeof UNITS)[number];

/** Whether more is better, less is, or neither. */
export const DIRECTIONS = ['up', 'down', 'neutral'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const INDICATOR_LEVELS = ['global', 'national', 'local'] as const;
export type IndicatorLevel = (typeof INDICATOR_LEVELS)[number];

/** How an indicator fits its concept, the closest first. */
export const FITS = ['same', 'narrower', 'broader', 'different-method'] as const;
export type Fit = (typeof FITS)[number];

/** How sure a value is, the surest first. */
export const OBSERVATION_STATUSES = ['verified', 'reported', 'estimated'] as const;
export type ObservationStatus = (typeof OBSERVATION_STATUSES)[number];
