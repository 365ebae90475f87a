import { isOneOf } from '#database';
import { DataKeyEntity } from '#vault';
import type { Locale } from '#vocabulary';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
} from 'typeorm';
import { ACCOUNT_ROLES, type AccountRole } from '../account/account-role.entity.js';
import { OrganizationEntity } from '../organization/organization.entity.js';
import { INVITATION_STATES, type InvitationState } from './invitation-steps.js';

/** That somebody may become something: whoever has the link that was sent to her address. */
@Entity('invitation')
@Check('invitation_role_known', isOneOf('role', ACCOUNT_ROLES))
@Check('invitation_state_known', isOneOf('state', INVITATION_STATES))
@Check(
  'invitation_role_whole',
  `(role IN ('coordinator', 'mediator')) = (network_id IS NOT NULL)
    AND (role = 'mediator') = (mediator_id IS NOT NULL)
    AND (role IN ('organizer', 'focal-point')) = (organization_id IS NOT NULL)`,
)
@Index('invitation_of_network', ['networkId'])
export class InvitationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitation_pkey' })
  id!: string;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'invitation_data_key' })
  key!: DataKeyEntity;

  /** `Invited` as JSON. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('bytea', { name: 'email_index' })
  emailIndex!: Buffer;

  @Column('text')
  locale!: Locale;

  @Column('text')
  role!: AccountRole;

  /** Which a coordinator will coordinate, or which lists a mediator. */
  @ForeignKey('NetworkEntity', { name: 'invitation_network' })
  @Column('uuid', { name: 'network_id', nullable: true })
  networkId!: string | null;

  /** The profile that will be hers. */
  @ForeignKey('MediatorEntity', { name: 'invitation_mediator', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'mediator_id', nullable: true })
  mediatorId!: string | null;

  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId!: string | null;

  @ManyToOne(() => OrganizationEntity)
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'invitation_organization' })
  organization!: OrganizationEntity | null;

  /** As the audit log names it. */
  @Column('text', { name: 'invited_by' })
  invitedBy!: string;

  @Column('text', { default: 'open' })
  state!: InvitationState;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
