import { areAllOf, isOneOf } from '#database';
import { DataKeyEntity } from '#vault';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import {
  BREACH_ADVICE,
  BREACH_CAUSES,
  BREACH_CHANNELS,
  BREACH_FACTS,
  type BreachAdvice,
  type BreachCause,
  type BreachChannel,
  type BreachFact,
} from './lists.js';

/** That data came into wrong hands: what happened, when, and who was told. */
@Entity('breach')
@Check('breach_cause_known', isOneOf('cause', BREACH_CAUSES))
@Check('breach_advice_known', areAllOf('advice', BREACH_ADVICE))
@Check('breach_period_whole', 'ended_on >= began_on')
@Check('breach_told_whole', '(told_at IS NULL) = (told_by IS NULL)')
@Check('breach_reported_whole', '(reported_at IS NULL) = (reported_by IS NULL)')
export class BreachEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'breach_pkey' })
  id!: string;

  @Column('text')
  cause!: BreachCause;

  /** From which account it was done, as the audit log names it; null where none was misused. */
  @Column('text', { nullable: true })
  account!: string | null;

  /** Networks all of whose women it concerns. */
  @Column('uuid', { name: 'network_ids', array: true, default: '{}' })
  networkIds!: string[];

  /** First and last day in UTC on which data may have been seen. */
  @Column('date', { name: 'began_on' })
  beganOn!: string;

  @Column('date', { name: 'ended_on' })
  endedOn!: string;

  /** When it became known: from then the time runs in which an authority is told. */
  @Column('timestamptz', { name: 'known_at' })
  knownAt!: Date;

  @Column('text', { array: true })
  advice!: BreachAdvice[];

  /** How many women it concerned when it was opened; those who were erased since are counted here only. */
  @Column('integer')
  women!: number;

  @Column('text', { name: 'opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  /** When the women were told. */
  @Column('text', { name: 'told_by', nullable: true })
  toldBy!: string | null;

  @Column('timestamptz', { name: 'told_at', nullable: true })
  toldAt!: Date | null;

  /** When the authority was told. */
  @Column('text', { name: 'reported_by', nullable: true })
  reportedBy!: string | null;

  @Column('timestamptz', { name: 'reported_at', nullable: true })
  reportedAt!: Date | null;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'breach_data_key' })
  key!: Relation<DataKeyEntity>;

  /** `BreachWords` as JSON. */
  @Column('bytea')
  sealed!: Buffer;
}

/** One woman whom it concerns. */
@Entity('breach_mediator')
@Check('breach_mediator_facts_known', areAllOf('facts', BREACH_FACTS))
@Check('breach_mediator_channel_known', isOneOf('channel', BREACH_CHANNELS))
@Check('breach_mediator_told_whole', '(told_at IS NULL) = (told_by IS NULL)')
@Index('breach_mediator_of', ['mediatorId'])
export class BreachMediatorEntity {
  @ForeignKey(() => BreachEntity, { name: 'breach_mediator_breach', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'breach_id', primaryKeyConstraintName: 'breach_mediator_pkey' })
  breachId!: string;

  @ForeignKey('MediatorEntity', { name: 'breach_mediator_mediator', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'mediator_id', primaryKeyConstraintName: 'breach_mediator_pkey' })
  mediatorId!: string;

  /** What may have been seen of her. */
  @Column('text', { array: true })
  facts!: BreachFact[];

  /** How she is told; null before anybody is. */
  @Column('text', { nullable: true })
  channel!: BreachChannel | null;

  @Column('text', { name: 'told_by', nullable: true })
  toldBy!: string | null;

  /** When it was sent, or somebody told her in person. */
  @Column('timestamptz', { name: 'told_at', nullable: true })
  toldAt!: Date | null;

  /** When she said that she has read it. */
  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt!: Date | null;
}

/** What only the register and an authority read. */
export interface BreachWords {
  readonly what: string;
  readonly consequences: string;
  readonly measures: string;
}

/** Where `sealed` of a row belongs. */
export function breachPlace(id: string): string {
  return `breach:${id}`;
}
