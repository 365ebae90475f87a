import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MediatorEntity } from './mediator.entity.js';

/**
 * Contact and security data, apart from the profile so that no query for a profile can touch it.
 * Nothing but the import writes it and nothing reads it until identities exist.
 */
@Entity('mediator_contact', {
  comment: 'Contact and security data: read by one repository only, in no search document.',
})
export class MediatorContactEntity {
  @PrimaryColumn('uuid', {
    name: 'mediator_id',
    primaryKeyConstraintName: 'mediator_contact_pkey',
  })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'mediator_contact_mediator' })
  mediator!: Relation<MediatorEntity>;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { nullable: true })
  telephone!: string | null;

  @Column('text', { name: 'postal_address', nullable: true })
  postalAddress!: string | null;

  @Column('text', { name: 'emergency_contact', nullable: true })
  emergencyContact!: string | null;

  @Column('text', { name: 'security_notes', nullable: true })
  securityNotes!: string | null;

  @Column('date', { name: 'date_of_birth', nullable: true })
  dateOfBirth!: string | null;
}
