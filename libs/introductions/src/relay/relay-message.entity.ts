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
import {
  RELAY_AUTHORS,
  RELAY_SIDES,
  RELAY_STATES,
  type RelayAuthor,
  type RelaySide,
  type RelayState,
} from './relay-states.js';

/** A message that goes through the desk. It goes with the ask, and so with her. */
@Entity('relay_message')
@Check('relay_message_author_known', isOneOf('author', RELAY_AUTHORS))
@Check('relay_message_recipient_known', isOneOf('recipient', RELAY_SIDES))
@Check('relay_message_not_to_itself', 'recipient <> author')
@Check('relay_message_state_known', isOneOf('state', RELAY_STATES))
@Check(
  'relay_message_handled_whole',
  `(state = 'waiting') = (handled_at IS NULL) AND (handled_at IS NULL) = (handled_by IS NULL)`,
)
@Index('relay_message_of_introduction', ['introductionId', 'id'])
export class RelayMessageEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'relay_message_pkey' })
  id!: string;

  @ForeignKey('IntroductionEntity', { name: 'relay_message_introduction', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'introduction_id' })
  introductionId!: string;

  @Column('text')
  author!: RelayAuthor;

  @Column('text')
  recipient!: RelaySide;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'relay_message_data_key' })
  key!: Relation<DataKeyEntity>;

  /** `RelayContents` as JSON. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('text', { default: 'waiting' })
  state!: RelayState;

  /** Opaque name of the actor. */
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'handled_at', nullable: true })
  handledAt!: Date | null;

  /** Opaque name of the actor. */
  @Column('text', { name: 'handled_by', nullable: true })
  handledBy!: string | null;
}
