import { Database } from '#database';
import { addDays } from '#kernel';
import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Standings } from '../access/standing.js';
import { IndicatorEntity } from '../indicator/indicator.entity.js';
import { FITS } from '../indicator/lists.js';
import { PlanEntity } from '../plan/plan.entity.js';
import { PlanItemEntity } from '../plan/plan-item.entity.js';
import type { Texts } from '../records/checks.js';
import { SHARINGS } from '../records/lists.js';
import type { FormCell } from '../report/form.entity.js';
import type { Rhythm } from '../report/lists.js';
import { ReportFiller, scopeOf } from '../report/report-filler.js';
import { ReportEntity } from '../report/report.entity.js';
import type { ReportScope } from '../report/report-scope.js';

/** An observation that an actor owes: of which indicator and period, to whom, by when. Days in ISO 8601. */
export interface DueObservation {
  /** Of the indicator. */
  readonly id: string;
  readonly planId: string | null;
  readonly reportId: string | null;
  readonly text: Texts;
  readonly owedTo: string | null;
  readonly responsible: string | null;
  readonly due: string | null;
  readonly urgent: boolean;
  readonly from: string;
  readonly until: string;
}

/** What asks for observations of a period: a plan, or a report by a form. */
interface Asking extends Pick<DueObservation, 'planId' | 'reportId' | 'owedTo' | 'due'> {
  readonly scope: ReportScope;
  readonly cells: readonly FormCell[];
}

/** How long the period of a form is. Null if it is not asked for again. */
const MONTHS: Readonly<Record<Rhythm, number | null>> = {
  quarterly: 3,
  'half-yearly': 6,
  yearly: 12,
  'every-four-years': 48,
  'on-request': null,
};

/**
 * Which observations an actor owes: what is missing, by the rule by which reports print it, of the indicators that plans in force
 * align with, for the last calendar year; and of those that reports in draft ask for, once their period has ended. They are due
 * before the period after that one ends, and those of a plan on its last day at the latest.
 */
@Injectable()
export class ObservationsDue {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly filler: ReportFiller,
  ) {}

  /** One of each concept and period, because one observation answers all indicators of a concept. */
  async of(actorId: string): Promise<DueObservation[]> {
    const today = this.standings.today();
    const all = [
      ...(await this.reports(actorId, today)),
      // The last year that has ended.
      ...(await this.plans(actorId, Number(today.slice(0, 4)) - 1)),
    ].toSorted((a, b) => ((a.due ?? LAST) < (b.due ?? LAST) ? -1 : Number(a.due !== b.due)));
    if (all.length === 0) return [];
    const indicators = await this.indicators();
    const found = new Map<string, DueObservation>();
    for (const { scope, cells, ...asking } of all) {
      const { names, owedBy } = await this.filler.missing(scope, cells);
      for (const name of names) {
        const indicator = indicatorOf(name, indicators);
        // A concept without an indicator cannot be observed.
        if (!indicator) continue;
        const { from, until } = scope;
        const key = `${indicator.concept} ${from} ${until}`;
        if (found.has(key)) continue;
        found.set(key, {
          ...asking,
          id: indicator.id,
          text: indicator.text,
          responsible: owedBy,
          urgent: asking.due !== null && asking.due < today,
          from,
          until,
        });
      }
    }
    return [...found.values()];
  }

  private async plans(actorId: string, year: number): Promise<Asking[]> {
    const { manager } = this.database;
    const [from, until] = [`${year}-01-01`, `${year}-12-31`];
    const plans = await manager.find(PlanEntity, {
      where: { actorId, state: 'in-force' },
      order: { id: 'ASC' },
    });
    const then = plans.filter((plan) => (plan.from ?? until) <= until);
    const items = await manager.find(PlanItemEntity, {
      where: { planId: In(then.map(({ id }) => id)) },
      order: { place: 'ASC', id: 'ASC' },
    });
    return then.map((plan) => {
      const aligned = items
        .filter(({ planId, progress }) => planId === plan.id && progress !== 'stopped')
        .flatMap(({ indicators }) => indicators.flatMap(({ alignedWith }) => alignedWith ?? []));
      const end = endOfNext(until, 12);
      return {
        planId: plan.id,
        reportId: null,
        owedTo: null,
        due: plan.until !== null && plan.until < end ? plan.until : end,
        scope: { actorId, from, until, sharings: SHARINGS },
        cells: [...new Set(aligned)].filter((name) => name.includes('/')).map(cellOf),
      };
    });
  }

  private async reports(actorId: string, today: string): Promise<Asking[]> {
    const reports = await this.database.manager.find(ReportEntity, {
      where: { actorId, state: 'draft', until: LessThan(today) },
      relations: { form: true },
      order: { id: 'ASC' },
    });
    return reports.map((report) => {
      const { id, form, submittedTo, until } = report;
      const months = MONTHS[form.rhythm];
      return {
        planId: null,
        reportId: id,
        owedTo: submittedTo ?? form.publisher,
        due: months === null ? null : endOfNext(until, months),
        scope: scopeOf(report),
        cells: form.sections.flatMap(({ cells }) => cells),
      };
    });
  }

  /** Of each concept those that fit it best first. */
  private async indicators(): Promise<IndicatorEntity[]> {
    const all = await this.database.manager.find(IndicatorEntity, {
      relations: { framework: true },
      order: { framework: { code: 'ASC' }, place: 'ASC', code: 'ASC' },
    });
    return all.toSorted((a, b) => FITS.indexOf(a.fit) - FITS.indexOf(b.fit));
  }
}

/** After every day. */
const LAST = '9999-12-31';

/** @param name an indicator as `un-1325/11a`, or a concept */
function indicatorOf(name: string, indicators: readonly IndicatorEntity[]) {
  return indicators.find(
    ({ framework, code, concept }) => name === concept || name === `${framework.code}/${code}`,
  );
}

function cellOf(name: string): FormCell {
  return { code: name, kind: 'indicator', of: name, label: {}, note: {} };
}

/** The last day of the period after one that ends on a day. */
function endOfNext(day: string, months: number): string {
  const next = new Date(addDays(day, 1));
  next.setUTCMonth(next.getUTCMonth() + months);
  return addDays(next.toISOString().slice(0, 10), -1);
}
