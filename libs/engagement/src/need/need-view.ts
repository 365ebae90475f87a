import type { PresetCode } from '#matching';
import type {
  Alongside,
  Confidentiality,
  InsiderTies,
  NeedCriteria,
  NeedState,
  Urgency,
} from './need.entity.js';
import type { OwnedNeed } from './owned-need.js';

/** A need as whoever may know of it sees it. */
export interface NeedView {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly brief: string;
  readonly processName: string | null;
  readonly criteria: NeedCriteria;
  readonly preset: PresetCode | null;
  readonly organizationId: string | null;
  readonly organizationName: string | null;
  readonly wanted: number;
  /** How many of the wanted are engaged. */
  readonly engaged: number;
  readonly workLanguage: string | null;
  readonly place: string | null;
  readonly confidentiality: Confidentiality;
  readonly urgency: Urgency;
  readonly insiderTies: InsiderTies;
  readonly alongside: Alongside | null;
  readonly state: NeedState;
  readonly fictional: boolean;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
}

export function toNeedView(need: OwnedNeed): NeedView {
  const { peaceProcess, peaceProcessId: _, organization, createdBy: _by, ...rest } = need;
  return {
    ...rest,
    processName: peaceProcess?.name ?? null,
    organizationName: organization?.name ?? null,
  };
}
