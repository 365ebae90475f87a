import { CLOCK } from '#config';
import { Database, type Transaction } from '#database';
import { authorise, changeRecord, ownMediatorId, recordAudit, type Viewer } from '#identity';
import { InvalidInputError, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { SELECT_HER_RECORDS } from '../mediator/read-models.js';
import { ProfileReader } from '../profile/profile-reader.js';
import type { NetworkMembership } from '../profile/profile-record.js';
import { projectProfile } from '../profile/profile-view.js';
import { isCompared, isListedBy, isListedUnderName } from './compared.js';
import { weighedAsSeen, type PairOfRecords } from './seen-pairs.js';
import type { HerWord, LinkState } from './verdicts.js';

/** Another entry of the directory that is perhaps hers, as she is shown it: what everyone sees of it. */
export interface HerDuplicate {
  readonly id: string;
  /** `ask-her` if a network of hers asks; else nobody asked her, or what she said last. */
  readonly state: LinkState;
  /** What the other entry is called outside. */
  readonly publicId: string;
  readonly name: string;
  /** The networks that list the other entry, as everyone sees them. */
  readonly networks: readonly NetworkMembership[];
  /** All networks that she can tell: hers, and those that list the other entry. */
  readonly mayKnow: readonly NetworkMembership[];
  /** Networks that she has told, by id. */
  readonly told: readonly string[];
}

/** Her word about another entry, and which networks may know it. */
export interface HerAnswer {
  readonly word: HerWord;
  /** Ids. */
  readonly told: readonly string[];
}

interface Row {
  readonly id: string;
  readonly state: LinkState;
  readonly told: readonly string[];
  readonly otherId: string;
}

/**
 * Other entries that are perhaps hers, for the mediator herself. Her word settles, and networks learn of it only what she
 * ticks.
 */
@Injectable()
export class HerDuplicateService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** What waits for her first: what she is asked, then the likeliest. @throws NotPermittedError */
  async list(viewer: Viewer): Promise<HerDuplicate[]> {
    const id = ownMediatorId(viewer);
    return this.database.transaction(async (tx) => {
      const rows = await tx.query<Row>(
        `${SELECT_HERS} ORDER BY array_position(ARRAY['ask-her', 'open'], p.state), p.weight DESC, p.id`,
        [id],
      );
      return this.shown(tx, id, rows);
    });
  }

  /** One entry. @throws NotPermittedError; NotFoundError where she is not shown it */
  async byId(viewer: Viewer, id: string): Promise<HerDuplicate> {
    const herId = ownMediatorId(viewer);
    return this.database.transaction((tx) => this.one(tx, herId, id));
  }

  /** How many wait for her word. @throws NotPermittedError */
  async waiting(viewer: Viewer): Promise<number> {
    const [found] = await this.database.query<{ count: number }>(
      `SELECT count(*)::int FROM (${SELECT_HERS} AND p.state IN ('ask-her', 'open')) AS waiting`,
      [ownMediatorId(viewer)],
    );
    return found?.count ?? 0;
  }

  /**
   * Says whether another entry is hers. It can be said otherwise later. Nobody is told that she cannot say. Gives the entry as it
   * stands then.
   *
   * @throws NotPermittedError; NotFoundError where she is not shown it; InvalidInputError for a network that lists neither
   */
  async answer(
    viewer: Viewer,
    id: string,
    { word, told: ticked }: HerAnswer,
  ): Promise<HerDuplicate> {
    const herId = ownMediatorId(viewer);
    const told = word === 'cannot-say' ? [] : ticked;
    return this.database.transaction(async (tx) => {
      // Before the pair, as whoever erases or merges does.
      await tx.query(
        `SELECT FROM mediator WHERE id IN (SELECT unnest(ARRAY[one_id, other_id]) FROM duplicate_pair
           WHERE id = $2 AND for_id IN (${SELECT_HER_RECORDS}))
         ORDER BY id FOR KEY SHARE`,
        [herId, id],
      );
      const shown = await this.one(tx, herId, id, 'FOR UPDATE OF p');
      const known = new Set(shown.mayKnow.map(({ networkId }) => networkId));
      if (told.some((network) => !known.has(network))) throw new InvalidInputError([UNKNOWN]);
      await tx.query(
        `UPDATE duplicate_pair p SET state = $2, told = $3, told_as = m.public_id, revision = p.revision + 1
         FROM mediator m WHERE p.id = $1 AND m.id = p.for_id`,
        [id, word, told],
      );
      if (word === 'same' && told.length > 0) await showNetworks(tx, id, told, this.now());
      await recordAudit(tx, viewer, [
        changeRecord(
          'duplicate.answer',
          'duplicate',
          { id, state: shown.state, told: shown.told },
          { id, state: word, told },
        ),
      ]);
      return { ...shown, state: word, told };
    });
  }

  /**
   * Takes back for her a yes to another entry, and what networks were told: what she has said since the backup, the log does not
   * tell. That they are two women stays, for it keeps them apart.
   *
   * @throws NotPermittedError; NotFoundError where there is nothing to take back
   */
  async takeBack(viewer: Viewer, id: string): Promise<void> {
    authorise(viewer, 'hide', { kind: 'hiding', networkId: null, byCoordinator: false });
    await this.database.transaction(async (tx) => {
      const [before] = await tx.query<{ state: LinkState; told: readonly string[] }>(
        `SELECT state, told FROM duplicate_pair
         WHERE id = $1 AND for_id IS NOT NULL AND (state = 'same' OR told <> '{}') FOR UPDATE`,
        [id],
      );
      if (!before) throw new NotFoundError('suggestion');
      const state = before.state === 'same' ? 'open' : before.state;
      await tx.query(
        `UPDATE duplicate_pair SET state = $2, told = '{}', revision = revision + 1 WHERE id = $1`,
        [id, state],
      );
      await recordAudit(tx, viewer, [
        changeRecord('duplicate.answer', 'duplicate', { id, ...before }, { id, state, told: [] }),
      ]);
    });
  }

  private async one(tx: Transaction, herId: string, id: string, lock = ''): Promise<HerDuplicate> {
    const rows = await tx.query<Row>(`${SELECT_HERS} AND p.id = $2 ${lock}`, [herId, id]);
    const [shown] = await this.shown(tx, herId, rows);
    if (!shown) throw new NotFoundError('suggestion');
    return shown;
  }

  private async shown(
    tx: Transaction,
    herId: string,
    rows: readonly Row[],
  ): Promise<HerDuplicate[]> {
    const today = this.now();
    const ids = [herId, ...rows.map(({ otherId }) => otherId)];
    const records = new Map((await new ProfileReader(tx).byIds(ids)).map((one) => [one.id, one]));
    const own = records.get(herId)?.networks ?? [];
    return rows.flatMap(({ otherId, ...row }) => {
      const record = records.get(otherId);
      const view = record && projectProfile(record, 'PUBLIC', today);
      if (!view) return [];
      const { publicId, name, networks } = view;
      const others = networks.filter(
        ({ networkId }) => !own.some((one) => one.networkId === networkId),
      );
      return [{ ...row, publicId, name, networks, mayKnow: [...own, ...others] }];
    });
  }
}

