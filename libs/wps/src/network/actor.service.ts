import { Database, listPage } from '#database';
import { authorise, may, type Viewer } from '#identity';
import { type ListPage, type ListResult, NotFoundError } from '#kernel';
import { Injectable } from '@nestjs/common';
import { In, Raw, type FindOptionsWhere } from 'typeorm';
import { Standings } from '../access/standing.js';
import { ActorEntity } from '../actor/actor.entity.js';
import { ActorReader } from './actor-reader.js';
import type { ActorKind } from '../actor/lists.js';
import { officeOn } from '../actor/office-on.js';
import type { ActorView } from '../actor/views.js';

/** Which actors are listed; what is absent restricts nothing. */
export interface ActorFilter {
  readonly kinds?: readonly ActorKind[] | null;
  /** The code of a regional organization or network of which they are members. */
  readonly memberOf?: string | null;
  /** The day on which they are so; today if absent. */
  readonly on?: string | null;
}

const IS_MEMBER = (id: string) => `${id} IN (
  SELECT m.actor_id FROM wps_membership m JOIN wps_actor g ON g.id = m.grouping_id
  WHERE g.code = :memberOf AND coalesce(m.from_day <= :on, true) AND coalesce(m.until_day >= :on, true))`;

/** States, organizations and networks of the agenda: public facts, each with its source. */
@Injectable()
export class ActorService {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly reader: ActorReader,
  ) {}

  /** In the order of their codes. Where the day of a membership is not known, it counts as lasting. */
  async list(
    viewer: Viewer,
    { kinds, memberOf, on }: ActorFilter,
    page: ListPage,
  ): Promise<ListResult<ActorView>> {
    authorise(viewer, 'read', { kind: 'wps-actor' });
    const day = on ?? this.standings.today();
    const where: FindOptionsWhere<ActorEntity> = {
      ...(kinds ? { kind: In([...kinds]) } : {}),
      ...(memberOf ? { id: Raw(IS_MEMBER, { memberOf, on: day }) } : {}),
    };
    const repository = this.database.manager.getRepository(ActorEntity);
    const result = await listPage(repository, 'code', { where }, page);
    return { ...result, items: await this.views(viewer, result.items) };
  }

  /** @throws NotFoundError */
  async byCode(viewer: Viewer, code: string): Promise<ActorView> {
    return this.one(viewer, { code });
  }

  /** @throws NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<ActorView> {
    return this.one(viewer, { id });
  }

  /** The actor for which the viewer acts; null if for none. */
  async own(viewer: Viewer): Promise<ActorView | null> {
    const { actorId } = await this.standings.of(viewer);
    return actorId === null ? null : this.byId(viewer, actorId);
  }

  /** The office that answers for an actor today; null if none is shown. */
  presentOffice({ focalPoints }: Pick<ActorView, 'focalPoints'>): string | null {
    return officeOn(focalPoints, this.standings.today());
  }

  private async one(viewer: Viewer, where: FindOptionsWhere<ActorEntity>): Promise<ActorView> {
    authorise(viewer, 'read', { kind: 'wps-actor' });
    const found = await this.database.manager.findOneBy(ActorEntity, where);
    if (!found) throw new NotFoundError('actor');
    const [view] = await this.views(viewer, [found]);
    return view!;
  }

  private async views(viewer: Viewer, actors: readonly ActorEntity[]): Promise<ActorView[]> {
    const keeps = may(viewer, 'keep', { kind: 'wps-actor' });
    return this.reader.views(await this.standings.of(viewer), actors, keeps);
  }
}
