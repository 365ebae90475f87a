import { Database, type Transaction } from '#database';
import {
  authorise,
  type ChangeRecord,
  organizationFacts,
  recordAudit,
  type Viewer,
} from '#identity';
import { ConflictError } from '#kernel';
import { refusal } from '#messages';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Checks, trimmedTexts } from '../records/checks.js';
import { writeRow } from '../records/write-row.js';
import { checkActor, type ActorDraft } from '../actor/actor-draft.js';
import { ActorEntity } from '../actor/actor.entity.js';
import { GROUPING_KINDS } from '../actor/lists.js';
import { MembershipEntity } from '../actor/membership.entity.js';
import { OfficeTermEntity } from '../actor/office-term.entity.js';

/** Keeps the list of actors, their memberships and offices. */
@Injectable()
export class ActorKeeper {
  constructor(private readonly database: Database) {}

  /**
   * Writes an actor down, or changes one, with all its memberships and offices: what the draft leaves out is deleted. Without
   * an `organizationId`, the actor stays with the organization that it has.
   *
   * @param revision the one that the editor saw; null for an actor that is new
   * @returns its id
   * @throws NotPermittedError, ConflictError, InvalidInputError
   */
  async save(
    viewer: Viewer,
    revision: number | null,
    {
      organizationId,
      ...rest
    }: Omit<ActorDraft, 'organizationId'> & { organizationId?: string | null },
  ): Promise<string> {
    authorise(viewer, 'keep', { kind: 'wps-actor' });
    return this.database.transaction(async (tx) => {
      const held = await lockedByCode(tx, rest.code);
      if ((held?.revision ?? null) !== revision) {
        throw new ConflictError(refusal('wps.actorChanged'));
      }
      const kept = organizationId === undefined ? held?.organizationId : organizationId;
      const draft = { ...rest, organizationId: kept ?? null };
      const checks = new Checks();
      if (checkActor(draft, checks)) await this.checkCodes(tx, draft, checks);
      checks.done();
      const { id, record } = await this.write(tx, held, draft);
      await recordAudit(tx, viewer, [record]);
      return id;
    });
  }

  /** What is written of an actor now; null if there is none of this code. */
  async draftOf(tx: Transaction, code: string): Promise<ActorDraft | null> {
    const held = await lockedByCode(tx, code);
    return held && this.asDraft(tx, held);
  }

  private async asDraft(tx: Transaction, held: ActorEntity): Promise<ActorDraft> {
    const of = { actorId: held.id };
    const memberships = await tx.manager.find(MembershipEntity, {
      where: of,
      order: { id: 'ASC' },
    });
    const offices = await tx.manager.find(OfficeTermEntity, { where: of, order: { id: 'ASC' } });
    const groupings = [...memberships, ...offices].map(({ groupingId }) => groupingId);
    const ids = [...groupings, held.parentId ?? held.id];
    const found = await tx.manager.findBy(ActorEntity, { id: In(ids) });
    const codeOf = new Map(found.map((one) => [one.id, one.code]));
    return {
      code: held.code,
      kind: held.kind,
      names: held.names,
      parent: held.parentId && codeOf.get(held.parentId)!,
      organizationId: held.organizationId,
      fictional: held.fictional,
      memberships: memberships.map(({ groupingId, from, until, source, asOf }) => ({
        grouping: codeOf.get(groupingId)!,
        from,
        until,
        source,
        asOf,
      })),
      offices: offices.map(({ groupingId, role, from, until, source }) => ({
        grouping: codeOf.get(groupingId)!,
        role,
        from,
        until,
        source,
      })),
    };
  }

  /** Adds actors that are new with nothing but their kinds, so that each can name any other when it is written. */
  async begin(tx: Transaction, drafts: readonly ActorDraft[]): Promise<void> {
    const rows = drafts.map(({ code, kind }) => ({ id: uuidv7(), code, kind, names: {} }));
    if (rows.length > 0) await tx.manager.insert(ActorEntity, rows);
  }

  /**
   * Writes a draft that was checked. The caller has locked the actor, and tells the audit log: of the actor with its
   * memberships and offices.
   *
   * @param held null if the actor is not there yet
   * @param isBegun it is there, with nothing written yet
   */
  async write(
    tx: Transaction,
    held: ActorEntity | null,
    { parent, memberships, offices, names, ...columns }: ActorDraft,
    isBegun = false,
  ): Promise<{ readonly id: string; readonly record: ChangeRecord }> {
    const isChange = held !== null && !isBegun;
    const before = isChange
      ? Object.assign(new ActorEntity(), held, await this.asDraft(tx, held))
      : null;
    const ids = await idsByCode(tx, [
      ...(parent === null ? [] : [parent]),
      ...[...memberships, ...offices].map(({ grouping }) => grouping),
    ]);
    const { after, record } = await writeRow(tx, ActorEntity, 'wps-actor', held, {
      ...columns,
      names: trimmedTexts(names),
      parentId: parent && ids.get(parent)!.id,
    });
    const actorId = after.id;
    if (isChange) {
      await tx.manager.delete(MembershipEntity, { actorId });
      await tx.manager.delete(OfficeTermEntity, { actorId });
    }
    const row = <T extends { grouping: string }>({ grouping, ...term }: T) => ({
      ...term,
      id: uuidv7(),
      actorId,
      groupingId: ids.get(grouping)!.id,
    });
    await tx.manager.insert(MembershipEntity, memberships.map(row));
    await tx.manager.insert(OfficeTermEntity, offices.map(row));
    const now = Object.assign(new ActorEntity(), after, await this.asDraft(tx, after));
    return { id: actorId, record: { ...record, before, after: now } };
  }

  /** Whether those whom a draft names are there, and of a kind that fits. */
  private async checkCodes(
    tx: Transaction,
    { parent, organizationId, memberships, offices }: ActorDraft,
    checks: Checks,
  ): Promise<void> {
    const ids = await idsByCode(tx, [
      ...(parent === null ? [] : [parent]),
      ...[...memberships, ...offices].map(({ grouping }) => grouping),
    ]);
    checks.unless(parent === null || ids.has(parent), 'parent', 'UNKNOWN', UNKNOWN);
    for (const [list, terms] of Object.entries({ memberships, offices })) {
      for (const [i, { grouping }] of terms.entries()) {
        const kind = ids.get(grouping)?.kind;
        const path = `${list}.${i}.grouping`;
        checks.unless(kind !== undefined, path, 'UNKNOWN', UNKNOWN);
        checks.unless(!kind || GROUPING_KINDS.includes(kind), path, 'NOT_ELIGIBLE', NO_GROUPING);
      }
    }
    if (organizationId === null) return;
    const facts = await organizationFacts(tx, [organizationId]);
    const message = refusal('wps.noOrganization');
    checks.unless(facts.has(organizationId), 'organization', 'UNKNOWN', message);
  }
}

export const UNKNOWN = refusal('wps.noActor');
export const NO_GROUPING = refusal('wps.noGrouping');

async function lockedByCode(tx: Transaction, code: string): Promise<ActorEntity | null> {
  return tx.manager.findOne(ActorEntity, {
    where: { code },
    lock: { mode: 'pessimistic_write' },
  });
}

export async function idsByCode(
  tx: Transaction,
  codes: readonly string[],
): Promise<Map<string, ActorEntity>> {
  if (codes.length === 0) return new Map();
  const found = await tx.manager.findBy(ActorEntity, { code: In([...codes]) });
  return new Map(found.map((actor) => [actor.code, actor]));
}
