import { isOneOf } from '#database';
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
import { MediatorEntity } from '../mediator/mediator.entity.js';
import { NetworkEntity } from '../network/network.entity.js';
import {
  LINK_STATES,
  LINK_VERDICTS,
  type LinkBar,
  type LinkState,
  type LinkVerdict,
} from './verdicts.js';

/** The list of a network as it was when it was last searched for women whom it holds twice. */
@Entity('duplicate_search')
export class DuplicateSearchEntity {
  @ForeignKey(() => NetworkEntity, { name: 'duplicate_search_network' })
  @PrimaryColumn('uuid', { name: 'network_id', primaryKeyConstraintName: 'duplicate_search_pkey' })
  networkId!: string;

  /** A digest of the versions of its records. */
  @Column('text')
  searched!: string;

  @Column('timestamptz', { name: 'searched_at', default: () => 'now()' })
  searchedAt!: Date;
}

/**
 * Two records that are perhaps of one woman, as one network is shown them, or one of the two women herself, and what was
 * decided about them.
 */
@Entity('duplicate_pair')
@Check('duplicate_pair_ordered', 'one_id < other_id')
@Check('duplicate_pair_state_known', isOneOf('state', LINK_STATES))
@Index('duplicate_pair_once', ['networkId', 'across', 'oneId', 'otherId'], { unique: true })
@Check('duplicate_pair_of_one_side', 'num_nonnulls(network_id, for_id) = 1')
@Index('duplicate_pair_for_her', ['forId', 'oneId', 'otherId'], { unique: true })
@Index('duplicate_pair_of_one', ['oneId'])
@Index('duplicate_pair_of_other', ['otherId'])
export class DuplicatePairEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'duplicate_pair_pkey' })
  id!: string;

  @ForeignKey(() => NetworkEntity, { name: 'duplicate_pair_network' })
  @Column('uuid', { name: 'network_id', nullable: true })
  networkId!: string | null;

  /** The mediator herself, who alone is shown this row; null where it is of a network. */
  @ForeignKey(() => MediatorEntity, { name: 'duplicate_pair_for', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'for_id', nullable: true })
  forId!: string | null;

  /** Networks that may know her word, by id. */
  @Column('uuid', { array: true, default: '{}' })
  told!: readonly string[];

  /** Her public id when she told them; another after a code name was taken or given up. */
  @Column('uuid', { name: 'told_as', nullable: true })
  toldAs!: string | null;

  /** Whether the network lists one of the two and another network the other; else it lists both. */
  @Column('boolean', { default: false })
  across!: boolean;

  @ForeignKey(() => MediatorEntity, { name: 'duplicate_pair_one', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'one_id' })
  oneId!: string;

  @ForeignKey(() => MediatorEntity, { name: 'duplicate_pair_other', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'other_id' })
  otherId!: string;

  /** Thousandths of a bit: log2 of the odds that they are one woman. */
  @Column('integer')
  weight!: number;

  /** Version of the model that weighed them. */
  @Column('text')
  model!: string;

  @Column('jsonb')
  bars!: readonly LinkBar[];

  @Column('text', { default: 'open' })
  state!: LinkState;

  @Column('integer', { default: 1 })
  revision!: number;

  @Column('timestamptz', { name: 'found_at', default: () => 'now()' })
  foundAt!: Date;
}

/** A verdict, who gave it and why. The words are sealed: they may hold anything. */
@Entity('duplicate_decision')
@Check('duplicate_decision_verdict_known', isOneOf('verdict', LINK_VERDICTS))
@Index('duplicate_decision_pair', ['pairId'])
export class DuplicateDecisionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'duplicate_decision_pkey' })
  id!: string;

  @ForeignKey(() => DuplicatePairEntity, { name: 'duplicate_decision_of', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'pair_id' })
  pairId!: string;

  @Column('text')
  verdict!: LinkVerdict;

  /** Opaque name of the actor. */
  @Column('text', { name: 'decided_by' })
  decidedBy!: string;

  @Column('timestamptz', { name: 'decided_at', default: () => 'now()' })
  decidedAt!: Date;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'duplicate_decision_data_key' })
  key!: Relation<DataKeyEntity>;

  @Column('bytea')
  reason!: Buffer;
}

/** That somebody looked at how a woman's record compares with another. */
@Entity('duplicate_look')
@Index('duplicate_look_of', ['mediatorId'])
export class DuplicateLookEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'duplicate_look_pkey' })
  id!: string;

  @ForeignKey(() => MediatorEntity, { name: 'duplicate_look_mediator', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  @ForeignKey(() => NetworkEntity, { name: 'duplicate_look_network' })
  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  /** Opaque name of the actor. */
  @Column('text')
  viewer!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
