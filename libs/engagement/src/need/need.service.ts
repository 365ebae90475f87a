import { Injectable } from '@nestjs/common';
import { listPage, Database } from '#database';
import { InvalidStateError, type ListPage, type ListResult, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import { authorise, changeRecord, may, recordAudit, type Viewer } from '#identity';
import type { PresetCode } from '#matching';
import { In } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { NeedRequest } from './need-request.js';
import { PeaceProcessEntity } from '../process/peace-process.entity.js';
import type { NewPeaceProcess } from '../process/new-peace-process.js';
import {
  type Alongside,
  type InsiderTies,
  NeedEntity,
  type NeedCriteria,
  type Urgency,
} from './need.entity.js';
import { EDITABLE_STATES } from './need-steps.js';
import { needSubject } from '../need-subject.js';
import { ownNeeds } from './own-needs.js';
import { requestOf } from './need-request.js';
import { type NeedView, toNeedView } from './need-view.js';
import { NEED_RELATIONS, type OwnedNeed, withOwners } from './owned-need.js';
import { NOT_WITHHELD } from './withheld.js';

/** A need to be stored; `process` is the slug of its peace process. */
export interface NewNeed {
  readonly slug: string;
  readonly title: string;
  readonly brief: string;
  readonly process: string | null;
  readonly confidentiality: 'public' | 'restricted';
  readonly criteria: NeedCriteria;
  readonly fictional: boolean;
  readonly preset?: PresetCode;
  readonly wanted?: number;
  readonly urgency?: Urgency;
  readonly insiderTies?: InsiderTies;
  readonly alongside?: Alongside;
  /** Now where absent. */
  readonly openedAt?: Date;
  /** Whose it is; nobody's where absent. */
  readonly organizationId?: string;
}

const PUBLIC_AND_OPEN = { confidentiality: 'public', state: 'open' } as const;

/** Needs of organizers and the peace processes they belong to. */
@Injectable()
export class NeedService {
  constructor(private readonly database: Database) {}

  /** Open needs that are public, in order of slug. Restricted ones are nobody's but their organizer's. */
  async list(_viewer: Viewer, page: ListPage): Promise<ListResult<NeedView>> {
    const where = { ...PUBLIC_AND_OPEN, ...NOT_WITHHELD };
    const options = { where, relations: NEED_RELATIONS };
    const result = await listPage(this.repository(), 'slug', options, page);
    return { ...result, items: (await withOwners(this.database, result.items)).map(toNeedView) };
  }

  /** The needs with these ids that are public and open, or of the viewer's organization, by id. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, NeedView>> {
    const named = { id: In([...ids]) };
    const found = await this.repository().find({
      where: [
        { ...named, ...PUBLIC_AND_OPEN, ...NOT_WITHHELD },
        { ...named, ...ownNeeds(viewer) },
      ],
      relations: NEED_RELATIONS,
    });
    const needs = await withOwners(this.database, found);
    return new Map(
      needs
        .filter((need) => isPublic(need) || may(viewer, 'read-all', needSubject(need)))
        .map((need) => [need.id, toNeedView(need)]),
    );
  }

  /**
   * A stored need as the matching model is asked. Who is shown for one of the viewer's own organization
   * is recorded.
   *
   * @throws NotFoundError where the viewer knows none; InvalidStateError where it is over
   */
  async request(viewer: Viewer, id: string): Promise<NeedRequest> {
    const need = (await this.byIds(viewer, [id])).get(id);
    if (!need) throw new NotFoundError('need');
    if (!EDITABLE_STATES.includes(need.state)) {
      throw new InvalidStateError(
        refusal('needs.nobodyLookedForMore', { state: refusal(`state.is.${need.state}`) }),
      );
    }
    const own = need.organizationId !== null && need.organizationId === viewer.organizationId;
    return { ...requestOf(need), ...(own && { ledger: true }) };
  }

  /** Stores peace processes and open needs together. @throws QueryFailedError when a slug is taken. */
  async add(
    viewer: Viewer,
    processes: readonly NewPeaceProcess[],
    needs: readonly NewNeed[],
  ): Promise<void> {
    authorise(viewer, 'create', { kind: 'need', organizationId: null, verified: false });
    await this.database.transaction(async (tx) => {
      const ids = new Map(processes.map(({ slug }) => [slug, uuidv7()]));
      const openedAt = new Date();
      const newProcesses = processes.map((process) => ({
        ...process,
        id: ids.get(process.slug) ?? uuidv7(),
      }));
      const newNeeds = needs.map(({ process, ...need }) => ({
        openedAt,
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

function isPublic({ confidentiality, state, organization }: OwnedNeed): boolean {
  return (
    confidentiality === PUBLIC_AND_OPEN.confidentiality &&
    state === PUBLIC_AND_OPEN.state &&
    (organization === null || organization.state === 'verified')
  );
}
