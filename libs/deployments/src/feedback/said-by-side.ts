import { Column } from 'typeorm';
import type { FeedbackSide } from './feedback-lists.js';

/** What one side of a deployment said when it looked back: once, sealed whole, and changed until it counts. */
export abstract class SaidBySide {
  @Column('uuid', { name: 'deployment_id' })
  deploymentId!: string;

  /** Who said it. */
  @Column('text')
  side!: FeedbackSide;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @Column('bytea')
  sealed!: Buffer;

  /** Opaque name of the actor. */
  @Column('text', { name: 'given_by' })
  givenBy!: string;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
