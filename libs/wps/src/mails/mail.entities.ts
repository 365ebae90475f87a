import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Which mails about the agenda somebody wants. Without a row: all of them. */
@Entity('wps_mail_choice')
export class MailChoiceEntity {
  @ForeignKey('AccountEntity', { name: 'wps_mail_choice_account', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'wps_mail_choice_pkey' })
  accountId!: string;

  /** What her actor owes, once a week. */
  @Column('boolean')
  owing!: boolean;

  /** The papers for a meeting. */
  @Column('boolean')
  packs!: boolean;
}

/** That a mail was sent to somebody: it is never sent twice. */
@Entity('wps_mail_told')
@Index('wps_mail_told_on', ['on'])
export class MailToldEntity {
  @ForeignKey('AccountEntity', { name: 'wps_mail_told_account', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'wps_mail_told_pkey' })
  accountId!: string;

  /** `owing` with the Monday of its week, or `pack` with the id of its meeting. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'wps_mail_told_pkey' })
  about!: string;

  @Column('date', { name: 'told_on' })
  on!: string;
}
