import type { Database } from '#database';
import type { Viewer } from '#identity';
import { MoreThan } from 'typeorm';
import { uuidv7 } from 'uuidv7';
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

/** Needs of organizers and the peace processes they belong to. */
export class NeedService {
  constructor(private readonly database: Database) {}

  /** Open needs that are public, in order of slug. Restricted ones are nobody's but their organizer's. */
  async list(
    _viewer: Viewer,
    page: { first: number; after?: string | null },
  ): Promise<{ needs: NeedView[]; hasNextPage: boolean; totalCount: number }> {
    const visible = { confidentiality: 'public', state: 'open' } as const;
    const repository = this.database.manager.getRepository(NeedEntity);
    const [found, totalCount] = await Promise.all([
      repository.find({
        where: page.after ? { ...visible, slug: MoreThan(page.after) } : visible,
        relations: { peaceProcess: true },
        order: { slug: 'ASC' },
        take: page.first + 1,
      }),
      repository.countBy(visible),
    ]);
    return {
      needs: found.slice(0, page.first).map(toView),
      hasNextPage: found.length > page.first,
      totalCount,
    };
  }

  /** Stores peace processes and open needs together. @throws QueryFailedError when a slug is taken. */
  async add(processes: readonly NewPeaceProcess[], needs: readonly NewNeed[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ids = new Map(processes.map(({ slug }) => [slug, uuidv7()]));
      await tx.manager.insert(
        PeaceProcessEntity,
        processes.map((process) => ({ ...process, id: ids.get(process.slug) ?? uuidv7() })),
      );
      await tx.manager.insert(
        NeedEntity,
        needs.map(({ process, ...need }) => ({
          ...need,
          id: uuidv7(),
          state: 'open' as const,
          peaceProcessId: process === null ? null : (ids.get(process) ?? null),
        })),
      );
    });
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
