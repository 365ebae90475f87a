import type { Vault } from '#vault';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';

/** Whose account belongs to a subject of an issuer: the only way in through a sign-in service. */
@Entity('openid_identity')
@Index('openid_identity_of_account', ['accountId'])
export class OpenIdIdentityEntity {
  @PrimaryColumn('bytea', {
    name: 'subject_index',
    primaryKeyConstraintName: 'openid_identity_pkey',
    comment: 'Blind index of issuer and subject.',
  })
  subjectIndex!: Buffer;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'openid_identity_account' })
  account!: AccountEntity;
}

/** Some issuers put an address into the subject, so it is stored as a blind index. */
export function subjectIndex(
  vault: Pick<Vault, 'index'>,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Buffer {
  return vault.index(`openid:${JSON.stringify([issuer, subject])}`);
}
