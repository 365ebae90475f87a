import { isOneOf } from '#database';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ProfileState } from '../fields/closed-lists.js';
import { MediatorEntity } from '../mediator/mediator.entity.js';
import { HIDING_REASONS, type HidingReason } from './hiding-reasons.js';

/** Many women taken out of sight at once. */
@Entity('hiding')
@Check('hiding_reason_known', isOneOf('reason', HIDING_REASONS))
export class HidingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hiding_pkey' })
  id!: string;

  /** Whose women it hid; null if they were named without a network. */
  @ForeignKey('NetworkEntity', { name: 'hiding_network' })
  @Column('uuid', { name: 'network_id', nullable: true })
  networkId!: string | null;

  /** Whether its women were named one by one. Else it hid all of the network and its chapters. */
  @Column('boolean', { name: 'one_by_one', default: false })
  oneByOne!: boolean;

  /** Whether a coordinator of the network asked for it, and so its coordinators may lift it. */
  @Column('boolean', { name: 'by_coordinator', default: false })
  byCoordinator!: boolean;

  @Column('text', { default: 'other' })
  reason!: HidingReason;

  /** As the audit log names her. */
  @Column('text', { name: 'hidden_by' })
  hiddenBy!: string;

  @Column('timestamptz', { name: 'hidden_at', default: () => 'now()' })
  hiddenAt!: Date;

  @Column('text', { name: 'lifted_by', nullable: true })
  liftedBy!: string | null;

  @Column('timestamptz', { name: 'lifted_at', nullable: true })
  liftedAt!: Date | null;
}

/** One woman whom it hid. */
@Entity('hiding_mediator')
@Index('hiding_mediator_of', ['mediatorId'])
export class HidingMediatorEntity {
  @ForeignKey(() => HidingEntity, { name: 'hiding_mediator_hiding', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'hiding_id', primaryKeyConstraintName: 'hiding_mediator_pkey' })
  hidingId!: string;

  @ForeignKey(() => MediatorEntity, { name: 'hiding_mediator_mediator', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'mediator_id', primaryKeyConstraintName: 'hiding_mediator_pkey' })
  mediatorId!: string;

  @Column('text', { name: 'state_before' })
  stateBefore!: ProfileState;

  /** Of her profile when she was hidden. */
  @Column('integer')
  revision!: number;

  /** When somebody brought her back by hand: the hiding holds her no longer. */
  @Column('timestamptz', { name: 'released_at', nullable: true })
  releasedAt!: Date | null;
}
