import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An erased mediator, by opaque id only, so that read models learn of the erasure. */
@Entity('mediator_erased')
@Index('mediator_erased_changed_xid', ['changedXid'])
export class MediatorErasedEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mediator_erased_pkey' })
  id!: string;

  @Column('bigint', { name: 'changed_xid', default: () => 'current_xid()' })
  changedXid!: string;
}
