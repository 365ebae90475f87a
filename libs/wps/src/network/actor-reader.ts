import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { sharedWith, type Standing } from '../access/standing.js';
import { ActorEntity } from '../actor/actor.entity.js';
import { FocalPointEntity } from '../actor/focal-point.entity.js';
import { MembershipEntity } from '../actor/membership.entity.js';
import { OfficeTermEntity } from '../actor/office-term.entity.js';
import type { ActorName, ActorView, FocalPointView, Term } from '../actor/views.js';

/** Reads what belongs to actors, for many at once. */
@Injectable()
export class ActorReader {
  constructor(private readonly database: Database) {}

  /** The names of actors, by id; unknown ids are absent. */
  async names(
    ids: Iterable<string>,
    manager: EntityManager = this.database.manager,
  ): Promise<Map<string, ActorName>> {
    const asked = [...new Set(ids)];
    if (asked.length === 0) return new Map();
    const found = await manager.findBy(ActorEntity, { id: In(asked) });
    return new Map(found.map((actor) => [actor.id, toName(actor)]));
  }

  /**
   * The actors with what is shared with a viewer of this standing, in the same order.
   *
   * @param keeps whether she keeps the list of actors, and so reads whose people act for each
   */
  async views(
    standing: Standing,
    actors: readonly ActorEntity[],
    keeps: boolean,
  ): Promise<ActorView[]> {
    const ids = actors.map(({ id }) => id);
    const { manager } = this.database;
    const of = { actorId: In(ids) };
    const memberships = await manager.findBy(MembershipEntity, of);
    const offices = await manager.findBy(OfficeTermEntity, of);
    const focalPoints = await manager.findBy(FocalPointEntity, sharedWith(standing, ids));
    const names = await this.names([
      ...ids,
      ...actors.flatMap(({ parentId }) => parentId ?? []),
      ...[...memberships, ...offices].map(({ groupingId }) => groupingId),
    ]);
    const nameOf = (id: string) => names.get(id)!;
    return actors.map((actor) => {
      const own = <T extends { actorId: string }>(rows: readonly T[]) =>
        rows.filter(({ actorId }) => actorId === actor.id);
      return {
        ...toName(actor),
        parent: actor.parentId === null ? null : nameOf(actor.parentId),
        organizationId: keeps ? actor.organizationId : null,
        fictional: actor.fictional,
        memberships: own(memberships)
          .map(({ groupingId, from, until, source, asOf }) => ({
            grouping: nameOf(groupingId),
            from,
            until,
            source,
            asOf,
          }))
          .toSorted((a, b) => inOrder(a.grouping.code, b.grouping.code) || byDay(a, b)),
        offices: own(offices)
          .map(({ groupingId, role, from, until, source }) => ({
            grouping: nameOf(groupingId),
            role,
            from,
            until,
            source,
          }))
          .toSorted((a, b) => byDay(a, b) || inOrder(a.role, b.role)),
        focalPoints: own(focalPoints)
          .map((one) => toFocalPoint(one, toName(actor)))
          .toSorted((a, b) => byDay(a, b) || inOrder(a.id, b.id)),
        revision: actor.revision,
      };
    });
  }
}

export function toName({ id, code, kind, names }: ActorEntity): ActorName {
  return { id, code, kind, names };
}

export function toFocalPoint(
  { actorId: _actor, person, consentedOn, ...columns }: FocalPointEntity,
  actor: ActorName,
): FocalPointView {
  const named = person !== null && consentedOn !== null;
  return { ...columns, actor, person: named ? { name: person, consentedOn } : null };
}

/** By first day, an unknown one before all others. */
function byDay(a: Term, b: Term): number {
  return inOrder(a.from ?? '', b.from ?? '');
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
