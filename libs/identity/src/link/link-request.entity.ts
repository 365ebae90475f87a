import { isOneOf } from '#database';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Links that are sent to whoever asks for one by her address. */
export const REQUESTED_LINKS = ['password-reset', 'sign-in'] as const;
export type RequestedLink = (typeof REQUESTED_LINKS)[number];

/** A link that somebody asked for, until a job has looked up whose address it is. */
@Entity('link_request')
@Check('link_request_purpose_known', isOneOf('purpose', REQUESTED_LINKS))
export class LinkRequestEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'link_request_pkey' })
  id!: string;

  @Column('text')
  purpose!: RequestedLink;

  @Column('bytea', { name: 'email_index' })
  emailIndex!: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
