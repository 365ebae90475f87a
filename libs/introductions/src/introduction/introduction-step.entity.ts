import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import type { IntroductionState } from '../ask/introduction-steps.js';
import { IntroductionEntity } from './introduction.entity.js';

/** What was done with an ask, in order. The first step is `request`. */
@Entity('introduction_step')
@Index('introduction_step_of_introduction', ['introductionId', 'id'])
export class IntroductionStepEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'introduction_step_pkey' })
  id!: string;

  @Column('uuid', { name: 'introduction_id' })
  introductionId!: string;

  @ManyToOne(() => IntroductionEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({
    name: 'introduction_id',
    foreignKeyConstraintName: 'introduction_step_introduction',
  })
  introduction!: Relation<IntroductionEntity>;

  /** Of `INTRODUCTION_STEPS`, or `request`. */
  @Column('text')
  step!: string;

  /** Null for the request. */
  @Column('text', { name: 'from_state', nullable: true })
  fromState!: IntroductionState | null;

  @Column('text', { name: 'to_state' })
  toState!: IntroductionState;

  /** Opaque name of the actor. */
  @Column('text')
  actor!: string;

  @Column('timestamptz')
  at!: Date;
}
