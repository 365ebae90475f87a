import { APP_SETTINGS, CLOCK, type Settings } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { Database, listSelected } from '#database';
import { SELECT_SET_ASIDE } from '#search';
import {
  characterCount,
  dayOf,
  type InputProblem,
  InvalidInputError,
  type ListPage,
  type ListResult,
} from '#kernel';
import { refusal } from '#messages';
import { authorise, may, type Viewer } from '#identity';
import { openJson, Vault } from '#vault';
import { foldedWords } from '#vocabulary';
import type { ProfileState } from '../fields/closed-lists.js';
import { rejectPlace, type KeptWords } from '../import/kept-rejects.js';
import type { Reject } from '../import/row/reject.js';
import { SELECT_WAITING_DUPLICATES } from '../duplicates/duplicate-view.js';
import { namedMembers } from './named-members.js';
import { CONFIRMED, DUE_WITHIN, IN_CONFLICT, INCOMPLETE, isStale, KEPT_UP } from './upkeep.js';

const LONGEST_NAME = 200;
const NO_NAME: InputProblem = {
  path: 'name',
  code: 'MISSING',
  message: refusal('members.nameBegins', { most: LONGEST_NAME }),
};

export const WORK_KINDS = [
  'review',
  'incomplete',
  'stale',
  'conflicts',
  'corrections',
  'not-searchable',
  'import-rejects',
  'merges',
  'duplicates',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** A row that the last import did not accept. */
export interface KeptReject extends Omit<Reject, 'sheet'> {
  readonly sheet: string | null;
  readonly importedAt: string;
}

/** Two records that somebody found to be of one woman. */
export interface MergeNotice {
  readonly id: string;
  readonly mergedBy: string;
  readonly mergedAt: string;
}

/** One thing to look at: a profile, or a row of a file that is no profile yet. */
export interface WorkItem {
  /** Orders the list; no two items share it. */
  readonly key: string;
  readonly profileId: string | null;
  readonly reject: KeptReject | null;
  readonly merge: MergeNotice | null;
  /** The suggestion that her record and another are of one woman. */
  readonly duplicateId: string | null;
}

/** What waits for the coordinators of a network. */
@Injectable()
export class WorkListService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    /** Days after which a profile must be confirmed anew. */
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'confirmAfterDays'>,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** @throws NotPermittedError */
  async list(
    viewer: Viewer,
    networkId: string,
    kind: WorkKind,
    page: ListPage,
  ): Promise<ListResult<WorkItem>> {
    authorise(viewer, 'read', { kind: 'work-list', networkId });
    if (kind === 'import-rejects') return this.rejects(networkId, page);
    if (kind !== 'stale') return listSelected(this.database, LISTS[kind], [networkId], page);
    const today = dayOf(this.now());
    const days = this.settings.confirmAfterDays - DUE_WITHIN;
    return listSelected(this.database, LISTS.stale, [networkId, today, days], page);
  }

  private async rejects(networkId: string, page: ListPage): Promise<ListResult<WorkItem>> {
    const found = await listSelected<SealedReject>(this.database, REJECTS, [networkId], page);
    const items = await Promise.all(
      found.items.map(async ({ key, id, keyId, sealed, ...place }): Promise<WorkItem> => {
        const bytes = Buffer.from(sealed, 'base64');
        const words = await openJson<KeptWords>(
          this.vault,
          { keyId, sealed: bytes },
          rejectPlace(id),
        );
        const reject = { ...place, ...words };
        return { key, profileId: null, reject, merge: null, duplicateId: null };
      }),
    );
    return { ...found, items };
  }

  /**
   * The profiles that a network lists of women whose names begin so, in order of id. Each word that is typed must
   * begin a word of one name; letters are compared folded, as the search for mediators compares them.
   *
   * @throws NotPermittedError, InvalidInputError where no word is typed
   */
  async named(
    viewer: Viewer,
    networkId: string,
    name: string,
    page: ListPage,
  ): Promise<ListResult<WorkItem>> {
    authorise(viewer, 'search', { kind: 'work-list', networkId });
    if (foldedWords(name).length === 0 || characterCount(name) > LONGEST_NAME)
      throw new InvalidInputError([NO_NAME]);
    const ids = (await namedMembers(this.database, networkId, name)).map(({ id }) => id);
    const sql = profilesWhere('m.id::text', 'm.id = ANY($2)');
    return listSelected(this.database, sql, [networkId, ids], page);
  }

  /** One merge that stands, for coordinators of the networks that list her; null for everyone else. */
  async merge(viewer: Viewer, id: string): Promise<MergeNotice | null> {
    const [row] = await this.database.query<{ merge: MergeNotice; networkIds: string[] }>(
      `SELECT ${MERGE} AS merge, ARRAY(SELECT DISTINCT a.network_id::text
         FROM affiliation a JOIN mediator m ON m.id = a.mediator_id
         WHERE a.status <> 'ended' AND g.kept_id IN (m.id, m.merged_into)) AS "networkIds"
       FROM profile_merge g WHERE g.id = $1 AND undone_at IS NULL`,
      [id],
    );
    const isTold = (networkId: string) => may(viewer, 'read', { kind: 'work-list', networkId });
    return row?.networkIds.some(isTold) ? row.merge : null;
  }

  /** The profiles that a network lists, in these states or in any, in order of id. @throws NotPermittedError */
  async profiles(
    viewer: Viewer,
    networkId: string,
    states: readonly ProfileState[] | null,
    page: ListPage,
  ): Promise<ListResult<WorkItem>> {
    authorise(viewer, 'read', { kind: 'work-list', networkId });
    const sql = profilesWhere('m.id::text', '$2::text[] IS NULL OR m.state = ANY($2)');
    return listSelected(this.database, sql, [networkId, states], page);
  }
}

