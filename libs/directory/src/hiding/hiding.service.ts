import { Injectable } from '@nestjs/common';
import { Database, type Reader, type Transaction } from '#database';
import { authorise, changeRecord, may, recordAudit, type Viewer } from '#identity';
import { InvalidStateError, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import { uuidv7 } from 'uuidv7';
import { recordSteps, stepRow } from '../curation/history.js';
import { HOLDS } from '../curation/holding-hidings.js';
import type { ProfileState } from '../fields/closed-lists.js';
import { profilesChanged } from '../pseudonym/follow-pseudonyms.js';
import type { HidingReason } from './hiding-reasons.js';
import { holdIn, isHideable, isHidden, partsOf, WOMEN, type WomanBefore } from './held-women.js';

/** Whom an emergency hides, and why. */
export interface HidingRequest {
  /** All women of this network and of its chapters, unless some are named one by one. */
  readonly networkId: string | null;
  /** Keys of women one by one, all of them on the list of the network if there is one; null for all of the network. */
  readonly mediatorIds: readonly string[] | null;
  readonly reason: HidingReason;
}

/** A hiding as it stands. */
export interface Hiding {
  readonly id: string;
  readonly networkId: string | null;
  /** Short name of the network; null if women were named without one. */
  readonly network: string | null;
  readonly oneByOne: boolean;
  readonly byCoordinator: boolean;
  readonly reason: HidingReason;
  readonly hiddenBy: string;
  readonly hiddenAt: Date;
  readonly liftedBy: string | null;
  readonly liftedAt: Date | null;
  /** How many women it hid who have not been erased since: of the viewer's networks, or all for administrators. */
  readonly women: number;
  /** Whether the viewer may lift it. */
  readonly liftable: boolean;
}

/** Whom a hiding would hide now. */
export interface HidingPreview {
  /** How many of the viewer's women it would take out of sight or keep there. */
  readonly women: number;
}

/** What became of the women of a hiding that was lifted. */
export interface Lifting {
  /** They are as they were before. */
  readonly restored: number;
  /** Another hiding stands for them. */
  readonly stillHidden: number;
  /** Somebody has taken a step with their profile since, or they withdrew: it counts. */
  readonly left: number;
}

interface Key {
  readonly id: string;
}

type Woman = Pick<WomanBefore, 'id' | 'state' | 'revision'>;

/** Records that stand for the women whom networks of a selection list; `ended` are those whom they listed once. */
const listedBy = (networks: string, { ended }: { readonly ended: boolean }) =>
  `SELECT DISTINCT coalesce(m.merged_into, m.id) AS id FROM affiliation a JOIN mediator m ON m.id = a.mediator_id
   WHERE a.network_id IN ${networks}${ended ? '' : ` AND a.status <> 'ended'`}`;

/** Whether one of these networks (an array, null for any) lists the woman. */
const isOwn = (her: string, networks: string) =>
  `(${networks}::uuid[] IS NULL OR ${her} IN (${listedBy(`(SELECT unnest(${networks}::uuid[]))`, { ended: false })}))`;

/** The networks that the hiding `h` is about. */
const COVERED = `(SELECT id FROM network WHERE id = h.network_id
  UNION SELECT id FROM network WHERE NOT h.one_by_one AND id IN ${partsOf('h.network_id')})`;

/**
 * Takes many women out of sight at once, and brings them back as they were: when a list has leaked, a network is
 * threatened, or a coordinator's account is in wrong hands. To everybody it looks as if each profile were suspended.
 */
@Injectable()
export class HidingService {
  constructor(private readonly database: Database) {}

  /**
   * Hides them all in one transaction: with its end, no search, ranking, shortlist or page shows any of them. Women who are
   * suspended or withdrawn already stay as they are; those whom another hiding has hidden stay hidden until both are lifted.
   *
   * @throws NotPermittedError, NotFoundError where there is no such network or woman; nobody is hidden then
   */
  async hide(viewer: Viewer, request: HidingRequest): Promise<Hiding> {
    const { networkId } = request;
    // Who may hide anybody does so as that, also in a network that she coordinates.
    const byCoordinator = networkId !== null && ownNetworks(viewer) !== null;
    authorise(viewer, 'hide', { kind: 'hiding', networkId, byCoordinator });
    const id = uuidv7();
    await this.database.transaction((tx) => hideIn(tx, viewer, id, request, byCoordinator));
    return this.found(viewer, id);
  }

  /**
   * Hides again whom a hiding hid that this database does not know, under the id that it had. Only operators and administrators
   * lift it. Where it is there already, nothing is done.
   *
   * @throws NotPermittedError, NotFoundError where there is no such woman; nobody is hidden then
   */
  async hideAgain(
    viewer: Viewer,
    id: string,
    { mediatorIds, reason }: Pick<HidingRequest, 'mediatorIds' | 'reason'>,
  ): Promise<void> {
    authorise(viewer, 'hide', { kind: 'hiding', networkId: null, byCoordinator: false });
    await this.database.transaction(async (tx) => {
      const known = await tx.query('SELECT FROM hiding WHERE id = $1', [id]);
      if (known.length > 0) return;
      await hideIn(tx, viewer, id, { networkId: null, mediatorIds, reason }, false);
    });
  }

  /**
   * How many a hiding would hide. Of a network's chapters only women of the viewer's own networks are counted.
   *
   * @throws NotPermittedError, NotFoundError
   */
  async preview(
    viewer: Viewer,
    whom: Pick<HidingRequest, 'networkId' | 'mediatorIds'>,
  ): Promise<HidingPreview> {
    const { networkId } = whom;
    authorise(viewer, 'hide', { kind: 'hiding', networkId, byCoordinator: false });
    const ids = await idsIn(this.database, viewer, whom);
    const women = await this.database.query<WomanBefore & { readonly own: boolean }>(
      `SELECT w.*, ${isOwn('w.id', '$2')} AS own FROM (${WOMEN}) w`,
      [ids, ownNetworks(viewer)],
    );
    const counted = women.filter((woman) => isHideable(woman.state) || isHidden(woman));
    return { women: counted.filter(({ own }) => own).length };
  }

  /**
   * Brings back whom it hid, each to her state before. A consent that she has withdrawn since counts as always. A profile that was
   * verified and edited meanwhile is submitted again. Women of the viewer's own networks are counted, or all for
   * administrators.
   *
   * @throws NotPermittedError, NotFoundError, InvalidStateError where it was lifted before
   */
  async lift(viewer: Viewer, id: string): Promise<Lifting> {
    const { networkId, byCoordinator } = await this.found(viewer, id);
    authorise(viewer, 'lift', { kind: 'hiding', networkId, byCoordinator });
    const own = ownNetworks(viewer);
    return this.database.transaction(async (tx) => {
      const [hiding] = await tx.query<{ liftedAt: Date | null }>(
        'SELECT lifted_at AS "liftedAt" FROM hiding WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (!hiding) throw new NotFoundError('hiding');
      if (hiding.liftedAt) throw new InvalidStateError(refusal('hidings.liftedBefore'));
      await tx.query('UPDATE hiding SET lifted_at = now(), lifted_by = $2 WHERE id = $1', [
        id,
        viewer.name,
      ]);
      const women = await tx.query<
        Woman & {
          readonly before: ProfileState;
          readonly edited: boolean;
          readonly released: boolean;
          readonly other: boolean;
          readonly own: boolean;
        }
      >(
        `SELECT m.id, m.state, m.revision, state_before AS before, m.revision > w.revision AS edited,
           w.released_at IS NOT NULL AS released,
           ${isOwn('m.id', '$2')} AS own,
           EXISTS (SELECT FROM hiding_mediator w JOIN hiding h ON h.id = w.hiding_id
             WHERE w.mediator_id = m.id AND ${HOLDS}) AS other
         FROM hiding_mediator w JOIN mediator m ON m.id = mediator_id
         WHERE hiding_id = $1 ORDER BY m.id FOR UPDATE OF m`,
        [id, own],
      );
      const ours = women.filter(({ state, released }) => state === 'suspended' && !released);
      const back = ours.filter(({ other }) => !other);
      await setStates(
        tx,
        viewer,
        back.map((woman) => ({
          woman,
          to: woman.before === 'verified' && woman.edited ? 'submitted' : woman.before,
        })),
      );
      await recordAudit(tx, viewer, [changeRecord('profiles.lift', 'hiding', { id }, { id })]);
      const counted = (some: typeof women) => some.filter((woman) => woman.own).length;
      return {
        restored: counted(back),
        stillHidden: counted(ours) - counted(back),
        left: counted(women) - counted(ours),
      };
    });
  }

  /**
   * Hidings, the latest first: of a network, those of it and of the networks that it is a chapter of; all of them if none is named.
   *
   * @throws NotPermittedError
   */
  async list(viewer: Viewer, networkId: string | null = null): Promise<Hiding[]> {
    authorise(viewer, 'list', { kind: 'hiding', networkId, byCoordinator: false });
    return this.rows(viewer, `$2::uuid IS NULL OR $2 IN ${COVERED}`, networkId);
  }

  /** One of them; null where there is none that the viewer may see. */
  async byId(viewer: Viewer, id: string): Promise<Hiding | null> {
    const [found] = await this.rows(
      viewer,
      `h.id = $2 AND ($1::uuid[] IS NULL OR EXISTS (SELECT FROM ${COVERED} k WHERE k.id = ANY($1)))`,
      id,
    );
    if (!found) return null;
    const { covered, byCoordinator } = found;
    const subject = { kind: 'hiding', networkId: covered, byCoordinator } as const;
    return may(viewer, 'list', subject) ? found : null;
  }

  private async rows(
    viewer: Viewer,
    which: string,
    parameter: string | null,
  ): Promise<(Hiding & { readonly covered: string | null })[]> {
    const found = await this.database.query<Hiding & { readonly covered: string | null }>(
      `SELECT h.id, h.network_id AS "networkId", n.slug AS network, one_by_one AS "oneByOne", by_coordinator AS "byCoordinator",
         reason, hidden_by AS "hiddenBy", hidden_at AS "hiddenAt", lifted_by AS "liftedBy", lifted_at AS "liftedAt",
         (SELECT count(*)::int FROM hiding_mediator w WHERE hiding_id = h.id AND ${isOwn('w.mediator_id', '$1')}) AS women,
         (SELECT id FROM network WHERE id IN ${COVERED} AND id = ANY($1) LIMIT 1) AS covered
       FROM hiding h LEFT JOIN network n ON n.id = h.network_id WHERE ${which} ORDER BY h.id DESC`,
      [ownNetworks(viewer), parameter],
    );
    return found.map((one) => {
      const { networkId, byCoordinator, liftedAt } = one;
      const subject = { kind: 'hiding', networkId, byCoordinator } as const;
      return { ...one, liftable: liftedAt === null && may(viewer, 'lift', subject) };
    });
  }

  /** @throws NotFoundError */
  private async found(viewer: Viewer, id: string): Promise<Hiding> {
    const hiding = await this.byId(viewer, id);
    if (!hiding) throw new NotFoundError('hiding');
    return hiding;
  }
}

/**
 * The log names each record of the women whom it holds right before the hiding itself, so that a replay hides them all again, also
 * where a backup is restored that is older than the merge of two records.
 */
async function hideIn(
  tx: Transaction,
  viewer: Viewer,
  id: string,
  request: HidingRequest,
  byCoordinator: boolean,
): Promise<void> {
  const { networkId, mediatorIds, reason } = request;
  const ids = await idsIn(tx, viewer, request);
  // Always in the same order, so that no two wait for each other.
  const women = await tx.query<WomanBefore>(`${WOMEN} FOR UPDATE OF m`, [ids]);
  await tx.query(
    `INSERT INTO hiding (id, network_id, one_by_one, by_coordinator, reason, hidden_by)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, networkId, mediatorIds !== null, byCoordinator, reason, viewer.name],
  );
  await setStates(
    tx,
    viewer,
    women
      .filter(({ state }) => isHideable(state))
      .map((woman) => ({ woman, to: 'suspended' as const })),
  );
  await holdIn(
    tx,
    [id],
    women.map((woman) => ({ ...woman, revision: woman.revision + 1 })),
  );
  // Whom another hiding holds already, this one holds too.
  const held = await tx.query<Key>(
    `SELECT id FROM mediator WHERE id = ANY($1::uuid[]) OR merged_into = ANY($1::uuid[] || $2::uuid[]) ORDER BY id`,
    [idsOf(women.filter(isHidden)), idsOf(women.filter(({ state }) => isHideable(state)))],
  );
  await recordAudit(tx, viewer, [
    ...held.map((record) => changeRecord('profile.hide', 'mediator', record, record)),
    { ...changeRecord('profiles.hide', 'hiding', null, { id }), purpose: reason },
  ]);
}

/** The networks whose women the viewer counts; null for all. */
function ownNetworks(viewer: Viewer): readonly string[] | null {
  const ofAll = { kind: 'hiding', networkId: null, byCoordinator: false } as const;
  return may(viewer, 'list', ofAll) ? null : viewer.networkIds;
}

/**
 * The records that stand for whom a hiding is about. Coordinators hide whom their network lists now; operators and
 * administrators hide whom it listed once, too.
 *
 * @throws NotFoundError
 */
async function idsIn(
  reader: Reader,
  viewer: Viewer,
  { networkId, mediatorIds }: Pick<HidingRequest, 'networkId' | 'mediatorIds'>,
): Promise<string[]> {
  if (networkId !== null) {
    const [network] = await reader.query('SELECT FROM network WHERE id = $1', [networkId]);
    if (!network) throw new NotFoundError('network');
  }
  if (mediatorIds === null) {
    const ended = ownNetworks(viewer) === null;
    return idsOf(await reader.query<Key>(listedBy(partsOf('$1'), { ended }), [networkId]));
  }
  const given = [...new Set(mediatorIds)];
  const known = await reader.query<Key & { readonly listed: boolean }>(
    `SELECT coalesce(merged_into, id) AS id,
       $2::uuid IS NULL OR coalesce(merged_into, id) IN (${listedBy('($2)', { ended: false })}) AS listed
     FROM mediator WHERE id = ANY($1)`,
    [given, networkId],
  );
  if (known.length < given.length || known.some(({ listed }) => !listed)) {
    throw new NotFoundError('mediator');
  }
  return [...new Set(idsOf(known))];
}

function idsOf(keys: readonly Key[]): string[] {
  return keys.map(({ id }) => id);
}

/** Writes the new states with their history, lets the index follow, and notes each in the audit log. */
async function setStates(
  tx: Transaction,
  viewer: Viewer,
  moves: readonly { readonly woman: Woman; readonly to: ProfileState }[],
): Promise<void> {
  if (moves.length === 0) return;
  const rows = moves.map(({ woman, to }) => ({ id: woman.id, state: to }));
  await tx.query(
    `UPDATE mediator m SET state = r.state, revision = revision + 1
     FROM json_to_recordset($1) AS r(id uuid, state text) WHERE m.id = r.id`,
    [JSON.stringify(rows)],
  );
  const isHiding = moves[0]?.to === 'suspended';
  const step = isHiding ? 'suspend' : 'reinstate';
  const ids = moves.map(({ woman }) => woman.id);
  await tx.query(
    `INSERT INTO profile_revision (mediator_id, revision, source)
     SELECT id, revision, $2 FROM mediator WHERE id = ANY($1)`,
    [ids, `profile.${step}`],
  );
  await recordSteps(
    tx,
    moves.map(({ woman, to }) =>
      stepRow({ mediatorId: woman.id, step, before: woman.state, after: to, by: viewer.name }),
    ),
  );
  await profilesChanged(tx, ids);
  await recordAudit(
    tx,
    viewer,
    moves.map(({ woman: { id, state }, to }) =>
      changeRecord(`profile.${step}`, 'mediator', { id, state }, { id, state: to }),
    ),
  );
}
