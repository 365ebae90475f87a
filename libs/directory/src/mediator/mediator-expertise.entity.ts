import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import type { ExpertiseLevel } from '#vocabulary';
import { MediatorEntity } from './mediator.entity.js';

/** A field of her expertise. */
@Entity('mediator_expertise')
@Check('mediator_expertise_form', `expertise ~ '^[a-z]+(\\.[a-z0-9-]+)?$'`)
@Check('mediator_expertise_level_range', 'level BETWEEN 1 AND 3')
export class MediatorExpertiseEntity {
  @PrimaryColumn('uuid', {
    name: 'mediator_id',
    primaryKeyConstraintName: 'mediator_expertise_pkey',
  })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'mediator_expertise_mediator' })
  mediator!: Relation<MediatorEntity>;

  /** A domain, or `domain.topic`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'mediator_expertise_pkey' })
  expertise!: string;

  /** 1 familiar, 2 practitioner, 3 expert. */
  @Column('smallint')
  level!: ExpertiseLevel;
}
