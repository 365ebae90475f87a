import { Injectable } from '@nestjs/common';
import { listPage, Database } from '#database';
import { type ListPage, type ListResult, NotFoundError } from '#kernel';
import { authorise, changeRecord, recordAudit, type Viewer } from '#identity';
import { indexSyncJob } from '#search';
import { In, IsNull } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { NetworkEntity, type Texts } from './network.entity.js';

/** A network as everyone sees it: all of it is public. */
export interface NetworkView {
  readonly id: string;
  readonly slug: string;
  readonly names: Readonly<Texts>;
  readonly descriptions: Readonly<Texts>;
  readonly admissionCriteria: Readonly<Texts>;
  readonly territories: readonly string[];
  readonly website: string | null;
  readonly parentId: string | null;
  readonly fictional: boolean;
  readonly archived: boolean;
  /** Nobody verifies what she submitted or edited last herself. */
  readonly fourEyes: boolean;
}

/** What a new network must say; the rest is optional. */
export interface NewNetwork {
  readonly slug: string;
  readonly names: Texts & { en: string };
  readonly descriptions?: Texts;
  readonly admissionCriteria?: Texts;
  readonly territories?: readonly string[];
  readonly website?: string | null;
  readonly fictional?: boolean;
}

/** Networks: reading them and changing what they say of themselves. */
@Injectable()
export class NetworkService {
  constructor(private readonly database: Database) {}

  async bySlug(slug: string): Promise<NetworkView | null> {
    // No text with a null byte can be asked of PostgreSQL, and no slug has one.
    if (slug.includes('\0')) return null;
    const found = await this.repository().findOneBy({ slug });
    return found && toView(found);
  }

  /** The networks with these ids, by id; ids that do not exist are absent. */
  async byIds(ids: readonly string[]): Promise<Map<string, NetworkView>> {
    const found = await this.repository().findBy({ id: In([...ids]) });
    return new Map(found.map((network) => [network.id, toView(network)]));
  }

  /** Networks in order of slug, archived ones left out. */
  async list(page: ListPage): Promise<ListResult<NetworkView>> {
    const active = { archivedAt: IsNull() };
    const result = await listPage(this.repository(), 'slug', { where: active }, page);
    return { ...result, items: result.items.map(toView) };
  }

  /** Adds a network. @throws NotPermittedError, QueryFailedError when the slug is taken or malformed. */
  async create(viewer: Viewer, network: NewNetwork): Promise<NetworkView> {
    authorise(viewer, 'create', { kind: 'network', networkId: null });
    return this.database.transaction(async (tx) => {
      const entity = tx.manager.create(NetworkEntity, {
        ...network,
        territories: [...(network.territories ?? [])],
        id: uuidv7(),
      });
      await tx.manager.insert(NetworkEntity, entity);
      const view = toView(await tx.manager.findOneByOrFail(NetworkEntity, { id: entity.id }));
      await recordAudit(tx, viewer, [changeRecord('network.create', 'network', null, view)]);
      return view;
    });
  }

  /** Gives a network new names. Her members' search documents hold them, so those are made anew. */
  async rename(viewer: Viewer, id: string, names: Texts & { en: string }): Promise<void> {
    authorise(viewer, 'edit', { kind: 'network', networkId: id });
    await this.database.transaction(async (tx) => {
      const read = async () => toView(await tx.manager.findOneByOrFail(NetworkEntity, { id }));
      const before = await read();
      await tx.manager.update(
        NetworkEntity,
        { id },
        { names, updatedAt: () => 'now()', revision: () => 'revision + 1' },
      );
      await tx.addJob(indexSyncJob());
      await recordAudit(tx, viewer, [
        changeRecord('network.rename', 'network', before, await read()),
      ]);
    });
  }

  /** Whether nobody verifies what she submitted or edited last herself. @throws NotFoundError, NotPermittedError */
  async setFourEyes(viewer: Viewer, id: string, on: boolean): Promise<NetworkView> {
    authorise(viewer, 'edit', { kind: 'network', networkId: id });
    return this.database.transaction(async (tx) => {
      const read = async () => {
        const found = await tx.manager.findOneBy(NetworkEntity, { id });
        if (!found) throw new NotFoundError('network');
        return toView(found);
      };
      const before = await read();
      await tx.manager.update(
        NetworkEntity,
        { id },
        { fourEyes: on, updatedAt: () => 'now()', revision: () => 'revision + 1' },
      );
      const after = await read();
      await recordAudit(tx, viewer, [changeRecord('network.four-eyes', 'network', before, after)]);
      return after;
    });
  }

  private repository() {
    return this.database.manager.getRepository(NetworkEntity);
  }
}

function toView(entity: NetworkEntity): NetworkView {
  return {
    id: entity.id,
    slug: entity.slug,
    names: entity.names,
    descriptions: entity.descriptions,
    admissionCriteria: entity.admissionCriteria,
    territories: entity.territories,
    website: entity.website,
    parentId: entity.parentId,
    fictional: entity.fictional,
    archived: entity.archivedAt !== null,
    fourEyes: entity.fourEyes,
  };
}
