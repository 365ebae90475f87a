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
  Unique,
} from 'typeorm';
import { DeploymentEntity } from '../deployment/deployment.entity.js';

/**
 * That one mediator was the mentor of another, from the first to the last day on which they worked together. Each of the
 * two decides for herself whether her profile says so; it never says who the other was. When one is erased, the other's part stays.
 */
@Entity('mentoring')
@Unique('mentoring_once', ['deploymentId'])
@Check('mentoring_form_known', isOneOf('form', ALONGSIDE))
@Check('mentoring_of_two', 'mentor_id <> newcomer_id')
@Check('mentoring_days_in_order', 'ended_on >= began_on')
@Index('mentoring_of_mentor', ['mentorId'])
@Index('mentoring_of_newcomer', ['newcomerId'])
export class MentoringEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mentoring_pkey' })
  id!: string;

  /** Of the newcomer; null once she was erased. */
  @Column('uuid', { name: 'deployment_id', nullable: true })
  deploymentId!: string | null;

  @ManyToOne(() => DeploymentEntity, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'deployment_id', foreignKeyConstraintName: 'mentoring_deployment' })
  deployment!: Relation<DeploymentEntity> | null;

  @ForeignKey('MediatorEntity', { name: 'mentoring_mentor', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'mentor_id', nullable: true })
  mentorId!: string | null;

  @ForeignKey('MediatorEntity', { name: 'mentoring_newcomer', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'newcomer_id', nullable: true })
  newcomerId!: string | null;

  @Column('text')
  form!: Alongside;

  @Column('date', { name: 'began_on' })
  beganOn!: string;

  @Column('date', { name: 'ended_on' })
  endedOn!: string;

  /** Whether the profile of each says so. */
  @Column('boolean', { name: 'shown_of_mentor', default: false })
  shownOfMentor!: boolean;

  @Column('boolean', { name: 'shown_of_newcomer', default: false })
  shownOfNewcomer!: boolean;
}
