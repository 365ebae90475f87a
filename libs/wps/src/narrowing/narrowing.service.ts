import { refusal } from '#messages';
import { Database, type Transaction } from '#database';
import {
  authorise,
  changeRecord,
  type ChangeRecord,
  hidden,
  recordAudit,
  type Viewer,
} from '#identity';
import { InvalidStateError, throwIfProblems } from '#kernel';
import { Injectable } from '@nestjs/common';
import { In, type EntityTarget } from 'typeorm';
import { editedActorById } from '../access/editing.js';
import { FocalPointEntity } from '../actor/focal-point.entity.js';
import { AnalysisEntity } from '../analysis/analysis.entity.js';
import { CommitmentEntity } from '../commitment/commitment.entity.js';
import { ObservationEntity } from '../indicator/observation.entity.js';
import { LessonUseEntity, WpsLessonEntity } from '../lesson/lesson.entity.js';
import { BudgetLineEntity } from '../plan/budget-line.entity.js';
import { InvolvementEntity } from '../plan/involvement.entity.js';
import { PlanItemEntity } from '../plan/plan-item.entity.js';
import { PlanEntity } from '../plan/plan.entity.js';
import { ReportEntity } from '../report/report.entity.js';
import { SHARINGS, type Sharing } from '../records/lists.js';

interface Shared {
  id: string;
  actorId: string;
  sharing: Sharing;
  revision?: number;
}

/** Records of actors that say with whom they are shared, by the name of their kind in the audit log; and what each is called. */
const ENTITIES = {
  'wps-focal-point': [FocalPointEntity, 'focalPoint'],
  plan: [PlanEntity, 'plan'],
  commitment: [CommitmentEntity, 'commitment'],
  'wps-observation': [ObservationEntity, 'observation'],
  'wps-lesson': [WpsLessonEntity, 'lesson'],
  'wps-lesson-use': [LessonUseEntity, 'use'],
  'wps-analysis': [AnalysisEntity, 'analysis'],
} as const satisfies Readonly<
  Record<string, readonly [EntityTarget<Shared>, Parameters<typeof hidden>[1]]>
>;

export type NarrowedKind = keyof typeof ENTITIES;

/** Parts of a plan, which are shared as it is, by the name of their kind in the audit log. */
const PARTS = {
  'plan-item': PlanItemEntity,
  'budget-line': BudgetLineEntity,
  involvement: InvolvementEntity,
} as const satisfies Readonly<Record<string, EntityTarget<{ id: string; planId: string }>>>;

type Withdrawn = NarrowedKind | 'wps-report' | keyof typeof PARTS;

/** What a restored database may share with more than was last meant, by the name of its kind in the audit log. */
export const WITHDRAWN_KINDS = [
  ...(Object.keys(ENTITIES) as NarrowedKind[]),
  'wps-report',
  ...(Object.keys(PARTS) as (keyof typeof PARTS)[]),
] as const satisfies readonly Withdrawn[];

/** Steps after which a record can say less, or to fewer, than before. */
export const WITHDRAWING_STEPS = [
  'edit',
  'narrow',
  'redact',
  'remove',
  'reopen',
  'retire',
] as const;

/** The observation with all that it corrects and all that corrects it. */
const CHAIN = `
WITH RECURSIVE chain AS (
  SELECT id, supersedes_id FROM wps_observation WHERE id = $1
  UNION SELECT o.id, o.supersedes_id FROM wps_observation o
    JOIN chain c ON o.id = c.supersedes_id OR o.supersedes_id = c.id
) SELECT id FROM chain`;

/**
 * Shares records with fewer from now on, in whichever state they are: also what is closed or superseded and changes no
 * more. Everything is read anew each time, so it takes effect at once; only a report that was submitted stays as it is.
 */
@Injectable()
export class NarrowingService {
  constructor(private readonly database: Database) {}

