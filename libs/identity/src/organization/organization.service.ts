import { Injectable } from '@nestjs/common';
import { listPage, Database, type Transaction } from '#database';
import { type ListPage, type ListResult, NotFoundError } from '#kernel';
import { uuidv7 } from 'uuidv7';
import { changeRecord, recordAudit } from '../audit/record-audit.js';
import { takeStep } from '../audit/take-step.js';
import { authorise, may } from '../policy/policy.js';
import type { Viewer } from '../viewer.js';
import {
  ORGANIZATION_STEPS,
  type OrganizationState,
  type OrganizationStep,
} from './organization-steps.js';
import { OrganizationEntity, type OrganizationKind } from './organization.entity.js';

export interface NewOrganization {
  readonly name: string;
  readonly kind: OrganizationKind;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | null;
}

export interface OrganizationView {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly country: string | null;
  readonly state: OrganizationState;
  readonly createdAt: Date;
}

/** Organizations whose people ask for mediators. */
@Injectable()
export class OrganizationService {
  constructor(private readonly database: Database) {}

  /** Adds one that is known and so verified. */
  async create(viewer: Viewer, organization: NewOrganization): Promise<OrganizationView> {
    authorise(viewer, 'create', { kind: 'organization', organizationId: null });
    return this.database.transaction(async (tx) => {
      const view = await insertOrganization(tx, organization, 'verified');
      await recordAudit(tx, viewer, [
        changeRecord('organization.create', 'organization', null, view),
      ]);
      return view;
    });
  }

  /** In order of their making. */
  async list(viewer: Viewer, page: ListPage): Promise<ListResult<OrganizationView>> {
    authorise(viewer, 'list', { kind: 'organization', organizationId: null });
    const repository = this.database.manager.getRepository(OrganizationEntity);
    const result = await listPage(repository, 'id', { where: {} }, page);
    return { ...result, items: result.items.map(toOrganizationView) };
  }

  /** One organization, for its own people and for administrators; null for everyone else. */
  async byId(viewer: Viewer, id: string): Promise<OrganizationView | null> {
    if (!may(viewer, 'read', { kind: 'organization', organizationId: id })) return null;
    const found = await this.database.manager.findOneBy(OrganizationEntity, { id });
    return found && toOrganizationView(found);
  }

  /** Its people become vetted with their next request. */
  async verify(viewer: Viewer, id: string): Promise<OrganizationView> {
    return this.take(viewer, id, 'verify');
  }

  /** Its people are as the public from their next request on. */
  async suspend(viewer: Viewer, id: string): Promise<OrganizationView> {
    return this.take(viewer, id, 'suspend');
  }

  private async take(
    viewer: Viewer,
    id: string,
    step: OrganizationStep,
  ): Promise<OrganizationView> {
    authorise(viewer, ORGANIZATION_STEPS.action(step), {
      kind: 'organization',
      organizationId: id,
    });
    return this.database.transaction(async (tx) => {
      const found = await tx.manager.findOne(OrganizationEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!found) throw new NotFoundError('organization');
      const before = toOrganizationView(found);
      const taken = await takeStep(
        tx,
        ORGANIZATION_STEPS,
        step,
        OrganizationEntity,
        before,
        undefined,
      );
      await recordAudit(tx, viewer, [taken.record]);
      return taken.after;
    });
  }
}

export async function insertOrganization(
  tx: Transaction,
  { name, kind, country = null }: NewOrganization,
  state: OrganizationState,
): Promise<OrganizationView> {
  const id = uuidv7();
  await tx.manager.insert(OrganizationEntity, { id, name: name.trim(), kind, country, state });
  return toOrganizationView(await tx.manager.findOneByOrFail(OrganizationEntity, { id }));
}

export function toOrganizationView(entity: OrganizationEntity): OrganizationView {
  const { id, name, kind, country, state, createdAt } = entity;
  return { id, name, kind, country, state, createdAt };
}
