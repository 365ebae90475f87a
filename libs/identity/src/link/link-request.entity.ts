import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A link that somebody asked for, until a job has looked up whose address it is. */
@Entity('link_request')
@Check('link_request_purpose_known', `purpose IN ('password-reset', 'sign-in')`)
export class LinkRequestEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'link_request_pkey' })
  id!: string;

  @Column('text')
  purpose!: 'password-reset' | 'sign-in';

  @Column('bytea', { name: 'email_index' })
  emailIndex!: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
