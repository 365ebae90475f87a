import { Injectable } from '@nestjs/common';
import { listPage, Database, type Transaction } from '#database';
import {
  ConflictError,
  InvalidInputError,
  type ListPage,
  type ListResult,
  NotFoundError,
} from '#kernel';
import { refusal } from '#messages';
import { authorise, changeRecord, recordAudit, type Viewer } from '#identity';
import { indexSyncJob } from '#search';
import { In, IsNull, Not } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { checkedNetwork, checkSlug, type NetworkText } from './check-network.js';
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
  readonly revision: number;
}

/** What a new network must say; the rest is optional. */
export interface NewNetwork {
  readonly slug: string;
  readonly names: Texts & { en: string };
  readonly descriptions?: Texts;
  readonly admissionCriteria?: Texts;
  readonly territories?: readonly string[];
  readonly website?: string | null;
  /** The network of which it is a chapter. */
  readonly parentId?: string | null;
  readonly fictional?: boolean;
}

/** What is changed of a network; what is absent stays as it is. */
export interface NetworkChanges extends Partial<NetworkText> {
  /** For whoever may create networks. */
  readonly parentId?: string | null;
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

  /** The networks with these slugs, by slug; slugs that do not exist are absent. */
  async bySlugs(slugs: readonly string[]): Promise<Map<string, NetworkView>> {
    if (slugs.length === 0) return new Map();
    const found = await this.repository().findBy({ slug: In([...slugs]) });
    return new Map(found.map((network) => [network.slug, toView(network)]));
  }

  /** Networks in order of slug: those that are active, or those that are archived. */
  async list(page: ListPage, archived = false): Promise<ListResult<NetworkView>> {
    const where = { archivedAt: archived ? Not(IsNull()) : IsNull() };
    const result = await listPage(this.repository(), 'slug', { where }, page);
    return { ...result, items: result.items.map(toView) };
  }

  /** The active chapters of these networks, by the network, in order of slug. */
  async chaptersOf(ids: readonly string[]): Promise<Map<string, NetworkView[]>> {
    const found = await this.repository().find({
      where: { parentId: In([...ids]), archivedAt: IsNull() },
      order: { slug: 'ASC' },
    });
    const chapters = new Map<string, NetworkView[]>(ids.map((id) => [id, []]));
    for (const chapter of found) chapters.get(chapter.parentId ?? '')?.push(toView(chapter));
    return chapters;
  }

  /** Adds a network. @throws NotPermittedError, InvalidInputError, ConflictError where the slug is taken */
  async create(
    viewer: Viewer,
    { slug, fictional = false, ...rest }: NewNetwork,
  ): Promise<NetworkView> {
    authorise(viewer, 'create', { kind: 'network', networkId: null });
    checkSlug(slug);
    const { descriptions = {}, admissionCriteria = {}, territories = [], website = null } = rest;
    const parentId = rest.parentId ?? null;
    const text = { names: rest.names, descriptions, admissionCriteria, territories, website };
    const columns = columnsOf(checkedNetwork(text));
    return this.database.transaction(async (tx) => {
      const id = uuidv7();
      if (parentId !== null) await checkParent(tx, id, parentId);
      const written = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(NetworkEntity)
        .values({ ...columns, id, slug, fictional, parentId })
        .orIgnore()
        .returning('id')
        .execute();
      if ((written.raw as unknown[]).length === 0) throw slugTaken();
      const view = await viewOf(tx, id);
      await recordAudit(tx, viewer, [changeRecord('network.create', 'network', null, view)]);
      return view;
    });
  }

