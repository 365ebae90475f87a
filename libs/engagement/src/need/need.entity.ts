import type { Need, NeedFairness } from '#matching';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Relation } from 'typeorm';
import { PeaceProcessEntity } from '../process/peace-process.entity.js';

/** What a need asks of the matching model: the need without its id, and how fair its ranking shall be. */
export type NeedCriteria = Omit<Need, 'id'> & { fairness?: NeedFairness };

/** What an organizer looks for in a process. */
@Entity('need')
@Unique('need_slug_unique', ['slug'])
@Check('need_confidentiality_known', `confidentiality IN ('public', 'restricted')`)
@Check('need_state_known', `state IN ('draft', 'open', 'shortlisting', 'filled', 'cancelled')`)
export class NeedEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'need_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  title!: string;

  /** The organizer's own words. */
  @Column('text', { default: '' })
  brief!: string;

  @Column('uuid', { name: 'peace_process_id', nullable: true })
  peaceProcessId!: string | null;

  @ManyToOne(() => PeaceProcessEntity)
  @JoinColumn({ name: 'peace_process_id', foreignKeyConstraintName: 'need_peace_process' })
  peaceProcess!: Relation<PeaceProcessEntity> | null;

  @Column('text', { default: 'restricted' })
  confidentiality!: 'public' | 'restricted';

  @Column('text', { default: 'draft' })
  state!: 'draft' | 'open' | 'shortlisting' | 'filled' | 'cancelled';

  @Column('jsonb')
  criteria!: NeedCriteria;

  /** Part of the demo. */
  @Column('boolean', { default: false })
  fictional!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
