import { Injectable } from '@nestjs/common';
import { Database, listSelected, type Transaction } from '#database';
import { type ListPage, type ListResult, NotFoundError } from '#kernel';
import { foldedWords, isCalled } from '#vocabulary';
import { In } from 'typeorm';
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

/** Which organizations are listed; null is no restriction. */
export interface OrganizationFilter {
  /** Beginnings of words of the name. */
  readonly search: string | null;
  readonly states: readonly OrganizationState[] | null;
}

const LIST = `SELECT o.id::text AS key FROM organization o
WHERE ($1::uuid[] IS NULL OR o.id = ANY($1)) AND ($2::text[] IS NULL OR o.state = ANY($2))`;

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
  async list(
    viewer: Viewer,
    page: ListPage,
    { search, states }: OrganizationFilter = { search: null, states: null },
  ): Promise<ListResult<OrganizationView>> {
    authorise(viewer, 'list', { kind: 'organization', organizationId: null });
    const ids = search === null ? null : await this.called(search);
    const result = await listSelected<{ key: string }>(this.database, LIST, [ids, states], page);
    const found = await this.database.manager.findBy(OrganizationEntity, {
      id: In(result.items.map(({ key }) => key)),
    });
    const byId = new Map(found.map((one) => [one.id, toOrganizationView(one)]));
    return { ...result, items: result.items.flatMap(({ key }) => byId.get(key) ?? []) };
  }

  /** Those whose names have words that begin so. Folding is this house's own, so all names are read. */
  private async called(search: string): Promise<string[]> {
    const typed = foldedWords(search);
    const all = await this.database.query<{ id: string; name: string }>(
      'SELECT id, name FROM organization',
    );
    return all.filter(({ name }) => isCalled([name], typed)).map(({ id }) => id);
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
