import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { DataKeyEntity } from '#vault';
import { AccountEntity } from '../account/account.entity.js';

/** A list as somebody looked at it, kept to be looked at again. What she typed may be a name, so it is sealed. */
@Entity('saved_view')
@Check('saved_view_screen_form', `screen ~ '^[a-z0-9-]{1,60}$'`)
@Index('saved_view_of_account', ['accountId', 'screen', 'id'])
export class SavedViewEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'saved_view_pkey' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'saved_view_account' })
  account!: AccountEntity;

  /** Which list it is of, such as `members`. */
  @Column('text')
  screen!: string;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'saved_view_data_key' })
  key!: DataKeyEntity;

  /** Name and query as JSON. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
