import type {
  BudgetLineDraft,
  InvolvementDraft,
  PlanDraft,
  PlanIndicator,
  PlanItemDraft,
  PlanStep,
  Texts,
} from '#wps';
import { AGENDA_CODES, type AgendaActor, MADE_UP } from './agenda-actors.js';

/** A fictional action plan with all that belongs to it. */
export interface PlanStory {
  readonly of: AgendaActor;
  /** Whether it carries out the plan before it. */
  readonly isLocal: boolean;
  readonly draft: Omit<PlanDraft, 'parentId'>;
  readonly steps: readonly PlanStep[];
  /** Each before those that belong to it. */
  readonly items: readonly PlannedItem[];
  readonly involvements: readonly InvolvementDraft[];
}

export interface PlannedItem {
  readonly draft: Omit<PlanItemDraft, 'parentId'>;
  /** The place of the item to which it belongs. */
  readonly under: number | null;
  readonly money: readonly BudgetLineDraft[];
}

/** A day of a year that lies so many years from a year. */
export function dayOfYear(year: number, years: number, end: 'first' | 'last' | 'middle'): string {
  return `${year + years}-${{ first: '01-01', middle: '06-30', last: '12-31' }[end]}`;
}

export const PLAN: Omit<PlanDraft, 'parentId' | 'level' | 'title' | 'sharing'> = {
  generation: 1,
  languages: ['en', 'fr'],
  adopted: null,
  from: null,
  until: null,
  leadOffice: null,
  leadPosition: null,
  leadMinistry: null,
  coordinationBody: null,
  focus: 'inward',
  budgetStatus: 'none',
  mediatorNomination: null,
  documentUrl: null,
  reportedOn: null,
  reportUrl: null,
};

type Rest = Partial<Omit<PlanItemDraft, 'parentId'>> & {
  readonly money?: readonly BudgetLineDraft[];
};

export function item(
  place: number,
  under: number | null,
  kind: PlanItemDraft['kind'],
  text: string,
  pillar: PlanItemDraft['pillar'],
  { money: lines = [], ...rest }: Rest = {},
): PlannedItem {
  const texts: Texts = { en: text };
  return {
    under,
    money: lines,
    draft: {
      kind,
      place,
      text: texts,
      pillar,
      themes: [],
      responsible: null,
      from: null,
      until: null,
      progress: 'not-started',
      progressNote: null,
      indicators: [],
      ...rest,
    },
  };
}

export function measure(
  text: string,
  baseline: string,
  target: string,
  alignedWith: string | null,
): PlanIndicator {
  return { text, baseline, target, source: MADE_UP, alignedWith };
}

/** In the fictional state's own money, of which no rate of exchange is known: XTS is the code that ISO 4217 keeps for tests. */
export function money(
  year: number,
  planned: string,
  allocated: string,
  spent: string | null,
  marker: number | null,
  toWomenCso: boolean | null,
): BudgetLineDraft {
  return { year, currency: 'XTS', planned, allocated, spent, marker, toWomenCso, source: null };
}

export function involved(
  who: InvolvementDraft['who'],
  stage: InvolvementDraft['stage'],
  how: InvolvementDraft['how'],
  evidence: string | null,
  actor: AgendaActor | null,
  name = 'Women of Amberland for Peace (demo)',
): InvolvementDraft {
  const code = actor && AGENDA_CODES[actor];
  return { who, stage, how, evidence, actor: code, name, named: 'body', agreedOn: null };
}
