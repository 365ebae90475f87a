import { isOneOf } from '#database';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { SECURITY_EVENT_KINDS, type SecurityEventKind } from './security-event-kinds.js';

/** What one of those who ask was refused in one minute: how often, and nothing of what was sent. */
@Entity('security_event')
@Check('security_event_kind_known', isOneOf('kind', SECURITY_EVENT_KINDS))
@Unique('security_event_once', ['minute', 'kind', 'actor', 'accountId', 'operation'])
export class SecurityEventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'security_event_pkey' })
  id!: string;

  /** Its beginning, in UTC; that of the day for what was more than one line each may hold. */
  @Column('timestamptz')
  minute!: Date;

  @Column('text')
  kind!: SecurityEventKind;

  /** Who asked, as the audit log names her. */
  @Column('text')
  actor!: string;

  /** The account that somebody tried to sign in to; the row may outlive it. */
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: string | null;

  /** A field of the schema, or a method and the pattern of a route; null for several. */
  @Column('text', { nullable: true })
  operation!: string | null;

  @Column('bigint')
  count!: string;
}
