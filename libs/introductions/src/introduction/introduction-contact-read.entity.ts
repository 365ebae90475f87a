import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { IntroductionEntity } from './introduction.entity.js';

/** That the organizer read the channels which she released. */
@Entity('introduction_contact_read')
@Index('introduction_contact_read_of_introduction', ['introductionId'])
export class IntroductionContactReadEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'introduction_contact_read_pkey' })
  id!: string;

  @Column('uuid', { name: 'introduction_id' })
  introductionId!: string;

  @ManyToOne(() => IntroductionEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({
    name: 'introduction_id',
    foreignKeyConstraintName: 'introduction_contact_read_introduction',
  })
  introduction!: Relation<IntroductionEntity>;

  /** Opaque name of the actor. */
  @Column('text')
  reader!: string;

  @Column('timestamptz')
  at!: Date;
}
