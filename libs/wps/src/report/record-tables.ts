import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, type FindOptionsWhere } from 'typeorm';
import { Standings } from '../access/standing.js';
import { FocalPointEntity } from '../actor/focal-point.entity.js';
import { CommitmentEntity } from '../commitment/commitment.entity.js';
import { tellsOfFew } from '../commitment/commitment.service.js';
import { MeetingEntity } from '../meeting/meeting.entity.js';
import { budgetFigures } from '../plan/budget-figures.js';
import { CRSV_THEME } from '../plan/lists.js';
import { PlanEntity } from '../plan/plan.entity.js';
import { planFindings } from '../plan/plan-quality.js';
import { PlanReader } from '../plan/plan-reader.js';
import type { InvolvementView, PlanItemView, PlanParts, PlanView } from '../plan/views.js';
import type { Value } from './content.js';
import type { RecordList } from './lists.js';
import type { ReportScope, Table } from './report-scope.js';

/** More rows than this of one list are not printed, and the report says how many; a plan has at most 500 items. */
const MOST_ROWS = 2_000;

/** Records of an actor as tables of a report. */
@Injectable()
export class RecordTables {
  private readonly tables: Readonly<Record<RecordList, (scope: ReportScope) => Promise<Table>>> = {
    plan: async (scope) => ofPlans(await this.plans(scope)),
    'plan-items': async (scope) => items((await this.parts(scope)).flatMap(itemsOf)),
    'plan-measures': async (scope) => measures((await this.parts(scope)).flatMap(itemsOf)),
    'plan-money': async (scope) => money(await this.parts(scope), scope),
    'plan-involvement': async (scope) => involvement(await this.parts(scope)),
    'plan-findings': async (scope) => this.findings(scope),
    commitments: async (scope) => this.commitments(scope),
    'sexual-violence-measures': async (scope) => {
      const all = (await this.parts(scope)).flatMap(itemsOf);
      return items(all.filter(({ item }) => item.themes.includes(CRSV_THEME)));
    },
    'focal-points': async (scope) => this.focalPoints(scope),
  };

  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly planReader: PlanReader,
  ) {}

  /** @param list of RECORD_LISTS */
  async table(list: string, scope: ReportScope): Promise<Table> {
    const { columns, rows } = await this.tables[list as RecordList](scope);
    const leftOut = Math.max(0, rows.length - MOST_ROWS);
    return { columns, rows: rows.slice(0, MOST_ROWS), ...(leftOut > 0 ? { leftOut } : {}) };
  }

  /** Plans that were adopted, and in force on a day of the period as far as is known. */
  private async plans({ actorId, from, until, sharings }: ReportScope): Promise<PlanView[]> {
    const found = await this.database.manager.find(PlanEntity, {
      where: {
        actorId,
        sharing: In([...sharings]),
        state: In(['adopted', 'in-force', 'expired', 'superseded']),
      },
      order: { id: 'ASC' },
    });
    const then = found.filter(
      (plan) => (plan.from ?? from) <= until && (plan.until ?? until) >= from,
    );
    return this.planReader.views(then);
  }

  private async parts(scope: ReportScope): Promise<PlanWithParts[]> {
    const plans = await this.plans(scope);
    const parts = await this.planReader.parts(plans.map(({ id }) => id));
    return plans.map((plan) => ({ plan, ...parts.get(plan.id)! }));
  }

  private async findings(scope: ReportScope): Promise<Table> {
    const all = await this.parts(scope);
    const local = await this.database.manager.findBy(PlanEntity, {
      parentId: In(all.map(({ plan }) => plan.id)),
      level: 'local',
      sharing: In([...scope.sharings]),
    });
    const today = this.standings.today();
    return {
      columns: ['plan', 'criterion', 'met'],
      rows: all.flatMap(({ plan, items: own, involvements }) => {
        const hasLocal = local.some(({ parentId }) => parentId === plan.id);
        return planFindings(plan, own, involvements, hasLocal, today).map(({ criterion, met }) => [
          { texts: plan.title },
          { word: `criterion.${criterion}` },
          { word: met ? 'word.yes' : 'word.no' },
        ]);
      }),
    };
  }

  /** What was owed on a day of the period: what has no day, or one in it or later, and all that is still open. */
  private async commitments({ actorId, from, sharings }: ReportScope): Promise<Table> {
    const { manager } = this.database;
    const owned: FindOptionsWhere<CommitmentEntity> = { actorId, sharing: In([...sharings]) };
    const found = await manager.find(CommitmentEntity, { where: owned, order: { id: 'ASC' } });
    const told = found.filter(
      ({ state, due }) => (state !== 'done' && state !== 'dropped') || due === null || due >= from,
    );
    const meetings = await manager.findBy(MeetingEntity, {
      id: In(told.flatMap(({ meetingId }) => meetingId ?? [])),
    });
    const codes = new Map(meetings.map(({ id, code }) => [id, code]));
    return {
      columns: [
        'commitment',
        'source',
        'meeting',
        'owed-to',
        'responsible',
        'due',
        'state',
        'evidence',
        'check',
      ],
      rows: told.map((one) => [
        { texts: one.text },
        one.sourceText,
        codes.get(one.meetingId ?? '') ?? null,
        one.owedTo,
        one.responsible,
        one.due,
        { word: `commitment-state.${one.state}` },
        one.state === 'dropped' ? one.reason : one.evidence,
        tellsOfFew(one) ? { word: 'word.small-number' } : null,
      ]),
    };
  }

  /** Offices, and never the name of a person: a report is kept for ever, and a name only while she agrees. */
  private async focalPoints({ actorId, from, until, sharings }: ReportScope): Promise<Table> {
    const found = await this.database.manager.find(FocalPointEntity, {
      where: {
        actorId,
        sharing: In([...sharings]),
        from: LessThanOrEqual(until),
      },
      order: { from: 'ASC', id: 'ASC' },
    });
    return {
      columns: ['office', 'position', 'ministry', 'own-staff', 'own-budget', 'from', 'until'],
      rows: found
        .filter((one) => (one.until ?? until) >= from)
        .map((one) => [
          one.office,
          { word: `position.${one.officePosition}` },
          one.ministry && { word: `ministry.${one.ministry}` },
          yesOrNo(one.ownStaff),
          yesOrNo(one.ownBudget),
          one.from,
          one.until,
        ]),
    };
  }
}

