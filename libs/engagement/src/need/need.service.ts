import { listPage, type Database, type ListPage, type ListResult } from '#database';
import { authorise, changeRecord, NotFoundError, recordAudit, type Viewer } from '#identity';
import { In } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { NeedRequest } from '../match/prepare-need.js';
import { PeaceProcessEntity } from '../process/peace-process.entity.js';
import { NeedEntity, type NeedCriteria } from './need.entity.js';

/** A need as the viewer may see it. */
export interface NeedView {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly brief: string;
  readonly processName: string | null;
  readonly criteria: NeedCriteria;
  readonly fictional: boolean;
}

/** A peace process as public sources tell it; `slug` is its key. */
export type NewPeaceProcess = Omit<PeaceProcessEntity, 'id'>;

/** A need to be stored; `process` is the slug of its peace process. */
export interface NewNeed {
  readonly slug: string;
  readonly title: string;
  readonly brief: string;
  readonly process: string | null;
  readonly confidentiality: 'public' | 'restricted';
  readonly criteria: NeedCriteria;
  readonly fictional: boolean;
}

const PUBLIC_AND_OPEN = { confidentiality: 'public', state: 'open' } as const;

/** Needs of organizers and the peace processes they belong to. */
export class NeedService {
  constructor(private readonly database: Database) {}

  /** Open needs that are public, in order of slug. Restricted ones are nobody's but their organizer's. */
  async list(_viewer: Viewer, page: ListPage): Promise<ListResult<NeedView>> {
    const options = { where: PUBLIC_AND_OPEN, relations: { peaceProcess: true } };
    const result = await listPage(this.repository(), 'slug', options, page);
    return { ...result, items: result.items.map(toView) };
  }

  /** The needs with these ids that are public and open, by id. */
  async byIds(_viewer: Viewer, ids: readonly string[]): Promise<Map<string, NeedView>> {
    const found = await this.repository().find({
      where: { ...PUBLIC_AND_OPEN, id: In([...ids]) },
      relations: { peaceProcess: true },
    });
    return new Map(found.map((need) => [need.id, toView(need)]));
  }

  /** A stored need as the matching model is asked. @throws NotFoundError where the viewer knows none. */
  async request(viewer: Viewer, id: string): Promise<NeedRequest> {
    const need = (await this.byIds(viewer, [id])).get(id);
    if (!need) throw new NotFoundError('need');
    return { ...need.criteria, id, brief: need.brief };
  }

  /** Stores peace processes and open needs together. @throws QueryFailedError when a slug is taken. */
  async add(
    viewer: Viewer,
    processes: readonly NewPeaceProcess[],
    needs: readonly NewNeed[],
  ): Promise<void> {
    authorise(viewer, 'create', { kind: 'need' });
    await this.database.transaction(async (tx) => {
      const ids = new Map(processes.map(({ slug }) => [slug, uuidv7()]));
      const newProcesses = processes.map((process) => ({
        ...process,
        id: ids.get(process.slug) ?? uuidv7(),
      }));
      const newNeeds = needs.map(({ process, ...need }) => ({
        ...need,
        id: uuidv7(),
        state: 'open' as const,
        peaceProcessId: process === null ? null : (ids.get(process) ?? null),
      }));
      await tx.manager.insert(PeaceProcessEntity, newProcesses);
      await tx.manager.insert(NeedEntity, newNeeds);
      await recordAudit(tx, viewer, [
        ...newProcesses.map((process) =>
          changeRecord('peace-process.create', 'peace-process', null, process),
        ),
        ...newNeeds.map((need) => changeRecord('need.create', 'need', null, need)),
      ]);
    });
  }

  private repository() {
    return this.database.manager.getRepository(NeedEntity);
  }
}

function toView(need: NeedEntity): NeedView {
  return {
    id: need.id,
    slug: need.slug,
    title: need.title,
    brief: need.brief,
    processName: need.peaceProcess?.name ?? null,
    criteria: need.criteria,
    fictional: need.fictional,
  };
}
