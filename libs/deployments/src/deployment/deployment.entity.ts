import { isOneOf } from '#database';
import { ENGAGEMENTS, TERMS_MODES, type Engagement, type TermsMode } from '#introductions';
import { DataKeyEntity } from '#vault';
import { ROLES, SUPPORTS, TRACKS, type Role, type Support, type Track } from '#vocabulary';
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
  type Relation,
} from 'typeorm';
import { SETTINGS, type Setting } from '../clearance/kinds.js';
import { DEPLOYMENT_STATES, type DeploymentState } from './deployment-steps.js';
import {
  END_REASONS,
  EXPERIENCE_OFFERS,
  OUTCOME_READERS,
  OUTCOMES,
  PLACES,
  RHYTHMS,
  SIDES,
  type EndReason,
  type ExperienceOffer,
  type Outcome,
  type OutcomeReaders,
  type Place,
  type Rhythm,
  type Side,
} from './lists.js';

/** A woman at work for an organizer, from the plan to the last report. */
@Entity('deployment')
@Unique('deployment_once', ['introductionId', 'place'])
@Check('deployment_place_known', isOneOf('place', PLACES))
@Check('deployment_state_known', isOneOf('state', DEPLOYMENT_STATES))
@Check('deployment_mode_known', isOneOf('mode', TERMS_MODES))
@Check('deployment_setting_known', isOneOf('setting', SETTINGS))
@Check('deployment_support_known', isOneOf('support', SUPPORTS))
@Check('deployment_engagement_known', isOneOf('engagement', ENGAGEMENTS))
@Check('deployment_role_known', isOneOf('role', ROLES))
@Check('deployment_track_known', isOneOf('track', TRACKS))
@Check('deployment_rhythm_known', isOneOf('rhythm', RHYTHMS))
@Check('deployment_ended_by_known', isOneOf('ended_by', SIDES))
@Check('deployment_proposed_by_known', isOneOf('proposed_by', SIDES))
@Check('deployment_reason_known', isOneOf('reason', END_REASONS))
@Check('deployment_outcome_known', isOneOf('outcome', OUTCOMES))
@Check('deployment_outcome_readers_known', isOneOf('outcome_readers', OUTCOME_READERS))
@Check('deployment_gender_readers_known', isOneOf('gender_readers', OUTCOME_READERS))
@Check('deployment_experience_known', isOneOf('experience', EXPERIENCE_OFFERS))
@Check('deployment_territory_form', `territory ~ '^[A-Z]{2}$'`)
@Check('deployment_days_in_order', 'ends_on >= starts_on')
@Check('deployment_percent_range', 'percent BETWEEN 1 AND 100')
@Check('deployment_grace_range', 'grace_hours BETWEEN 1 AND 72')
@Check('deployment_check_in_time_form', `check_in_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`)
@Check('deployment_wakes', `(state IN ('cancelled', 'closed')) = (wake_at IS NULL)`)
@Index('deployment_of_need', ['needId'])
@Index('deployment_of_mediator', ['mediatorId'])
@Index('deployment_of_organization', ['organizationId', 'id'])
@Index('deployment_of_network', ['networkId', 'id'])
@Index('deployment_wake', ['wakeAt'], { where: 'wake_at IS NOT NULL' })
export class DeploymentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'deployment_pkey' })
  id!: string;

  /** The connected introduction that it began with, by the organizer's side: it stays when another who is placed with her is erased. */
  @ForeignKey('IntroductionShownEntity', { name: 'deployment_introduction', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'introduction_id' })
  introductionId!: string;

  @Column('text', { default: 'lead' })
  place!: Place;

  @ForeignKey('NeedEntity', { name: 'deployment_need' })
  @Column('uuid', { name: 'need_id' })
  needId!: string;

  @ForeignKey('MediatorEntity', { name: 'deployment_mediator', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  @ForeignKey('OrganizationEntity', { name: 'deployment_organization' })
  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  /** Whose desk acts for her. */
  @ForeignKey('NetworkEntity', { name: 'deployment_network' })
  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  @Column('text', { default: 'planned' })
  state!: DeploymentState;

  @Column('text')
  mode!: TermsMode;

  /** Which lines of clearance are asked for; null until clearance begins. */
  @Column('text', { nullable: true })
  setting!: Setting | null;

  @Column('text', { nullable: true })
  support!: Support | null;

  @Column('text')
  engagement!: Engagement;

  @Column('text', { nullable: true })
  role!: Role | null;

  @Column('text', { nullable: true })
  track!: Track | null;

  /** ISO 3166-1 alpha-2; null if she works from where she is. */
  @Column('text', { nullable: true })
  territory!: string | null;

  /** First and last day as they are planned now. */
  @Column('date', { name: 'starts_on' })
  startsOn!: string;

  @Column('date', { name: 'ends_on' })
  endsOn!: string;

  /** The last day before any extension. */
  @Column('date', { name: 'first_ends_on' })
  firstEndsOn!: string;

  /** The later last day that one side proposes, and which side. */
  @Column('date', { name: 'proposed_until', nullable: true })
  proposedUntil!: string | null;

  @Column('text', { name: 'proposed_by', nullable: true })
  proposedBy!: Side | null;

  /** Of full time. */
  @Column('smallint')
  percent!: number;

  /** The terms that both sides accepted. */
  @Column('integer', { name: 'terms_revision' })
  termsRevision!: number;

  /** When she began and ended. */
  @Column('timestamptz', { name: 'began_at', nullable: true })
  beganAt!: Date | null;

  /** When it was completed, ended early or cancelled. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** Which side ended, cancelled or suspended it last, and why. */
  @Column('text', { name: 'ended_by', nullable: true })
  endedBy!: Side | null;

  @Column('text', { nullable: true })
  reason!: EndReason | null;

  @Column('text', { nullable: true })
  outcome!: Outcome | null;

  @Column('text', { name: 'outcome_readers', default: 'restricted' })
  outcomeReaders!: OutcomeReaders;

  /** Whether what was agreed mentions women, girls or gender, as PA-X counts it (peaceagreements.org). */
  @Column('boolean', { name: 'gender_provisions', nullable: true })
  genderProvisions!: boolean | null;

  @Column('text', { name: 'gender_readers', default: 'restricted' })
  genderReaders!: OutcomeReaders;

  /** What became of the offer to add the work to her profile; null before there is one. */
  @Column('text', { nullable: true })
  experience!: ExperienceOffer | null;

  @Column('text', { default: 'none' })
  rhythm!: Rhythm;

  /** When she says that all is well, in her time zone: hours and minutes. */
  @Column('text', { name: 'check_in_time', default: '12:00' })
  checkInTime!: string;

  /** IANA name. */
  @Column('text', { name: 'time_zone', default: 'UTC' })
  timeZone!: string;

  /** Hours after which a check-in that is due is missed. */
  @Column('smallint', { name: 'grace_hours', default: 4 })
  graceHours!: number;

  /** The least number of days before its end of which both sides were told: 14, 7 or 1. */
  @Column('smallint', { name: 'told_days', nullable: true })
  toldDays!: number | null;

  /** The last day on which everybody was told of what is overdue. */
  @Column('date', { name: 'told_on', nullable: true })
  toldOn!: string | null;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'deployment_data_key' })
  key!: Relation<DataKeyEntity>;

  /** `DeploymentWords` as JSON. */
  @Column('bytea')
  sealed!: Buffer;

  /** When the clock looks at it next; null once it is over. */
  @Column('timestamptz', { name: 'wake_at', nullable: true })
  wakeAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  /** Opaque name of the actor. */
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;

  /** Grows with every change that the organizer is shown. */
  @Column('integer', { name: 'shown_revision', default: 1 })
  shownRevision!: number;
}
