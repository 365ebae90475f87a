import { isOneOf } from '#database';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { NeedEntity } from '../need/need.entity.js';

/** How often an organizer is told by mail, if there is anything to tell. */
export const ALERT_RHYTHMS = ['daily', 'weekly'] as const;
export type AlertRhythm = (typeof ALERT_RHYTHMS)[number];

/** That somebody wants to be told when another woman becomes eligible for a need. */
@Entity('need_watch')
export class NeedWatchEntity {
  @PrimaryColumn('uuid', { name: 'need_id', primaryKeyConstraintName: 'need_watch_pkey' })
  needId!: string;

  @OneToOne(() => NeedEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'need_id', foreignKeyConstraintName: 'need_watch_need' })
  need!: Relation<NeedEntity>;

  /** Digest of what the need asked at the last look: when it asks something else, nobody is new for that. */
  @Column('text')
  asked!: string;

  /** Since when there has been something new at which no organizer has looked; null if there is nothing. */
  @Column('timestamptz', { name: 'news_at', nullable: true })
  newsAt!: Date | null;
}

/** That a woman was eligible under her name at some look: she is never new again. */
@Entity('need_watch_woman')
@Index('need_watch_woman_of_mediator', ['mediatorId'])
export class NeedWatchWomanEntity {
  @PrimaryColumn('uuid', { name: 'need_id', primaryKeyConstraintName: 'need_watch_woman_pkey' })
  needId!: string;

  @ManyToOne(() => NeedWatchEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'need_id', foreignKeyConstraintName: 'need_watch_woman_watch' })
  watch!: Relation<NeedWatchEntity>;

  /** What she was called outside. */
  @PrimaryColumn('uuid', { name: 'public_id', primaryKeyConstraintName: 'need_watch_woman_pkey' })
  publicId!: string;

  @ForeignKey('MediatorEntity', { name: 'need_watch_woman_mediator', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  /** The look that found her first. */
  @Column('timestamptz', { name: 'found_at' })
  foundAt!: Date;

  /** Whether she is new, and no organizer has looked since. */
  @Column('boolean')
  news!: boolean;
}

/** Who is told of a need, and how often. */
@Entity('need_alert')
@Check('need_alert_rhythm_known', isOneOf('rhythm', ALERT_RHYTHMS))
@Index('need_alert_of_account', ['accountId'])
export class NeedAlertEntity {
  @PrimaryColumn('uuid', { name: 'need_id', primaryKeyConstraintName: 'need_alert_pkey' })
  needId!: string;

  @ManyToOne(() => NeedWatchEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'need_id', foreignKeyConstraintName: 'need_alert_watch' })
  watch!: Relation<NeedWatchEntity>;

  @ForeignKey('AccountEntity', { name: 'need_alert_account', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'need_alert_pkey' })
  accountId!: string;

  @Column('text')
  rhythm!: AlertRhythm;

  /** Of what was found up to here she has been told, or knew it when she asked. */
  @Column('timestamptz', { name: 'told_at' })
  toldAt!: Date;
}
