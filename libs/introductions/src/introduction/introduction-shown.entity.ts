import { isOneOf } from '#database';
import { URGENCIES, type Urgency } from '#engagement';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SHOWN_STATES, SHOWN_WORDS, type ShownState, type ShownWord } from '../ask/shown.js';

/**
 * An introduction as its organizer is shown it, and nothing else: no column here depends on what the organizer may not
 * know. It stays when she is erased.
 */
@Entity('introduction_shown')
@Check('introduction_shown_state_known', isOneOf('state', SHOWN_STATES))
@Check('introduction_shown_word_known', isOneOf('word', SHOWN_WORDS))
@Check('introduction_shown_urgency_known', isOneOf('urgency', URGENCIES))
@Check(
  'introduction_shown_end_whole',
  `(state = 'ended') = (word IS NOT NULL) AND (state = 'ended') = (ended_at IS NOT NULL)
    AND (state = 'ended') = (due_at IS NULL)`,
)
@Check(
  'introduction_shown_question_whole',
  `(state = 'question') = (asked_at IS NOT NULL) AND (asked_at IS NULL) = (rest_due_at IS NULL)`,
)
@Index('introduction_shown_of_need', ['needId', 'id'])
@Index('introduction_shown_of_organization', ['organizationId', 'id'])
@Index('introduction_shown_due', ['dueAt'], { where: 'due_at IS NOT NULL' })
export class IntroductionShownEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'introduction_shown_pkey' })
  id!: string;

  @ForeignKey('NeedEntity', { name: 'introduction_shown_need', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'need_id' })
  needId!: string;

  @ForeignKey('OrganizationEntity', { name: 'introduction_shown_organization' })
  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text')
  urgency!: Urgency;

  @Column('text', { default: 'with-network' })
  state!: ShownState;

  @Column('text', { nullable: true })
  word!: ShownWord | null;

  /** Opaque name of the actor. */
  @Column('text', { name: 'requested_by' })
  requestedBy!: string;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  /** When the state ends by itself; null once it has ended. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt!: Date | null;

  /** While a question waits: since when, and when the introduction would have been due. */
  @Column('timestamptz', { name: 'asked_at', nullable: true })
  askedAt!: Date | null;

  @Column('timestamptz', { name: 'rest_due_at', nullable: true })
  restDueAt!: Date | null;

  /** Whether the organizer can confirm. */
  @Column('boolean', { default: false })
  reviewed!: boolean;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** Grows with every change that is shown. */
  @Column('integer', { default: 1 })
  revision!: number;
}
