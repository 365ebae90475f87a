import type { Sharing } from '../records/lists.js';
import type { Column, Value } from './content.js';

/** Of whom and of which days a report tells, and how far a record must be shared to be in it. */
export interface ReportScope {
  readonly actorId: string;
  readonly from: string;
  readonly until: string;
  readonly sharings: readonly Sharing[];
}

/** Rows of a report with their columns. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
  /** How many rows more there are, if they are too many to be printed. */
  readonly leftOut?: number;
}
