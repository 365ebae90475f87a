import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { SessionEntity } from './session.entity.js';

/** A refresh token by its SHA-256. Used ones stay, so that one who uses it again is noticed. */
@Entity('refresh_token')
@Index('refresh_token_of_session', ['sessionId'])
export class RefreshTokenEntity {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'refresh_token_pkey' })
  hash!: Buffer;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @ManyToOne(() => SessionEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'refresh_token_session' })
  session!: SessionEntity;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
