import { isOneOf } from '#database';
import type { Locale } from '#vocabulary';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SHARINGS, type Sharing } from '../records/lists.js';
import {
  ANALYSIS_TIMINGS,
  type AnalysisQuestion,
  type AnalysisTiming,
  type AnalysisUse,
} from './lists.js';

/** For what an analysis was used. */
export interface UsedIn {
  readonly kind: AnalysisUse;
  /** Which plan, need or process, such as its title. */
  readonly text: string;
}

/** A gender-sensitive conflict analysis of an actor. Its words are in one language. */
@Entity('wps_analysis')
@Check('wps_analysis_sharing_known', isOneOf('sharing', SHARINGS))
@Check('wps_analysis_timing_known', isOneOf('timing', ANALYSIS_TIMINGS))
@Index('wps_analysis_of_actor', ['actorId', 'id'])
export class AnalysisEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_analysis_pkey' })
  id!: string;

  @ForeignKey('ActorEntity', { name: 'wps_analysis_actor' })
  @Column('uuid', { name: 'actor_id' })
  actorId!: string;

  @Column('text')
  language!: Locale;

  @Column('text')
  title!: string;

  /** A code of the vocabulary. */
  @Column('text')
  territory!: string;

  @Column('date', { name: 'done_on' })
  doneOn!: string;

  @Column('text')
  method!: string;

  @Column('text')
  timing!: AnalysisTiming;

  /** The office or organization that made it. */
  @Column('text')
  office!: string;

  /** Answers by their question; a question that is not here was not answered. */
  @Column('jsonb')
  answers!: Partial<Record<AnalysisQuestion, string>>;

  @Column('jsonb', { name: 'used_in' })
  usedIn!: UsedIn[];

  @Column('text', { default: 'own' })
  sharing!: Sharing;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
