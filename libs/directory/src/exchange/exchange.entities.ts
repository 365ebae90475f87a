import { isOneOf } from '#database';
import { DataKeyEntity } from '#vault';
import { LOCALES, type Locale } from '#vocabulary';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { MediatorEntity } from '../mediator/mediator.entity.js';
import { HER_WORDS, type HerWord } from '../duplicates/verdicts.js';

/** A pair of Ed25519 keys by which other installations know files of this one; the latest signs. */
@Entity('installation_key')
export class InstallationKeyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'installation_key_pkey' })
  id!: string;

  /** The public key as base64url, 43 characters. */
  @Column('text', { name: 'public_key' })
  publicKey!: string;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'installation_key_data_key' })
  key!: Relation<DataKeyEntity>;

  /** The private key as a JWK. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'made_at', default: () => 'now()' })
  madeAt!: Date;
}

/** Another installation of Baraza with which lists are compared. */
@Entity('exchange_partner')
@Index('exchange_partner_name', ['name'], { unique: true, where: 'ended_at IS NULL' })
@Index('exchange_partner_key', ['publicKey'], { unique: true, where: 'ended_at IS NULL' })
export class ExchangePartnerEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exchange_partner_pkey' })
  id!: string;

  /** As mediators are shown it. */
  @Column('text')
  name!: string;

  /** Its Ed25519 key as base64url. */
  @Column('text', { name: 'public_key' })
  publicKey!: string;

  /** How many values it may have compared at once. */
  @Column('integer')
  most!: number;

  /** Whether telephone numbers are compared, too. */
  @Column('boolean')
  telephones!: boolean;

  @Column('timestamptz', { name: 'added_at', default: () => 'now()' })
  addedAt!: Date;

  /** Null while lists are compared with it. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

/** What a mediator said to being compared with the list of one partner; her latest word counts. */
@Entity('exchange_consent')
@Check('exchange_consent_language_known', isOneOf('language', LOCALES))
@Index('exchange_consent_of', ['mediatorId', 'partnerId'])
export class ExchangeConsentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exchange_consent_pkey' })
  id!: string;

  @ForeignKey(() => MediatorEntity, { name: 'exchange_consent_mediator', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  @ForeignKey(() => ExchangePartnerEntity, { name: 'exchange_consent_partner' })
  @Column('uuid', { name: 'partner_id' })
  partnerId!: string;

  @Column('boolean')
  agreed!: boolean;

  @Column('text', { name: 'text_version' })
  textVersion!: string;

  /** In which she read the text. */
  @Column('text')
  language!: Locale;

  @Column('timestamptz', { name: 'stated_at', default: () => 'now()' })
  statedAt!: Date;
}

/** Who wrote the first file of an exchange: this installation, or the partner. */
export const EXCHANGE_ROLES = ['first', 'second'] as const;
export type ExchangeRole = (typeof EXCHANGE_ROLES)[number];

/** One exchange with a partner. */
@Entity('exchange_run')
@Check('exchange_run_role_known', isOneOf('role', EXCHANGE_ROLES))
@Index('exchange_run_session', ['session'], { unique: true })
@Index('exchange_run_of', ['partnerId'])
export class ExchangeRunEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exchange_run_pkey' })
  id!: string;

  @ForeignKey(() => ExchangePartnerEntity, { name: 'exchange_run_partner' })
  @Column('uuid', { name: 'partner_id' })
  partnerId!: string;

  /** What all files of the exchange name: 32 random bytes as base64url, of whoever began. */
  @Column('text')
  session!: string;

  @Column('text')
  role!: ExchangeRole;

  @Column('timestamptz', { name: 'begun_at' })
  begunAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  /** When the partner was given what it finds its own members by. */
  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  /** When the last file was imported here. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

/** What opens the answers of an exchange; it goes when the exchange is over, or has expired. */
@Entity('exchange_secret')
export class ExchangeSecretEntity {
  @ForeignKey(() => ExchangeRunEntity, { name: 'exchange_secret_run', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'run_id', primaryKeyConstraintName: 'exchange_secret_pkey' })
  runId!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'exchange_secret_data_key' })
  key!: Relation<DataKeyEntity>;

  /** `RunSecrets` as JSON. */
  @Column('bytea')
  sealed!: Buffer;
}

/** Whose value stands at which place of a list that was blinded; it goes with the secrets. */
@Entity('exchange_entry')
@Index('exchange_entry_mediator_id', ['mediatorId'])
export class ExchangeEntryEntity {
  @ForeignKey(() => ExchangeSecretEntity, { name: 'exchange_entry_secret', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'run_id', primaryKeyConstraintName: 'exchange_entry_pkey' })
  runId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'exchange_entry_pkey' })
  place!: number;

  @ForeignKey(() => MediatorEntity, { name: 'exchange_entry_mediator', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  /** Blind index of the value: if she has it no more, it does not count. */
  @Column('bytea', { name: 'value_index' })
  valueIndex!: Buffer;
}

/** That a partner lists somebody with an address or a number of hers. She alone is shown it, and says whether it is she. */
@Entity('listed_elsewhere')
@Check('listed_elsewhere_state_known', isOneOf('state', ['open', ...HER_WORDS]))
@Index('listed_elsewhere_once', ['mediatorId', 'partnerId'], { unique: true })
export class ListedElsewhereEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'listed_elsewhere_pkey' })
  id!: string;

  @ForeignKey(() => MediatorEntity, { name: 'listed_elsewhere_mediator', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  @ForeignKey(() => ExchangePartnerEntity, { name: 'listed_elsewhere_partner' })
  @Column('uuid', { name: 'partner_id' })
  partnerId!: string;

  @Column('text', { default: 'open' })
  state!: 'open' | HerWord;

  /** Networks that may know her word, by id. */
  @Column('uuid', { array: true, default: '{}' })
  told!: readonly string[];

  /** Her public id when she told them; another after a code name was taken or given up. */
  @Column('uuid', { name: 'told_as', nullable: true })
  toldAs!: string | null;

  @Column('timestamptz', { name: 'found_at', default: () => 'now()' })
  foundAt!: Date;
}
