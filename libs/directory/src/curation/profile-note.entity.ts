import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { MediatorEntity } from '../mediator/mediator.entity.js';

/** A note of her curators, or a question that they sent her. She reads it too. */
@Entity('profile_note')
@Index('profile_note_of', ['mediatorId', 'id'])
export class ProfileNoteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'profile_note_pkey' })
  id!: string;

  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'profile_note_mediator' })
  mediator!: Relation<MediatorEntity>;

  @Column('text')
  text!: string;

  @Column('text', { name: 'written_by' })
  writtenBy!: string;

  /** A question that she was asked to answer. */
  @Column('boolean', { default: false })
  asks!: boolean;

  @Column('timestamptz', { name: 'written_at', default: () => 'now()' })
  writtenAt!: Date;
}
