import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One try of a password, a code or a link. */
@Entity('attempt')
@Index('attempt_subject', ['subject', 'at'])
@Index('attempt_at', ['at'])
export class AttemptEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attempt_pkey' })
  id!: string;

  /** Keyed hash of whose account, or from where. */
  @Column('bytea')
  subject!: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