interface PlanWithParts extends PlanParts {
  readonly plan: PlanView;
}

interface PlannedItem {
  readonly plan: PlanView;
  readonly item: PlanItemView;
}

function itemsOf({ plan, items: own }: PlanWithParts): PlannedItem[] {
  return own.map((item) => ({ plan, item }));
}

function ofPlans(plans: readonly PlanView[]): Table {
  return {
    columns: [
      'plan',
      'level',
      'state',
      'adopted',
      'from',
      'until',
      'office',
      'position',
      'ministry',
      'body',
      'budget-status',
      'mediators',
      'document',
      'reported',
    ],
    rows: plans.map((plan) => [
      { texts: plan.title },
      { word: `plan-level.${plan.level}` },
      { word: `plan-state.${plan.state}` },
      plan.adopted,
      plan.from,
      plan.until,
      plan.leadOffice,
      plan.leadPosition && { word: `position.${plan.leadPosition}` },
      plan.leadMinistry && { word: `ministry.${plan.leadMinistry}` },
      plan.coordinationBody,
      { word: `budget-status.${plan.budgetStatus}` },
      plan.mediatorNomination,
      plan.documentUrl,
      plan.reportedOn,
    ]),
  };
}

function items(all: readonly PlannedItem[]): Table {
  return {
    columns: ['plan', 'kind', 'item', 'responsible', 'from', 'until', 'progress', 'note', 'check'],
    rows: all.map(({ plan, item }) => [
      { texts: plan.title },
      { word: `item-kind.${item.kind}` },
      { texts: item.text },
      item.responsible,
      item.from,
      item.until,
      { word: `progress.${item.progress}` },
      item.progressNote,
      item.hasSmallNumber ? { word: 'word.small-number' } : null,
    ]),
  };
}

function measures(all: readonly PlannedItem[]): Table {
  return {
    columns: ['plan', 'item', 'indicator', 'baseline', 'target', 'source', 'aligned-with'],
    rows: all.flatMap(({ plan, item }) =>
      item.indicators.map(({ text, baseline, target, source, alignedWith }) => [
        { texts: plan.title },
        { texts: item.text },
        text,
        baseline,
        target,
        source,
        alignedWith,
      ]),
    ),
  };
}

/** Money of the years that the period touches. Beside each share stands the coverage. */
function money(all: readonly PlanWithParts[], { from, until }: ReportScope): Table {
  const [first, last] = [from, until].map((day) => Number(day.slice(0, 4)));
  return {
    columns: [
      'plan',
      'year',
      'currency',
      'planned',
      'allocated',
      'spent',
      'coverage',
      'principal-share',
      'gender-share',
      'execution',
      'women-cso-share',
    ],
    rows: all.flatMap(({ plan, items: own }) => {
      const lines = own.flatMap(({ budgetLines }) => budgetLines);
      const years = [...new Set(lines.map(({ year }) => year))]
        .filter((year) => year >= first! && year <= last!)
        .toSorted((a, b) => a - b);
      return years.flatMap((year) =>
        budgetFigures(lines.filter((line) => line.year === year)).map((of) => [
          { texts: plan.title },
          String(year),
          of.currency,
          of.planned,
          of.allocated,
          of.spent,
          share(of.coverage),
          share(of.principalShare),
          share(of.genderShare),
          share(of.execution),
          share(of.womenCsoShare),
        ]),
      );
    }),
  };
}

/** What was contested is printed as contested, with the words of whoever contested it. */
function involvement(all: readonly PlanWithParts[]): Table {
  return {
    columns: ['plan', 'who', 'name', 'stage', 'how', 'evidence', 'answer', 'answer-words'],
    rows: all.flatMap(({ plan, involvements }) =>
      involvements.map((one) => [
        { texts: plan.title },
        { word: `involved.${one.who}` },
        nameToPrint(one),
        { word: `stage.${one.stage}` },
        { word: `how.${one.how}` },
        one.evidence,
        { word: `answer.${one.answer}` },
        one.answerWords,
      ]),
    ),
  };
}

/** A body or an office, and never a person: a report is kept for ever, and a name only while she agrees. */
function nameToPrint({ actor, name, named }: InvolvementView): Value {
  if (actor !== null && Object.keys(actor.names).length > 0) return { texts: actor.names };
  return named === 'body' ? name : null;
}

function share(micro: number | null): Value {
  return micro === null ? null : { share: micro };
}

function yesOrNo(is: boolean | null): Value {
  return is === null ? null : { word: is ? 'word.yes' : 'word.no' };
}
