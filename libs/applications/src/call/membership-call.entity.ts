import { areAllOf, isOneOf } from '#database';
import { LOCALES, type Locale } from '#vocabulary';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CALL_STATES, type CallState } from './call-steps.js';

/** Text by language of the pages. */
export type Texts = Partial<Record<Locale, string>>;

/** A network's call for new members. */
@Entity('membership_call')
@Check('membership_call_state_known', isOneOf('state', CALL_STATES))
@Check('membership_call_languages_known', areAllOf('languages', LOCALES))
@Check('membership_call_languages_some', 'cardinality(languages) > 0')
@Check('membership_call_days_in_order', 'closes_on >= opens_on')
@Index('membership_call_of_network', ['networkId', 'id'])
export class MembershipCallEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'membership_call_pkey' })
  id!: string;

  @ForeignKey('NetworkEntity', { name: 'membership_call_network' })
  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  @Column('text', { default: 'draft' })
  state!: CallState;

  /** In each of its languages. */
  @Column('jsonb')
  titles!: Texts;

  /** Whom the network looks for, in each of its languages. */
  @Column('jsonb')
  criteria!: Texts;

  /** In which its page is offered, the first of them to whoever reads none of them. */
  @Column('text', { array: true })
  languages!: Locale[];

  /** First day on which its page takes applications, in UTC. */
  @Column('date', { name: 'opens_on' })
  opensOn!: string;

  /** The last one; null where there is none. */
  @Column('date', { name: 'closes_on', nullable: true })
  closesOn!: string | null;

  /** Opaque name of the actor. */
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
