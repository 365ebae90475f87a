import { CLOCK } from '#config';
import { Database, listSelected } from '#database';
import { SELECT_KEPT } from '#directory';
import {
  authorise,
  may,
  organizationFacts,
  SELECT_COORDINATED_NETWORKS,
  SELECT_STAFFED_ORGANIZATIONS,
  type Viewer,
} from '#identity';
import type { ListPage, ListResult, WaitsFor } from '#kernel';
import { Inject, Injectable } from '@nestjs/common';
import { selectWaiting, WAITING_KINDS, type WaitingKind } from './waiting.js';

/** One thing that waits for the viewer. */
export interface InboxItem {
  /** Orders the list; no two items share it. */
  readonly key: string;
  readonly kind: WaitingKind;
  /** Of the thing that waits. */
  readonly id: string;
  readonly waitsFor: WaitsFor;
  /** The network whose coordinators it waits for; null if it is not one. */
  readonly networkId: string | null;
  /** ISO 8601. */
  readonly since: string;
  /** ISO 8601; null if nothing says when it is overdue. */
  readonly dueAt: string | null;
  readonly overdue: boolean;
}

/** Why nobody deals with something. */
export const STUCK_REASONS = ['overdue', 'nobody-there', 'clock-stopped'] as const;
export type StuckReason = (typeof STUCK_REASONS)[number];

/** One thing that nobody seems to deal with: no more than whose turn it is, and since when. */
export interface StuckItem extends Omit<InboxItem, 'overdue'> {
  readonly organizationId: string | null;
  readonly reason: StuckReason;
}

/** What is asked of an inbox. */
export interface InboxFilter {
  /** Null is all of them. */
  readonly kinds: readonly WaitingKind[] | null;
  /** Only what waits for the coordinators of this network; null is all that waits for the viewer. */
  readonly networkId: string | null;
}

/** Minutes after which a job should have looked at a row whose time has come. */
const JOB_MINUTES = 10;

/** Soonest due first, then what has waited longest; what has no due time comes last. */
const KEY = `coalesce(to_char(w.due_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), '9') ||
  to_char(w.since AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') || w.kind || w.id || coalesce(w.network_id::text, '')`;

const COLUMNS = `${KEY} AS key, w.kind, w.id, w.waits_for AS "waitsFor", w.network_id AS "networkId",
  to_char(w.since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since,
  to_char(w.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "dueAt"`;

const INBOX = `SELECT ${COLUMNS}, coalesce(w.due_at <= $1, false) AS overdue FROM (${selectWaiting('hers')}) w
WHERE w.kind = ANY($2) AND ($3::uuid IS NULL OR w.waits_for = 'coordinator' AND w.network_id = $3) AND (
  w.waits_for = 'coordinator' AND w.network_id = ANY($4::uuid[])
  OR w.waits_for = 'organizer' AND w.organization_id = $5
  OR w.waits_for = 'mediator' AND w.mediator_id IN (SELECT id FROM (${SELECT_KEPT}) k WHERE k.kept_id = $6)
  OR w.waits_for = 'administrator' AND $7)`;

const STUCK = `SELECT ${COLUMNS}, w.organization_id AS "organizationId",
  CASE WHEN w.wake_at < $1::timestamptz - interval '${JOB_MINUTES} minutes' THEN 'clock-stopped'
    WHEN w.waits_for = 'coordinator' AND w.network_id NOT IN (${SELECT_COORDINATED_NETWORKS})
      OR w.waits_for = 'organizer' AND w.organization_id NOT IN (${SELECT_STAFFED_ORGANIZATIONS}) THEN 'nobody-there'
    WHEN w.due_at <= $1 THEN 'overdue' END AS reason
FROM (${selectWaiting('utc')}) w`;

/** Everything that waits for somebody, in one list for each of them, so that nothing is forgotten unseen. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** What waits for the viewer, the soonest due first. @throws NotPermittedError */
  async list(
    viewer: Viewer,
    { kinds, networkId }: InboxFilter,
    page: ListPage,
  ): Promise<ListResult<InboxItem>> {
    authorise(viewer, 'read', { kind: 'inbox', networkId });
    return listSelected(
      this.database,
      INBOX,
      [
        this.now(),
        kinds ?? WAITING_KINDS,
        networkId,
        viewer.networkIds,
        await this.verifiedOrganization(viewer),
        viewer.mediatorId,
        may(viewer, 'read-stuck', { kind: 'inbox', networkId: null }),
      ],
      page,
    );
  }

  /**
   * What is overdue, what waits for people of whom nobody can sign in, and what no job looks at. It is told of each
   * whose turn it is, and nothing else. What is due by a day is due when that day begins in UTC, wherever the mediator is:
   * so neither the time nor the moment at which it is overdue tells where. @throws NotPermittedError
   */
  async stuck(viewer: Viewer, page: ListPage): Promise<ListResult<StuckItem>> {
    authorise(viewer, 'read-stuck', { kind: 'inbox', networkId: null });
    const sql = `SELECT * FROM (${STUCK}) s WHERE reason IS NOT NULL`;
    return listSelected(this.database, sql, [this.now()], page);
  }

  /** The viewer's organization while it is verified: of one that is suspended, nothing waits for its organizers. */
  private async verifiedOrganization({ organizationId }: Viewer): Promise<string | null> {
    if (organizationId === null) return null;
    const facts = await organizationFacts(this.database, [organizationId]);
    return facts.get(organizationId)?.state === 'verified' ? organizationId : null;
  }
}
