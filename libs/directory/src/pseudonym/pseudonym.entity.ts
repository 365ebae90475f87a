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
import { PseudonymClassEntity } from './pseudonym-class.entity.js';

/** The place of a woman with a code name among the classes. */
@Entity('pseudonym')
@Index('pseudonym_class_members', ['classId'])
@Index('pseudonym_changed_xid', ['changedXid'])
export class PseudonymEntity {
  @PrimaryColumn('uuid', {
    name: 'mediator_id',
    primaryKeyConstraintName: 'pseudonym_pkey',
  })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'pseudonym_mediator' })
  mediator!: Relation<MediatorEntity>;

  @Column('uuid', { name: 'class_id', nullable: true })
  classId!: string | null;

  @ManyToOne(() => PseudonymClassEntity, { nullable: true })
  @JoinColumn({ name: 'class_id', foreignKeyConstraintName: 'pseudonym_of_class' })
  class!: Relation<PseudonymClassEntity> | null;

  @Column('boolean', {
    default: true,
    comment: 'She may be given values that tell more, when classes are made anew.',
  })
  asks!: boolean;

  @Column('bigint', { name: 'changed_xid', default: () => 'current_xid()' })
  changedXid!: string;
}
