import { isOneOf } from '#database';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { NeedEntity } from '../need/need.entity.js';
import { SHORTLIST_STATES, type ShortlistState } from './shortlist-steps.js';

/** Women chosen for a need. */
@Entity('shortlist')
@Check('shortlist_state_known', isOneOf('state', SHORTLIST_STATES))
@Check(
  'shortlist_times_of_state',
  `(state <> 'sent' OR sent_at IS NOT NULL) AND (state = 'closed') = (closed_at IS NOT NULL)`,
)
@Index('shortlist_of_need', ['needId'])
export class ShortlistEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shortlist_pkey' })
  id!: string;

  @Column('uuid', { name: 'need_id' })
  needId!: string;

  @ManyToOne(() => NeedEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'need_id', foreignKeyConstraintName: 'shortlist_need' })
  need!: Relation<NeedEntity>;

  @Column('text')
  title!: string;

  @Column('text', { default: 'open' })
  state!: ShortlistState;

  /** Grows with every change of the list itself. */
  @Column('integer', { default: 1 })
  revision!: number;

  /** Opaque name of the actor. */
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