const UNKNOWN = {
  path: 'told',
  code: 'UNKNOWN',
  message: refusal('duplicates.listsNeither'),
} as const;

/**
 * What the mediator `$1` is shown: entries in the directory under a name, of two networks only while both agree to be
 * compared; each once, if a record that was merged into hers has a row for it, too. Selects `id`, `state`, `told`, `otherId`.
 */
const SELECT_HERS = `SELECT p.id, p.state, p.told, x.id AS "otherId"
FROM duplicate_pair p JOIN mediator h ON h.id = $1
  JOIN mediator x ON x.id = CASE p.for_id WHEN p.one_id THEN p.other_id ELSE p.one_id END
WHERE p.for_id IN (${SELECT_HER_RECORDS}) AND x.id NOT IN (${SELECT_HER_RECORDS}) AND ${isListedUnderName('x')}
  AND (NOT p.across OR ${isCompared('x')} AND ${isCompared('h', true)})
  AND (p.for_id = h.id OR NOT EXISTS (SELECT FROM duplicate_pair q WHERE q.for_id = h.id AND x.id IN (q.one_id, q.other_id)))`;

/**
 * Her word is asked for wherever it counts; where both are hers, a network that she tells also has the pair to see, weighed by what
 * it sees of both. One that lists the other entry only says for itself whether she is whom it lists: else a stranger could claim an
 * entry.
 */
async function showNetworks(
  tx: Transaction,
  id: string,
  told: readonly string[],
  today: Date,
): Promise<void> {
  const [pair] = await tx.query<PairOfRecords>(
    'SELECT one_id AS one, other_id AS other FROM duplicate_pair WHERE id = $1',
    [id],
  );
  if (!pair) return;
  const { one, other, weight, model, bars } = await weighedAsSeen(tx, pair, today);
  const rows = told.map((network) => ({ id: uuidv7(), network }));
  await tx.query(
    `INSERT INTO duplicate_pair (id, network_id, across, one_id, other_id, weight, model, bars)
     SELECT r.id, r.network, NOT (${isListedBy('r.network', 'o')} AND ${isListedBy('r.network', 't')}), o.id, t.id, $4, $5, $6
     FROM mediator o, mediator t, json_to_recordset($1) AS r(id uuid, network uuid)
     WHERE o.id = $2 AND t.id = $3 ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows), one, other, weight, model, JSON.stringify(bars)],
  );
}
