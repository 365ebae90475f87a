import { isOneOf } from '#database';
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
import { SHARINGS, type Sharing } from '../records/lists.js';
import { ReportEntity } from './report.entity.js';

/** What somebody who is consulted says of a report. It stays with the report, and so does its answer. */
@Entity('wps_report_comment')
@Check('wps_report_comment_words', 'length(words) BETWEEN 1 AND 2000')
@Check('wps_report_comment_sharing_known', isOneOf('sharing', SHARINGS))
@Check('wps_report_comment_answer_sharing_known', isOneOf('answer_sharing', SHARINGS))
@Index('wps_report_comment_of_report', ['reportId', 'id'])
@Index('wps_report_comment_of_actor', ['actorId'])
export class CommentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_report_comment_pkey' })
  id!: string;

  @Column('uuid', { name: 'report_id' })
  reportId!: string;

  @ManyToOne(() => ReportEntity, { nullable: false })
  @JoinColumn({ name: 'report_id', foreignKeyConstraintName: 'wps_report_comment_report' })
  report!: Relation<ReportEntity>;

  /** Whose people say it. */
  @ForeignKey('ActorEntity', { name: 'wps_report_comment_actor' })
  @Column('uuid', { name: 'actor_id' })
  actorId!: string;

  /** The code of the cell of which it speaks; null for the whole. */
  @Column('text', { nullable: true })
  cell!: string | null;

  @Column('text')
  words!: string;

  /** With whom the report was shared when it was written, and so who reads the comment. */
  @Column('text', { default: 'own' })
  sharing!: Sharing;

  @Column('timestamptz', { name: 'written_at', default: () => 'now()' })
  writtenAt!: Date;

  /** What the actor of the report answers. */
  @Column('text', { nullable: true })
  answer!: string | null;

  /** With whom the report was shared when it was answered, and so who reads the answer. */
  @Column('text', { name: 'answer_sharing', default: 'own' })
  answerSharing!: Sharing;

  /** Grows with every change, which is an answer. */
  @Column('integer', { default: 1 })
  revision!: number;
}

/** The answer to a comment, for whoever reads what is shared so far: if not this one, it looks as if there were none. */
export function answerFor(
  { answer, answerSharing, revision }: CommentEntity,
  sharings: readonly Sharing[],
): Pick<CommentEntity, 'answer' | 'revision'> {
  return sharings.includes(answerSharing) ? { answer, revision } : { answer: null, revision: 1 };
}