const NO_REJECT = 'NULL::json AS reject';
const MERGE = `json_build_object('id', g.id, 'mergedBy', g.merged_by,
    'mergedAt', to_char(g.merged_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))`;
const NO_MERGE = 'NULL::json AS merge';
const NO_DUPLICATE = 'NULL::uuid AS "duplicateId"';

/** Profiles of the network `$1` that are in some state, in the order of a text that begins with `key`. */
function profilesWhere(key: string, condition: string): string {
  return `SELECT ${key} AS key, m.id AS "profileId", ${NO_REJECT}, ${NO_MERGE}, ${NO_DUPLICATE}
FROM affiliation a JOIN mediator m ON m.id = a.mediator_id
WHERE a.network_id = $1 AND a.status <> 'ended' AND m.merged_into IS NULL AND (${condition})`;
}

/** A row of `REJECTS`. */
interface SealedReject extends Pick<KeptReject, 'row' | 'importedAt'> {
  readonly key: string;
  readonly id: string;
  readonly keyId: number;
  /** In base64. */
  readonly sealed: string;
}

/** In the order of the file. */
const REJECTS = `SELECT lpad(ordinal::text, 9, '0') AS key, id, key_id AS "keyId", encode(sealed, 'base64') AS sealed, row,
  to_char(imported_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "importedAt"
FROM import_reject WHERE network_id = $1`;

const LISTS: Record<Exclude<WorkKind, 'import-rejects'>, string> = {
  /** Whoever has waited longest first. */
  review: profilesWhere(
    `to_char(m.updated_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') || m.id`,
    `m.state = 'submitted'`,
  ),
  incomplete: profilesWhere(
    `lpad(m.completeness::text, 3, '0') || m.id`,
    `${INCOMPLETE} AND ${KEPT_UP}`,
  ),
  /** Whoever was confirmed longest ago first. */
  stale: profilesWhere(`${CONFIRMED}::text || m.id`, isStale('$2', '$3')),
  conflicts: profilesWhere('m.id::text', `${IN_CONFLICT} AND m.state <> 'withdrawn'`),
  /** Whose request has waited longest first; what she asks is read with the requests themselves. */
  corrections: profilesWhere(
    `(SELECT to_char(min(c.requested_at) AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') FROM correction c
       WHERE c.mediator_id = m.id AND c.state = 'open') || m.id`,
    `EXISTS (SELECT FROM correction c WHERE c.mediator_id = m.id AND c.state = 'open')`,
  ),
  /** Whose documents the search index does not take: nobody finds her by searching. */
  'not-searchable': profilesWhere('m.id::text', `m.id IN (${SELECT_SET_ASIDE})`),
  /** The latest last: what was merged can be unmerged. */
  merges: `SELECT g.id::text AS key, g.kept_id AS "profileId", ${NO_REJECT},
  ${MERGE} AS merge, ${NO_DUPLICATE}
FROM profile_merge g WHERE undone_at IS NULL AND EXISTS
  (SELECT FROM affiliation a JOIN mediator m ON m.id = a.mediator_id
   WHERE a.network_id = $1 AND a.status <> 'ended' AND g.kept_id IN (m.id, m.merged_into))`,
  /** The likeliest first. */
  duplicates: `SELECT d.key, d.own_id AS "profileId", ${NO_REJECT}, ${NO_MERGE}, d.id AS "duplicateId"
FROM (${SELECT_WAITING_DUPLICATES}) d`,
};
