import { Injectable } from '@nestjs/common';
import { Database, listSelected, type Reader, type Transaction } from '#database';
import {
  AccountMails,
  AccountService,
  authorise,
  changeRecord,
  may,
  organizationFacts,
  recordAudit,
  type Viewer,
} from '#identity';
import { InvalidStateError, type ListPage, type ListResult, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import { uuidv7 } from 'uuidv7';
import type { CopyFormat, CopyKind } from './copy-kinds.js';
import { holdSource, whenRecalled } from './issue-copy.js';

/** A copy that somebody has. */
export interface IssuedCopy {
  readonly id: string;
  /** Its place in lists. */
  readonly key: string;
  readonly kind: CopyKind;
  readonly format: CopyFormat;
  readonly networkId: string | null;
  /** Name of the organization for which it was read. */
  readonly organization: string | null;
  /** As the audit log names her. */
  readonly issuedTo: string;
  /** Her name, for administrators and for coordinators of the network whose list it is; else null. */
  readonly reader: string | null;
  readonly issuedAt: Date;
  readonly contactPurpose: string | null;
  readonly recalledBy: string | null;
  readonly recalledAt: Date | null;
  /**
   * How many women are in it: all for administrators, of the viewer's networks for coordinators. Of a briefing these are told
   * what the network was told first, which is no number (null) where it could tell who is in it.
   */
  readonly women: number | null;
}

interface Row extends Omit<IssuedCopy, 'organization' | 'reader' | 'issuedAt' | 'recalledAt'> {
  readonly organizationId: string | null;
  readonly issuedAt: string;
  readonly recalledAt: string | null;
  readonly sourceId: string;
  /** One of the viewer's networks that it is about. */
  readonly covered: string | null;
}

/** Women of one of these networks (an array, null for any) who are in the copy `c`, by the record that stands for each. */
const womenIn = (networks: string) => `SELECT coalesce(m.merged_into, m.id) AS id
  FROM issued_copy_mediator i JOIN mediator m ON m.id = i.mediator_id
  WHERE i.copy_id = c.id AND (${networks}::uuid[] IS NULL OR EXISTS (
    SELECT FROM affiliation a JOIN mediator o ON o.id = a.mediator_id
    WHERE coalesce(o.merged_into, o.id) = coalesce(m.merged_into, m.id) AND a.network_id = ANY(${networks}) AND a.status <> 'ended'))`;

/** `$1`: the viewer's networks, null for all; the latest first. What a woman took away of her own data is for her alone. */
const COPIES = `SELECT lpad((1e13 - extract(epoch FROM c.issued_at) * 1000)::bigint::text, 13, '0') || c.id AS key,
    c.id, c.kind, c.format, c.source_id AS "sourceId", c.network_id AS "networkId", c.organization_id AS "organizationId",
    c.issued_to AS "issuedTo", c.issued_at AS "issuedAt", c.contact_purpose AS "contactPurpose",
    c.recalled_by AS "recalledBy", c.recalled_at AS "recalledAt",
    CASE WHEN $1::uuid[] IS NULL OR c.kind <> 'briefing' THEN (SELECT count(DISTINCT id)::int FROM (${womenIn('$1')}) w)
      ELSE (c.told ->> own.id::text)::int END AS women, own.id AS covered
  FROM issued_copy c LEFT JOIN LATERAL (
    SELECT id FROM unnest($1::uuid[]) AS id WHERE id = c.network_id OR c.told ? id::text ORDER BY id LIMIT 1) own ON true
  WHERE c.kind <> 'own-data'`;

/** What left Baraza with profiles in it: who has it, and how it is called back. */
@Injectable()
export class CopiesService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountService,
    private readonly mails: AccountMails,
  ) {}

  /**
   * The latest first: of a network, its lists and the briefings in which its women were then; all if none is named.
   *
   * @throws NotPermittedError, InvalidCursorError
   */
  async list(
    viewer: Viewer,
    networkId: string | null,
    page: ListPage,
  ): Promise<ListResult<IssuedCopy>> {
    authorise(viewer, 'list', { kind: 'copy', networkId });
    const networks = networkId === null ? null : [networkId];
    const found = await listSelected<Row>(
      this.database,
      networks === null ? COPIES : `SELECT * FROM (${COPIES}) l WHERE covered IS NOT NULL`,
      [networks],
      page,
    );
    return { ...found, items: await this.views(viewer, found.items) };
  }

  /** One of them; null where there is none that the viewer may see. */
  async byId(viewer: Viewer, id: string): Promise<IssuedCopy | null> {
    const row = await this.row(this.database, viewer, id, 'list');
    const [view] = await this.views(viewer, row ? [row] : []);
    return view ?? null;
  }

  /**
   * Recalls a copy, a briefing with all copies of it: each reader is told by mail, and its address answers no more.
   *
   * @throws NotPermittedError, NotFoundError, InvalidStateError where it was recalled before
   */
  async recall(viewer: Viewer, id: string): Promise<IssuedCopy> {
    await this.database.transaction(async (tx) => {
      const row = await this.row(tx, viewer, id, 'recall');
      if (!row) throw new NotFoundError('copy');
      await holdSource(tx, row.sourceId);
      const recalled = await this.recallSource(tx, viewer, row.sourceId);
      if (recalled.length === 0) throw new InvalidStateError(refusal('copies.recalledBefore'));
      const records = recalled.map((copy) => changeRecord('copy.recall', 'copy', copy, copy));
      // A backup knows none of the copies that were issued after it; what they were made of it may know.
      const source = { id: row.sourceId };
      if (row.kind === 'briefing') {
        records.push(changeRecord('copy.recall', 'shortlist', source, source));
      }
      await recordAudit(tx, viewer, records);
    });
    const view = await this.byId(viewer, id);
    if (!view) throw new NotFoundError('copy');
    return view;
  }

  /**
   * Repeats, on a database that was restored, that the briefing of a shortlist was recalled, also where no copy of it is known:
   * then a line without women stands for those that were issued after the backup.
   *
   * @throws NotPermittedError, InvalidStateError where it was recalled before
   */
  async recallBriefingAgain(viewer: Viewer, shortlistId: string): Promise<void> {
    authorise(viewer, 'recall', { kind: 'copy', networkId: null });
    await this.database.transaction(async (tx) => {
      await holdSource(tx, shortlistId);
      if (await whenRecalled(tx, shortlistId)) {
        throw new InvalidStateError(refusal('copies.recalledBefore'));
      }
      await this.recallSource(tx, viewer, shortlistId);
      if (!(await whenRecalled(tx, shortlistId))) {
        await tx.query(
          `INSERT INTO issued_copy (id, kind, format, source_id, issued_to, issued_on, recalled_at, recalled_by)
           VALUES ($1, 'briefing', 'page', $2, $3, (now() AT TIME ZONE 'UTC')::date, now(), $3)`,
          [uuidv7(), shortlistId, viewer.name],
        );
      }
      const source = { id: shortlistId };
      await recordAudit(tx, viewer, [changeRecord('copy.recall', 'shortlist', source, source)]);
    });
  }

  /** Recalls what is not recalled of a source, whose lock the caller holds, and mails its readers. */
  private async recallSource(
    tx: Transaction,
    viewer: Viewer,
    sourceId: string,
  ): Promise<{ readonly id: string; readonly issuedTo: string }[]> {
    const recalled = await tx.query<{ id: string; issuedTo: string }>(
      `UPDATE issued_copy SET recalled_at = now(), recalled_by = $2
       WHERE source_id = $1 AND recalled_at IS NULL RETURNING id, issued_to AS "issuedTo"`,
      [sourceId, viewer.name],
    );
    const readers = new Set(recalled.map(({ issuedTo }) => issuedTo));
    readers.delete(viewer.name);
    await this.mails.toAccounts(tx, accountsIn([...readers]), {
      template: 'copy-recalled',
      parameters: {},
    });
    return recalled;
  }

  private async row(
    reader: Reader,
    viewer: Viewer,
    id: string,
    action: 'list' | 'recall',
  ): Promise<Row | null> {
    const seesAll = may(viewer, action, { kind: 'copy', networkId: null });
    const [row] = await reader.query<Row>(
      `SELECT * FROM (${COPIES}) l WHERE id = $2 AND ($1::uuid[] IS NULL OR covered IS NOT NULL)`,
      [seesAll ? null : viewer.networkIds, id],
    );
    if (!row) return null;
    const networkId = seesAll ? null : row.covered;
    return may(viewer, action, { kind: 'copy', networkId }) ? row : null;
  }

  private async views(viewer: Viewer, rows: readonly Row[]): Promise<IssuedCopy[]> {
    const seesAll = may(viewer, 'list', { kind: 'copy', networkId: null });
    const isNamed = ({ networkId }: Row): boolean =>
      seesAll || (networkId !== null && viewer.networkIds.includes(networkId));
    const organizations = await organizationFacts(
      this.database,
      rows.flatMap(({ organizationId }) => organizationId ?? []),
    );
    const names = await this.accounts.names(
      accountsIn(rows.filter(isNamed).map(({ issuedTo }) => issuedTo)),
    );
    return rows.map(
      ({ organizationId, issuedAt, recalledAt, sourceId: _source, covered: _covered, ...row }) => ({
        ...row,
        issuedAt: new Date(issuedAt),
        recalledAt: recalledAt === null ? null : new Date(recalledAt),
        organization: organizations.get(organizationId ?? '')?.name ?? null,
        reader: names.get(row.issuedTo.replace(/^user:/, '')) ?? null,
      }),
    );
  }
}

/** The accounts among opaque names. */
function accountsIn(names: readonly string[]): string[] {
  return names.flatMap((name) => (name.startsWith('user:') ? [name.slice('user:'.length)] : []));
}
