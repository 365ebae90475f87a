import { isOneOf } from '#database';
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
import { NeedEntity } from '../need/need.entity.js';

/** How a woman came before an organizer: on a page of a ranking, or chosen from it. */
export const EXPOSURE_KINDS = ['shown', 'shortlisted'] as const;
export type ExposureKind = (typeof EXPOSURE_KINDS)[number];

/** That a woman was shown or shortlisted for a need: counted once, at her best rank, and erased with her. */
@Entity('exposure')
@Check('exposure_kind_known', isOneOf('kind', EXPOSURE_KINDS))
@Check('exposure_rank_positive', 'rank > 0')
@Index('exposure_of_mediator', ['mediatorId'])
@Index('exposure_at', ['at'])
export class ExposureEntity {
  @PrimaryColumn('uuid', { name: 'need_id', primaryKeyConstraintName: 'exposure_pkey' })
  needId!: string;

  @ManyToOne(() => NeedEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'need_id', foreignKeyConstraintName: 'exposure_need' })
  need!: Relation<NeedEntity>;

  @ForeignKey('MediatorEntity', { name: 'exposure_mediator', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'mediator_id', primaryKeyConstraintName: 'exposure_pkey' })
  mediatorId!: string;

  /** What she was called when she was shown: what she was shown as before does not follow her. */
  @PrimaryColumn('uuid', { name: 'public_id', primaryKeyConstraintName: 'exposure_pkey' })
  publicId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'exposure_pkey' })
  kind!: ExposureKind;

  /** The best so far, from 1. */
  @Column('integer')
  rank!: number;

  /** When it first happened. */
  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
