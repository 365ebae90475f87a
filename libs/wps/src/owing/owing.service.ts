import { Database } from '#database';
import { authorise, type Viewer } from '#identity';
import { addDays } from '#kernel';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Standings } from '../access/standing.js';
import { CommitmentEntity } from '../commitment/commitment.entity.js';
import { OWED_STATES } from '../commitment/commitment-steps.js';
import { InvolvementEntity } from '../plan/involvement.entity.js';
import { PlanItemEntity } from '../plan/plan-item.entity.js';
import { PlanEntity } from '../plan/plan.entity.js';
import type { Texts } from '../records/checks.js';

export const OWED_KINDS = ['commitment', 'plan-action', 'involvement'] as const;
export type OwedKind = (typeof OWED_KINDS)[number];

/** Something that an actor owes: what, to whom, by when. */
export interface Owed {
  readonly kind: OwedKind;
  /** Of the commitment, the item of a plan, or the involvement that waits for an answer. */
  readonly id: string;
  /** The own plan to which an action belongs; null of everything else. */
  readonly planId: string | null;
  readonly text: Texts;
  /** Null where nobody was named. */
  readonly owedTo: string | null;
  readonly responsible: string | null;
  /** ISO 8601; null if it has no day. */
  readonly due: string | null;
  /** Whether that day is past, or the actor says that it is at risk. */
  readonly urgent: boolean;
  /** Whether its actor has made it public. */
  readonly isPublic: boolean;
}

const MOST = 500;
/** How far ahead actions of plans are told. */
const AHEAD_DAYS = 365;

/** "What do I owe, to whom, by when": for the people of one actor. */
@Injectable()
export class OwingService {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
  ) {}

  /** By day, what has none at the end; at most 500 of each kind. @throws NotPermittedError */
  async own(viewer: Viewer): Promise<Owed[]> {
    authorise(viewer, 'read-owing', { kind: 'wps-actor' });
    const { actorId } = await this.standings.of(viewer);
    return actorId === null ? [] : this.ofActor(actorId);
  }

  /** The same of an actor, for what is told its people. */
  async ofActor(actorId: string): Promise<Owed[]> {
    const today = this.standings.today();
    const owed = [
      ...(await this.commitments(actorId, today)),
      ...(await this.actions(actorId, today)),
      ...(await this.involvements(actorId)),
    ];
    const last = '9999-12-31';
    return owed.toSorted((a, b) =>
      (a.due ?? last) < (b.due ?? last) ? -1 : Number(a.due !== b.due),
    );
  }

  private async commitments(actorId: string, today: string): Promise<Owed[]> {
    const found = await this.database.manager.find(CommitmentEntity, {
      where: { actorId, state: In([...OWED_STATES]) },
      order: { due: 'ASC', id: 'ASC' },
      take: MOST,
    });
    return found.map(({ id, text, owedTo, responsible, due, state, sharing }) => ({
      kind: 'commitment',
      id,
      planId: null,
      text,
      owedTo,
      responsible,
      due,
      urgent: state === 'at-risk' || (due !== null && due < today),
      isPublic: sharing === 'public',
    }));
  }

  private async actions(actorId: string, today: string): Promise<Owed[]> {
    const { manager } = this.database;
    const plans = await manager.findBy(PlanEntity, { actorId, state: In(['adopted', 'in-force']) });
    const found = await manager.find(PlanItemEntity, {
      where: {
        planId: In(plans.map(({ id }) => id)),
        kind: 'action',
        progress: In(['not-started', 'under-way']),
        until: Not(IsNull()),
      },
      order: { until: 'ASC', id: 'ASC' },
      take: MOST,
    });
    const until = addDays(today, AHEAD_DAYS);
    return found
      .filter((item) => item.until !== null && item.until <= until)
      .map(({ id, planId, text, responsible, until: due }) => ({
        kind: 'plan-action',
        id,
        planId,
        text,
        owedTo: null,
        responsible,
        due,
        urgent: due !== null && due < today,
        isPublic: plans.find((plan) => plan.id === planId)?.sharing === 'public',
      }));
  }

  /** What plans of others say of this actor, and wait for its word. */
  private async involvements(actorId: string): Promise<Owed[]> {
    const { manager } = this.database;
    const found = await manager.find(InvolvementEntity, {
      where: { actorId, answer: 'unanswered' },
      order: { id: 'ASC' },
      take: MOST,
    });
    const plans = await manager.findBy(PlanEntity, { id: In(found.map(({ planId }) => planId)) });
    return found.map(({ id, planId }) => ({
      kind: 'involvement',
      id,
      planId: null,
      text: plans.find((plan) => plan.id === planId)!.title,
      owedTo: null,
      responsible: null,
      due: null,
      urgent: false,
      // Its words are those of another actor.
      isPublic: false,
    }));
  }
}
