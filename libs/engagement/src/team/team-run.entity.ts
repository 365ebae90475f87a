import { INDEXED_CLEARANCES } from '#search';
import { isOneOf } from '#database';
import type { IndexedClearance } from '#identity';
import type { TeamRequest } from '#matching';
import type { Progress } from '#solver';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
} from 'typeorm';
import type { Relation } from 'typeorm';
import type { NeedRequest } from '../need/need-request.js';
import { readFailure, writtenFailure, type StoredFailure } from './stored-failure.js';
import type { StoredOutcome } from './stored-outcome.js';
import { TEAM_RUN_STATES, type TeamRunState } from './team-run-steps.js';

/** A team that was asked for, how far the solver is and what it found. */
@Entity('team_run')
@Index('team_run_asked_by', ['requestedBy', 'id'])
@Check('team_run_clearance_known', isOneOf('clearance', INDEXED_CLEARANCES))
@Check('team_run_time_limit_positive', 'time_limit > 0')
@Check('team_run_state_known', isOneOf('state', TEAM_RUN_STATES))
export class TeamRunEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'team_run_pkey' })
  id!: string;

  /** The opaque name of who asked, as in the audit log. */
  @Column('text', { name: 'asked_by' })
  requestedBy!: string;

  /** What she might see when she asked: the pool that the team is chosen from. */
  @Column('text')
  clearance!: IndexedClearance;

  @Column('jsonb')
  need!: NeedRequest;

  @Column('jsonb')
  request!: TeamRequest;

  /** In seconds. */
  @Column('smallint', { name: 'time_limit' })
  timeLimit!: number;

  @Column('text', { default: 'queued' })
  state!: TeamRunState;

  @Column('boolean', { name: 'cancel_requested', default: false })
  cancelRequested!: boolean;

  @Column('jsonb', { nullable: true })
  progress!: Progress | null;

  @Column('jsonb', { nullable: true })
  result!: StoredOutcome | null;

  /** Why, where it failed. */
  @Column('text', {
    nullable: true,
    transformer: {
      to: (failure?: StoredFailure | null) => failure && writtenFailure(failure),
      from: (written: string | null) => written && readFailure(written),
    },
  })
  failure!: StoredFailure | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

/** That a woman is named in a run: when her row goes, a trigger removes her from the run. */
@Entity('team_run_mediator')
@Index('team_run_mediator_of', ['mediatorId'])
export class TeamRunMediatorEntity {
  @PrimaryColumn('uuid', {
    name: 'run_id',
    primaryKeyConstraintName: 'team_run_mediator_pkey',
  })
  runId!: string;

  @ForeignKey('MediatorEntity', { name: 'team_run_mediator_mediator', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', {
    name: 'mediator_id',
    primaryKeyConstraintName: 'team_run_mediator_pkey',
  })
  mediatorId!: string;

  @ManyToOne(() => TeamRunEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'run_id', foreignKeyConstraintName: 'team_run_mediator_run' })
  run!: Relation<TeamRunEntity>;

  /** What she was called then: when she is called so no longer, the run does not show her. */
  @Column('uuid', { name: 'public_id' })
  publicId!: string;

  /** Of what her class showed then; null where she had none. Likewise. */
  @Column('text', { nullable: true })
  shown!: string | null;
}
