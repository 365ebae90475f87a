import { CLOCK } from '#config';
import { Database, listSelected } from '#database';
import { addDays, dayOf, startOf, type ListPage, type ListResult } from '#kernel';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { namesOfAccounts } from '../account/staff.js';
import { authorise } from '../policy/policy.js';
import type { Viewer } from '../viewer.js';
import type { SecurityEventKind } from './security-event-kinds.js';

/** What one of those who ask was refused in one minute. */
export interface SecurityEvent {
  /** Its place in the list. */
  readonly key: string;
  /** The beginning of the minute; of the day where `operation` is null. */
  readonly at: Date;
  readonly kind: SecurityEventKind;
  /** As the audit log names her; `public` where nobody had signed in. */
  readonly actor: string;
  /** A field of the schema, or a method and the pattern of a route; null for the rest of a day, of several. */
  readonly operation: string | null;
  readonly count: number;
  /** The account that was tried or else asked; null where there is none (any more). */
  readonly account: { readonly id: string; readonly name: string } | null;
}

export interface SecurityEventFilter {
  /** Null for all. */
  readonly kinds: readonly SecurityEventKind[] | null;
  /** Who asked, or what was tried; null for all. */
  readonly accountId: string | null;
  /** The first day, as YYYY-MM-DD; 30 days ago where null. */
  readonly since: string | null;
}

interface Row extends Omit<SecurityEvent, 'at' | 'account'> {
  readonly at: string;
  readonly accountId: string | null;
}

/** So many days are looked back where nobody says since when. */
const DAYS = 30;

/** `$1` since, `$2` kinds, `$3` account; the latest first. */
const EVENTS = `SELECT lpad((1e13 - extract(epoch FROM minute) * 1000)::bigint::text, 13, '0') || id AS key,
    minute AS at, kind, actor, operation, count::float8 AS count,
    coalesce(account_id, substring(actor FROM '^user:([0-9a-f-]{36})$')::uuid) AS "accountId"
  FROM security_event
  WHERE minute >= $1 AND ($2::text[] IS NULL OR kind = ANY($2))
    AND ($3::uuid IS NULL OR account_id = $3 OR actor = 'user:' || $3)`;

/** What was refused, for administrators and operators. */
@Injectable()
export class SecurityEventLog {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  /** The latest first. @throws NotPermittedError, InvalidCursorError */
  async list(
    viewer: Viewer,
    { kinds, accountId, since }: SecurityEventFilter,
    page: ListPage,
  ): Promise<ListResult<SecurityEvent>> {
    authorise(viewer, 'read-refusals', { kind: 'audit-log' });
    const first = startOf(since ?? addDays(dayOf(this.now()), -DAYS));
    const found = await listSelected<Row>(this.database, EVENTS, [first, kinds, accountId], page);
    const ids = found.items.flatMap(({ accountId: id }) => id ?? []);
    const names = await namesOfAccounts(this.database, this.vault, ids);
    const items = found.items.map(({ accountId: id, at, ...event }) => {
      const name = id === null ? undefined : names.get(id);
      const account = id === null || name === undefined ? null : { id, name };
      return { ...event, at: new Date(at), account };
    });
    return { ...found, items };
  }
}
