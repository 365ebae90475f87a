import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { authorise, changeRecord, recordAudit, type Viewer } from '#identity';
import { InvalidStateError, NotFoundError } from '#kernel';
import { uuidv7 } from 'uuidv7';
import { recordSteps, stepRow } from '../curation/history.js';
import type { ProfileState } from '../fields/closed-lists.js';
import { profilesChanged } from '../pseudonym/follow-pseudonyms.js';

/** Whom an emergency hides: all women of a network and of its chapters, or women one by one, by their keys. */
export type HidingScope =
  | { readonly networkId: string }
  | { readonly mediatorIds: readonly string[] };

/** A hiding as it stands. */
export interface Hiding {
  readonly id: string;
  /** Short name of the network; null if women were named one by one. */
  readonly network: string | null;
  readonly hiddenBy: string;
  readonly hiddenAt: Date;
  readonly liftedAt: Date | null;
  /** How many women it hid who have not been erased since. */
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

interface Woman {
  readonly id: string;
  readonly state: ProfileState;
  readonly revision: number;
}

/** Whom no search finds any more, or never did, and who must not be found later by mistake. */
const HIDEABLE: ReadonlySet<ProfileState> = new Set([
  'draft',
  'submitted',
  'verified',
  'published',
  'stale',
]);

const OF_NETWORK = `WITH RECURSIVE part AS (
    SELECT id FROM network WHERE id = $1
    UNION SELECT n.id FROM network n JOIN part ON n.parent_id = part.id)
  SELECT mediator_id FROM affiliation WHERE network_id IN (SELECT id FROM part)`;

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
  async hide(viewer: Viewer, scope: HidingScope): Promise<Hiding> {
    authorise(viewer, 'hide', { kind: 'hiding' });
    const id = uuidv7();
    await this.database.transaction(async (tx) => {
      const networkId = 'networkId' in scope ? scope.networkId : null;
      const ids = await idsIn(tx, scope);
      // Always in the same order, so that no two wait for each other.
      const women = await tx.query<Woman & { readonly before: ProfileState | null }>(
        `SELECT m.id, m.state, m.revision,
           (SELECT state_before FROM hiding_mediator w JOIN hiding h ON h.id = hiding_id
            WHERE mediator_id = m.id AND lifted_at IS NULL LIMIT 1) AS before
         FROM mediator m WHERE m.id = ANY($1) ORDER BY m.id FOR UPDATE`,
        [ids],
      );
      const seen = women.filter(({ state }) => HIDEABLE.has(state));
      const hidden = women.filter(({ state, before }) => state === 'suspended' && before !== null);
      await tx.query('INSERT INTO hiding (id, network_id, hidden_by) VALUES ($1, $2, $3)', [
        id,
        networkId,
        viewer.name,
      ]);
      await setStates(
        tx,
        viewer,
        seen.map((woman) => ({ woman, to: 'suspended' })),
      );
      const rows = [
        ...seen.map(({ id: her, state, revision }) => ({ her, state, revision: revision + 1 })),
        ...hidden.map(({ id: her, before, revision }) => ({ her, state: before, revision })),
      ];
      await tx.query(
        `INSERT INTO hiding_mediator (hiding_id, mediator_id, state_before, revision)
         SELECT $1, her, state, revision FROM json_to_recordset($2) AS r(her uuid, state text, revision integer)`,
        [id, JSON.stringify(rows)],
      );
      await recordAudit(tx, viewer, [changeRecord('profiles.hide', 'hiding', null, { id })]);
    });
    return this.byId(viewer, id);
  }

  /**
   * Brings back whom it hid, each to her state before. A consent that she has withdrawn since counts as always. A profile that was
   * verified and edited meanwhile is submitted again.
   *
   * @throws NotPermittedError, NotFoundError, InvalidStateError where it was lifted before
   */
  async lift(viewer: Viewer, id: string): Promise<Lifting> {
    authorise(viewer, 'lift', { kind: 'hiding' });
    return this.database.transaction(async (tx) => {
      const [hiding] = await tx.query<{ liftedAt: Date | null }>(
        'SELECT lifted_at AS "liftedAt" FROM hiding WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (!hiding) throw new NotFoundError('hiding');
      if (hiding.liftedAt) throw new InvalidStateError('It has been lifted before.');
      await tx.query('UPDATE hiding SET lifted_at = now(), lifted_by = $2 WHERE id = $1', [
        id,
        viewer.name,
      ]);
      const women = await tx.query<
        Woman & { readonly before: ProfileState; readonly edited: boolean; readonly other: boolean }
      >(
        `SELECT m.id, m.state, m.revision, state_before AS before, m.revision > w.revision AS edited,
           EXISTS (SELECT FROM hiding_mediator o JOIN hiding h ON h.id = o.hiding_id
             WHERE o.mediator_id = m.id AND h.lifted_at IS NULL) AS other
         FROM hiding_mediator w JOIN mediator m ON m.id = mediator_id
         WHERE hiding_id = $1 ORDER BY m.id FOR UPDATE OF m`,
        [id],
      );
      const ours = women.filter(({ state }) => state === 'suspended');
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
      return {
        restored: back.length,
        stillHidden: ours.length - back.length,
        left: women.length - ours.length,
      };
    });
  }

  /** All hidings, the latest first. @throws NotPermittedError */
  async list(viewer: Viewer): Promise<Hiding[]> {
    authorise(viewer, 'list', { kind: 'hiding' });
    return this.database.query<Hiding>(`${HIDINGS} ORDER BY h.id DESC`);
  }

  private async byId(viewer: Viewer, id: string): Promise<Hiding> {
    const found = (await this.list(viewer)).find((hiding) => hiding.id === id);
    if (!found) throw new NotFoundError('hiding');
    return found;
  }
}

const HIDINGS = `SELECT h.id, n.slug AS network, hidden_by AS "hiddenBy", hidden_at AS "hiddenAt", lifted_at AS "liftedAt",
    (SELECT count(*)::int FROM hiding_mediator WHERE hiding_id = h.id) AS women
  FROM hiding h LEFT JOIN network n ON n.id = network_id`;

async function idsIn(tx: Transaction, scope: HidingScope): Promise<string[]> {
  if ('networkId' in scope) {
    const [network] = await tx.query('SELECT FROM network WHERE id = $1', [scope.networkId]);
    if (!network) throw new NotFoundError('network');
    const rows = await tx.query<{ mediator_id: string }>(OF_NETWORK, [scope.networkId]);
    return rows.map((row) => row.mediator_id);
  }
  const ids = [...new Set(scope.mediatorIds)];
  const known = await tx.query('SELECT FROM mediator WHERE id = ANY($1)', [ids]);
  if (known.length < ids.length) throw new NotFoundError('mediator');
  return ids;
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
