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
  INCIDENT_REPORTERS,
  type IncidentKind,
  type IncidentReporter,
  type Severity,
} from './lists.js';

/** Something that happened to her at work. The desk's safety officer and she herself read it, and nobody else. */
@Entity('incident')
@Check('incident_reporter_known', isOneOf('reporter', INCIDENT_REPORTERS))
@Index('incident_of_deployment', ['deploymentId', 'id'])
export class IncidentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'incident_pkey' })
  id!: string;

  @ForeignKey('DeploymentEntity', { name: 'incident_deployment', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'deployment_id' })
  deploymentId!: string;

  @Column('text')
  reporter!: IncidentReporter;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'incident_data_key' })
  key!: Relation<DataKeyEntity>;

  /** `IncidentRecord` as JSON: also its kind and severity, so that the rows of the table tell nothing. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'reported_at' })
  reportedAt!: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}

/** What an incident holds. */
export interface IncidentRecord {
  readonly kind: IncidentKind;
  readonly severity: Severity;
  /** ISO 8601. */
  readonly happenedOn: string;
  readonly words: string;
  /** What was done about it. */
  readonly action: string;
}
