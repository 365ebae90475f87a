import { isOneOf } from '#database';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { WebhookEntity } from './webhook.entity.js';

/** `changes`: something changed that the account may see. `test`: somebody asked for it. */
export const EVENT_KINDS = ['changes', 'test'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why a receiver did not answer; an answer has a status instead. */
export const DELIVERY_PROBLEMS = ['address', 'unreachable', 'timeout'] as const;
export type DeliveryProblem = (typeof DELIVERY_PROBLEMS)[number];

/** One message to a webhook, and what came of it. Kept for 30 days. */
@Entity('webhook_delivery')
@Check('webhook_delivery_kind_known', isOneOf('kind', EVENT_KINDS))
@Check('webhook_delivery_state_known', isOneOf('state', DELIVERY_STATES))
@Check(
  'webhook_delivery_problem_known',
  `problem IS NULL OR ${isOneOf('problem', DELIVERY_PROBLEMS)}`,
)
@Check('webhook_delivery_ended', `(state = 'waiting') = (ended_at IS NULL)`)
@Index('webhook_delivery_of_webhook', ['webhookId'])
@Index('webhook_delivery_due', ['dueAt'], { where: `state = 'waiting'` })
export class WebhookDeliveryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_delivery_pkey' })
  id!: string;

  @Column('uuid', { name: 'webhook_id' })
  webhookId!: string;

  @ManyToOne(() => WebhookEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'webhook_id', foreignKeyConstraintName: 'webhook_delivery_webhook' })
  webhook!: Relation<WebhookEntity>;

  @Column('text')
  kind!: EventKind;

  /** When what it tells of could be read first. */
  @Column('timestamptz', { name: 'told_at' })
  toldAt!: Date;

  @Column('text', { default: 'waiting' })
  state!: DeliveryState;

  @Column('smallint', { default: 0 })
  attempts!: number;

  /** When it is tried next. */
  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  /** The status of the last answer. */
  @Column('smallint', { nullable: true })
  status!: number | null;

  @Column('text', { nullable: true })
  problem!: DeliveryProblem | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
