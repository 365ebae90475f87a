import { isOneOf } from '#database';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Texts } from '../records/checks.js';
import { ACTOR_KINDS, type ActorKind } from './lists.js';

/** A state, a regional organization or whoever else takes part in the agenda of women, peace and security. */
@Entity('wps_actor')
@Unique('wps_actor_code_unique', ['code'])
@Unique('wps_actor_organization_unique', ['organizationId'])
@Check('wps_actor_kind_known', isOneOf('kind', ACTOR_KINDS))
@Check('wps_actor_code_form', `code ~ '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$' AND length(code) <= 64`)
@Check('wps_actor_not_own_parent', 'parent_id <> id')
@Index('wps_actor_of_parent', ['parentId'])
export class ActorEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_actor_pkey' })
  id!: string;

  @Column('text')
  kind!: ActorKind;

  /** ISO 3166-1 alpha-2 of a state, ISO 3166-2 of a local government, a code of the vocabulary, or a slug. */
  @Column('text')
  code!: string;

  /** Empty where the vocabulary names it. */
  @Column('jsonb')
  names!: Texts;

  /** To which it belongs: the state of a local government or of a civil society organization. */
  @ForeignKey('ActorEntity', { name: 'wps_actor_parent' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  /** Whose people act for it here. */
  @ForeignKey('OrganizationEntity', { name: 'wps_actor_organization' })
  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId!: string | null;

  /** Made up for a demo or a training. */
  @Column('boolean', { default: false })
  fictional!: boolean;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
