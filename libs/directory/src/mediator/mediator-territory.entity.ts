import { Check, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MediatorEntity } from './mediator.entity.js';

/** A territory she knows. */
@Entity('mediator_territory')
@Check('mediator_territory_form', `territory ~ '^[A-Z]{2}$'`)
export class MediatorTerritoryEntity {
  @PrimaryColumn('uuid', {
    name: 'mediator_id',
    primaryKeyConstraintName: 'mediator_territory_pkey',
  })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'mediator_territory_mediator' })
  mediator!: Relation<MediatorEntity>;

  /** ISO 3166-1 alpha-2, or CLDR's code where ISO has none. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'mediator_territory_pkey' })
  territory!: string;
}
