import { isOneOf } from '#database';
import type { Need, NeedFairness, PresetCode } from '#matching';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
} from 'typeorm';
import type { Relation } from 'typeorm';
import { PeaceProcessEntity } from '../process/peace-process.entity.js';

/** What a need asks of the matching model: the need without its id, and how fair its ranking shall be. */
export type NeedCriteria = Omit<Need, 'id'> & { fairness?: NeedFairness };

/** From the first idea to the woman found; what leads from one to the next is in need-steps.ts. */
export const NEED_STATES = ['draft', 'open', 'shortlisting', 'filled', 'cancelled'] as const;
export type NeedState = (typeof NEED_STATES)[number];

/** `public`: shown to everyone while it is open. `restricted`: its organization's alone. */
export const CONFIDENTIALITIES = ['public', 'restricted'] as const;
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];

/** How soon a mediator is needed: it sets how long everybody has to answer an introduction. */
export const URGENCIES = ['flash', 'urgent', 'routine'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What ties of a mediator to a party, a place or a side mean for a need. */
export const INSIDER_TIES = ['barred', 'disclosed', 'wanted'] as const;
export type InsiderTies = (typeof INSIDER_TIES)[number];

/** A second place beside the mediator, for a young leader or a newcomer to Track 1. */
export const ALONGSIDE = ['shadow', 'note-taker', 'co-mediator'] as const;
export type Alongside = (typeof ALONGSIDE)[number];

/** What an organizer looks for in a process. */
@Entity('need')
@Unique('need_slug_unique', ['slug'])
@Check('need_confidentiality_known', isOneOf('confidentiality', CONFIDENTIALITIES))
@Check('need_state_known', isOneOf('state', NEED_STATES))
@Check('need_wanted_range', 'wanted BETWEEN 1 AND 100')
@Check('need_engaged_range', 'engaged BETWEEN 0 AND wanted')
@Check('need_urgency_known', isOneOf('urgency', URGENCIES))
@Check('need_insider_ties_known', isOneOf('insider_ties', INSIDER_TIES))
@Check('need_alongside_known', isOneOf('alongside', ALONGSIDE))
@Check(
  'need_times_of_state',
  `CASE state WHEN 'draft' THEN opened_at IS NULL WHEN 'cancelled' THEN true ELSE opened_at IS NOT NULL END
  AND (state IN ('filled', 'cancelled')) = (closed_at IS NOT NULL)`,
)
@Index('need_of_organization', ['organizationId'])
export class NeedEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'need_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  title!: string;

  /** The organizer's own words. */
  @Column('text', { default: '' })
  brief!: string;

  @Column('uuid', { name: 'peace_process_id', nullable: true })
  peaceProcessId!: string | null;

  @ManyToOne(() => PeaceProcessEntity)
  @JoinColumn({ name: 'peace_process_id', foreignKeyConstraintName: 'need_peace_process' })
  peaceProcess!: Relation<PeaceProcessEntity> | null;

  @Column('text', { default: 'restricted' })
  confidentiality!: Confidentiality;

  @Column('text', { default: 'draft' })
  state!: NeedState;

  @Column('jsonb')
  criteria!: NeedCriteria;

  /** Weights of the criteria to which the need gives none; null where the model's own count. */
  @Column('text', { nullable: true })
  preset!: PresetCode | null;

  /** Whose it is; null where it is the demo's or the operator's. */
  @ForeignKey('OrganizationEntity', { name: 'need_organization' })
  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId!: string | null;

  /** Opaque name of the actor. */
  @Column('text', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  /** How many women. */
  @Column('smallint', { default: 1 })
  wanted!: number;

  /** How many of them are engaged, whatever has become of them since. */
  @Column('smallint', { default: 0 })
  engaged!: number;

  /** BCP 47. */
  @Column('text', { name: 'work_language', nullable: true })
  workLanguage!: string | null;

  /** Where the work is, in words. */
  @Column('text', { nullable: true })
  place!: string | null;

  @Column('text', { default: 'routine' })
  urgency!: Urgency;

  @Column('text', { name: 'insider_ties', default: 'disclosed' })
  insiderTies!: InsiderTies;

  /** Null where no second place is asked for. */
  @Column('text', { nullable: true })
  alongside!: Alongside | null;

  /** Part of the demo. */
  @Column('boolean', { default: false })
  fictional!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;

  /** Null while it is a draft, and where a draft was cancelled. */
  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  /** When it was filled or cancelled. */
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
