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
} from 'typeorm';

/** `disabled` means that nothing got there for days, or that the receiver said that it has gone. */
export const WEBHOOK_STATES = ['active', 'paused', 'disabled'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** Where a program is told that something changed. */
@Entity('webhook')
@Check('webhook_state_known', isOneOf('state', WEBHOOK_STATES))
@Index('webhook_of_account', ['serviceAccountId'])
export class WebhookEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_pkey' })
  id!: string;

  @ForeignKey('ServiceAccountEntity', { name: 'webhook_account', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'service_account_id' })
  serviceAccountId!: string;

  @Column('text', { default: 'active' })
  state!: WebhookState;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'webhook_data_key' })
  key!: DataKeyEntity;

  /** Address and secrets, see `SealedWebhook`. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  /** Since when nothing has got there. */
  @Column('timestamptz', { name: 'failing_since', nullable: true })
  failingSince!: Date | null;
}

/** What of a webhook is sealed: an address may hold a password of the receiver's. */
export interface SealedWebhook {
  readonly url: string;
  /** As the receiver knows it: `whsec_` and base64. */
  readonly secret: string;
  /** The secret before, which signs beside it for some time. */
  readonly previous?: { readonly secret: string; readonly until: string };
}

/** What the sealed part of a webhook is bound to. */
export function webhookPlace(id: string): string {
  return `webhook:${id}`;
}
