import { isOneOf } from '#database';
import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { PROFICIENCIES, type Proficiency } from '#vocabulary';
import { MediatorEntity } from './mediator.entity.js';

/** A language she works in. */
@Entity('mediator_language')
@Check('mediator_language_form', `language ~ '^[a-z]{2,3}$'`)
@Check('mediator_language_level_known', isOneOf('level', PROFICIENCIES))
export class MediatorLanguageEntity {
  @PrimaryColumn('uuid', {
    name: 'mediator_id',
    primaryKeyConstraintName: 'mediator_language_pkey',
  })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'mediator_language_mediator' })
  mediator!: Relation<MediatorEntity>;

  /** BCP 47, canonical. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'mediator_language_pkey' })
  language!: string;

  @Column('text')
  level!: Proficiency;
}
