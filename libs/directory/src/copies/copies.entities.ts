import { isOneOf } from '#database';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MediatorEntity } from '../mediator/mediator.entity.js';
import { COPY_FORMATS, COPY_KINDS, type CopyFormat, type CopyKind } from './copy-kinds.js';

/** Something with profiles in it that somebody took away, once for each reader, format and day. */
@Entity('issued_copy')
@Check('issued_copy_kind_known', isOneOf('kind', COPY_KINDS))
@Check('issued_copy_format_known', isOneOf('format', COPY_FORMATS))
@Index('issued_copy_once', ['sourceId', 'issuedTo', 'format', 'issuedOn'], { unique: true })
export class IssuedCopyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'issued_copy_pkey' })
  id!: string;

  @Column('text')
  kind!: CopyKind;

  @Column('text')
  format!: CopyFormat;

  /** All copies of one source are recalled together: the shortlist of a briefing; a file is a source of its own. */
  @Column('uuid', { name: 'source_id' })
  sourceId!: string;

  /** As the audit log names whoever has it. */
  @Column('text', { name: 'issued_to' })
  issuedTo!: string;

  /** Whose list it is. */
  @ForeignKey('NetworkEntity', { name: 'issued_copy_network' })
  @Column('uuid', { name: 'network_id', nullable: true })
  networkId!: string | null;

  /** For which it was read. */
  @ForeignKey('OrganizationEntity', { name: 'issued_copy_organization' })
  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId!: string | null;

  /** Whether it holds contact data, and the purpose that was stated. */
  @Column('text', { name: 'contact_purpose', nullable: true })
  contactPurpose!: string | null;

  /** In UTC. */
  @Column('date', { name: 'issued_on' })
  issuedOn!: string;

  /** When it was last taken away on that day. */
  @Column('timestamptz', { name: 'issued_at', default: () => 'now()' })
  issuedAt!: Date;

  /**
   * The networks that are told of a briefing, as they were when it was taken away: how many of its women are in it, null where
   * that could tell which.
   */
  @Column('jsonb', { default: {} })
  told!: Readonly<Record<string, number | null>>;

  @Column('text', { name: 'recalled_by', nullable: true })
  recalledBy!: string | null;

  @Column('timestamptz', { name: 'recalled_at', nullable: true })
  recalledAt!: Date | null;
}

/** One woman whose profile is in it. */
@Entity('issued_copy_mediator')
@Index('issued_copy_mediator_of', ['mediatorId'])
export class IssuedCopyMediatorEntity {
  @ForeignKey(() => IssuedCopyEntity, { name: 'issued_copy_mediator_copy', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', {
    name: 'copy_id',
    primaryKeyConstraintName: 'issued_copy_mediator_pkey',
  })
  copyId!: string;

  @ForeignKey(() => MediatorEntity, {
    name: 'issued_copy_mediator_mediator',
    onDelete: 'CASCADE',
  })
  @PrimaryColumn('uuid', {
    name: 'mediator_id',
    primaryKeyConstraintName: 'issued_copy_mediator_pkey',
  })
  mediatorId!: string;
}