  /**
   * Changes what a network says of itself. Her members' search documents hold its names, so those are made anew.
   *
   * @param revision the one that the editor saw
   * @throws NotPermittedError, NotFoundError, ConflictError, InvalidInputError
   */
  async edit(
    viewer: Viewer,
    id: string,
    revision: number,
    { parentId, ...changes }: NetworkChanges,
  ): Promise<NetworkView> {
    authorise(viewer, 'edit', { kind: 'network', networkId: id });
    if (parentId !== undefined) authorise(viewer, 'create', { kind: 'network', networkId: null });
    return this.change(viewer, id, 'network.edit', async (tx, before) => {
      if (before.revision !== revision) {
        throw new ConflictError(refusal('networks.changed'));
      }
      if (parentId) await checkParent(tx, id, parentId);
      const { names, descriptions, admissionCriteria, territories, website } = before;
      const stated = { names, descriptions, admissionCriteria, territories, website };
      const text = checkedNetwork({ ...stated, ...withoutAbsent(changes) });
      return { ...columnsOf(text), ...(parentId !== undefined && { parentId }) };
    });
  }

  /**
   * Archives a network, so that it is listed no more and acts for nobody, or makes it active again. Whom it lists, and
   * what it states of them, stays.
   *
   * @throws NotPermittedError, NotFoundError
   */
  async archive(viewer: Viewer, id: string, archived: boolean): Promise<NetworkView> {
    authorise(viewer, 'archive', { kind: 'network', networkId: id });
    const action = archived ? 'network.archive' : 'network.restore';
    return this.change(viewer, id, action, async (_tx, before) =>
      before.archived === archived ? {} : { archivedAt: archived ? new Date() : null },
    );
  }

  /** Whether nobody verifies what she submitted or edited last herself. @throws NotFoundError, NotPermittedError */
  async setFourEyes(viewer: Viewer, id: string, on: boolean): Promise<NetworkView> {
    authorise(viewer, 'edit', { kind: 'network', networkId: id });
    return this.change(viewer, id, 'network.four-eyes', async () => ({ fourEyes: on }));
  }

  /** Changes columns of a network that nobody else changes meanwhile. */
  private async change(
    viewer: Viewer,
    id: string,
    action: string,
    changesOf: (tx: Transaction, before: NetworkView) => Promise<Partial<NetworkEntity>>,
  ): Promise<NetworkView> {
    return this.database.transaction(async (tx) => {
      const held = await tx.manager.findOne(NetworkEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!held) throw new NotFoundError('network');
      const before = toView(held);
      const changes = await changesOf(tx, before);
      await tx.manager.update(
        NetworkEntity,
        { id },
        { ...changes, updatedAt: () => 'now()', revision: () => 'revision + 1' },
      );
      const after = await viewOf(tx, id);
      const documents = (view: NetworkView) => JSON.stringify([view.names, view.archived]);
      if (documents(before) !== documents(after)) await tx.addJob(indexSyncJob());
      await recordAudit(tx, viewer, [changeRecord(action, 'network', before, after)]);
      return after;
    });
  }

  private repository() {
    return this.database.manager.getRepository(NetworkEntity);
  }
}

async function viewOf(tx: Transaction, id: string): Promise<NetworkView> {
  return toView(await tx.manager.findOneByOrFail(NetworkEntity, { id }));
}

function columnsOf({ names, descriptions, admissionCriteria, territories, website }: NetworkText) {
  return {
    names: { ...names },
    descriptions: { ...descriptions },
    admissionCriteria: { ...admissionCriteria },
    territories: [...territories],
    website,
  };
}

function withoutAbsent(changes: Partial<NetworkText>): Partial<NetworkText> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

function slugTaken(): ConflictError {
  return new ConflictError(refusal('networks.slugTaken'));
}

/** Chapters have no chapters. @throws NotFoundError, InvalidInputError */
async function checkParent(tx: Transaction, id: string, parentId: string): Promise<void> {
  const parent = await tx.manager.findOneBy(NetworkEntity, { id: parentId });
  if (!parent) throw new NotFoundError('network');
  const hasChapters = await tx.manager.existsBy(NetworkEntity, { parentId: id });
  if (parent.parentId === null && parentId !== id && !hasChapters) return;
  const message = refusal('networks.chapter');
  throw new InvalidInputError([{ path: 'parent', code: 'CONTRADICTION', message }]);
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
    revision: entity.revision,
  };
}
