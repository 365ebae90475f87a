import { isOneOf } from '#database';
import { ALONGSIDE, type Alongside } from '#engagement';
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
import { DeploymentEntity } from '../deployment/deployment.entity.js';
import { ALONGSIDE_STATES, type AlongsideState } from './alongside-steps.js';

/** A newcomer whom a network proposes for a second place beside a mediator, who is to be her mentor. */
@Entity('alongside_place')
@Check('alongside_place_state_known', isOneOf('state', ALONGSIDE_STATES))
@Check('alongside_place_form_known', isOneOf('form', ALONGSIDE))
@Check(
  'alongside_place_arranged_by_all',
  `state <> 'arranged' OR (newcomer_agreed_at IS NOT NULL AND organizer_agreed_at IS NOT NULL AND mentor_agreed_at IS NOT NULL)`,
)
@Check('alongside_place_open_wakes', `(state IN ('proposed', 'offered')) = (wake_at IS NOT NULL)`)
@Index('alongside_place_open', ['deploymentId'], {
  unique: true,
  where: `state IN ('proposed', 'offered')`,
})
@Index('alongside_place_of_mediator', ['mediatorId'])
@Index('alongside_place_wake', ['wakeAt'], { where: 'wake_at IS NOT NULL' })
export class AlongsidePlaceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'alongside_place_pkey' })
  id!: string;

  /** Of the mediator in the first place. */
  @Column('uuid', { name: 'deployment_id' })
  deploymentId!: string;

  @ManyToOne(() => DeploymentEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'deployment_id', foreignKeyConstraintName: 'alongside_place_deployment' })
  deployment!: Relation<DeploymentEntity>;

  /** The newcomer. */
  @ForeignKey('MediatorEntity', { name: 'alongside_place_mediator', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  /** What she was called when she was proposed. */
  @Column('uuid', { name: 'public_id' })
  publicId!: string;

  @Column('text')
  form!: Alongside;

  @Column('text', { default: 'proposed' })
  state!: AlongsideState;

  @Column('timestamptz', { name: 'newcomer_agreed_at', nullable: true })
  newcomerAgreedAt!: Date | null;

  @Column('timestamptz', { name: 'organizer_agreed_at', nullable: true })
  organizerAgreedAt!: Date | null;

  @Column('timestamptz', { name: 'mentor_agreed_at', nullable: true })
  mentorAgreedAt!: Date | null;

  /** Opaque name of the actor. */
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** When it lapses; null once it is over. */
  @Column('timestamptz', { name: 'wake_at', nullable: true })
  wakeAt!: Date | null;
}
