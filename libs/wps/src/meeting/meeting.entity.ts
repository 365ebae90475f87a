import { isOneOf } from '#database';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Texts } from '../records/checks.js';
import { MEETING_KINDS, type MeetingKind } from './lists.js';

/** A document of a meeting. */
export interface MeetingDocument {
  readonly title: string;
  /** The symbol of the United Nations, such as `A/72/926-S/2018/669`. */
  readonly symbol: string | null;
  readonly url: string | null;
}

/** A meeting of a network. */
@Entity('wps_meeting')
@Unique('wps_meeting_code_unique', ['code'])
@Check('wps_meeting_code_form', `code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(code) <= 64`)
@Check('wps_meeting_kind_known', isOneOf('kind', MEETING_KINDS))
@Check('wps_meeting_days_in_order', 'until_day >= from_day')
@Check('wps_meeting_source_length', 'length(source) BETWEEN 1 AND 500')
@Index('wps_meeting_of_grouping', ['groupingId', 'from'])
export class MeetingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_meeting_pkey' })
  id!: string;

  /** A slug, such as `berlin-2018`. */
  @Column('text')
  code!: string;

  /** The network that meets. */
  @ForeignKey('ActorEntity', { name: 'wps_meeting_grouping' })
  @Column('uuid', { name: 'grouping_id' })
  groupingId!: string;

  @Column('text')
  kind!: MeetingKind;

  @Column('date', { name: 'from_day' })
  from!: string;

  @Column('date', { name: 'until_day' })
  until!: string;

  @Column('text')
  place!: string;

  @Column('jsonb')
  theme!: Texts;

  @Column('jsonb')
  documents!: readonly MeetingDocument[];

  /** The document that says so. */
  @Column('text')
  source!: string;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