  /**
   * Of an observation also what it corrects and what corrects it are shared with no more than that: nobody shall learn by a gap
   * that there was something.
   *
   * @throws NotFoundError, NotPermittedError; InvalidInputError for as many or more than before
   */
  async narrow(viewer: Viewer, kind: NarrowedKind, id: string, sharing: Sharing): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [shared, noun] = ENTITIES[kind];
      const entity: EntityTarget<Shared> = shared;
      const held = await tx.manager.findOneBy(entity, { id });
      if (!held || !(await editedActorById(tx, viewer, held.actorId))) {
        throw hidden(viewer, noun);
      }
      // An import corrects observations of an actor that it has locked.
      await tx.query('SELECT FROM wps_actor WHERE id = $1 FOR UPDATE', [held.actorId]);
      const ids = kind === 'wps-observation' ? await chainOf(tx, id) : [id];
      const rows = await tx.manager.find(entity, {
        where: { id: In(ids) },
        order: { id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      const before = rows.find((row) => row.id === id)!;
      const message = refusal('wps.sharedWithFew');
      throwIfProblems(
        isNarrower(sharing, before.sharing)
          ? []
          : [{ path: 'sharing', code: 'CONTRADICTION', message }],
      );
      await recordAudit(tx, viewer, await narrowed(tx, entity, kind, rows, sharing));
    });
  }

  /**
   * Leaves a record of a database that was restored to its actor alone: with whom it was shared last, and what was taken out of it,
   * the log does not tell. Of an observation also what it corrects and what corrects it, and of a part of a plan the whole plan.
   *
   * @returns the code of the actor
   * @throws NotPermittedError; InvalidStateError where nothing is left to do
   */
  async withdrawAgain(viewer: Viewer, kind: Withdrawn, id: string): Promise<string> {
    authorise(viewer, 'hide', { kind: 'hiding', networkId: null, byCoordinator: false });
    return this.database.transaction(async (tx) => {
      if (kind in PARTS) {
        const part: EntityTarget<{ id: string; planId: string }> =
          PARTS[kind as keyof typeof PARTS];
        const found = await tx.manager.findOneBy(part, { id });
        return withdraw(tx, viewer, PlanEntity, 'plan', found ? [found.planId] : []);
      }
      if (kind === 'wps-report') return withdraw(tx, viewer, ReportEntity, kind, [id]);
      const one = kind as NarrowedKind;
      const ids = one === 'wps-observation' ? await chainOf(tx, id) : [id];
      return withdraw(tx, viewer, ENTITIES[one][0], one, ids);
    });
  }
}

/** @returns the code of the actor. @throws InvalidStateError where all are left to it already */
async function withdraw(
  tx: Transaction,
  viewer: Viewer,
  entity: EntityTarget<Shared>,
  kind: string,
  ids: readonly string[],
): Promise<string> {
  const rows = await tx.manager.find(entity, {
    where: { id: In([...ids]) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const audit = await narrowed(tx, entity, kind, rows, 'own');
  if (audit.length === 0) throw new InvalidStateError(refusal('wps.sharedWithFew'));
  await recordAudit(tx, viewer, audit);
  const [actor] = await tx.query<{ code: string }>('SELECT code FROM wps_actor WHERE id = $1', [
    rows[0]?.actorId,
  ]);
  return actor?.code ?? '';
}

/** Shares those of the rows that are shared with more with no more than that. */
async function narrowed(
  tx: Transaction,
  entity: EntityTarget<Shared>,
  kind: string,
  rows: readonly Shared[],
  sharing: Sharing,
): Promise<ChangeRecord[]> {
  const audit: ChangeRecord[] = [];
  for (const row of rows.filter((one) => isNarrower(sharing, one.sharing))) {
    const revision = row.revision === undefined ? {} : { revision: row.revision + 1 };
    await tx.manager.update(entity, { id: row.id }, { sharing, ...revision });
    const after = await tx.manager.findOneByOrFail(entity, { id: row.id });
    audit.push(changeRecord(`${kind}.narrow`, kind, row, after));
  }
  return audit;
}

async function chainOf(tx: Transaction, id: string): Promise<string[]> {
  const found = await tx.query<{ id: string }>(CHAIN, [id]);
  return found.map((row) => row.id);
}

function isNarrower(sharing: Sharing, than: Sharing): boolean {
  return SHARINGS.indexOf(sharing) < SHARINGS.indexOf(than);
}
