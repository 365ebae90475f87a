import { isOneOf } from '#database';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Texts } from '../records/checks.js';
import { SHARINGS, type Sharing } from '../records/lists.js';
import {
  COMMITMENT_SOURCES,
  COMMITMENT_STATES,
  type CommitmentSource,
  type CommitmentState,
} from './commitment-steps.js';

/** What an actor has undertaken to do: what carries a meeting over to the next one. */
@Entity('wps_commitment')
@Check('wps_commitment_source_known', isOneOf('source', COMMITMENT_SOURCES))
@Check('wps_commitment_state_known', isOneOf('state', COMMITMENT_STATES))
@Check('wps_commitment_sharing_known', isOneOf('sharing', SHARINGS))
@Check('wps_commitment_meeting_is_source', `meeting_id IS NULL OR source = 'meeting'`)
@Check('wps_commitment_kept_with_evidence', `state <> 'done' OR evidence IS NOT NULL`)
@Check('wps_commitment_dropped_with_reason', `(state = 'dropped') = (reason IS NOT NULL)`)
@Index('wps_commitment_of_actor', ['actorId', 'id'])
@Index('wps_commitment_of_meeting', ['meetingId'])
export class CommitmentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_commitment_pkey' })
  id!: string;

  /** Who owes it. */
  @ForeignKey('ActorEntity', { name: 'wps_commitment_actor' })
  @Column('uuid', { name: 'actor_id' })
  actorId!: string;

  @Column('jsonb')
  text!: Texts;

  @Column('text')
  source!: CommitmentSource;

  /** The document and paragraph, such as "S/RES/2242 (2015), paragraph 2". */
  @Column('text', { name: 'source_text' })
  sourceText!: string;

  @ForeignKey('MeetingEntity', { name: 'wps_commitment_meeting' })
  @Column('uuid', { name: 'meeting_id', nullable: true })
  meetingId!: string | null;

  /** To whom it is owed, such as a parliament or a network. */
  @Column('text', { name: 'owed_to', nullable: true })
  owedTo!: string | null;

  /** The office that sees to it. */
  @Column('text', { nullable: true })
  responsible!: string | null;

  /** Last day; null if it has none. */
  @Column('date', { name: 'due_on', nullable: true })
  due!: string | null;

  /** When it is looked at again. */
  @Column('date', { name: 'review_on', nullable: true })
  review!: string | null;

  /** Topics of the expertise taxonomy. */
  @Column('text', { array: true })
  themes!: string[];

  @Column('text', { default: 'open' })
  state!: CommitmentState;

  /** What shows that it was kept, or how far it has come. */
  @Column('text', { nullable: true })
  evidence!: string | null;

  /** Why it was dropped. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { default: 'own' })
  sharing!: Sharing;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
