import { CLOCK } from '#config';
import { Database, listSelected, type Reader, type Transaction } from '#database';
import { authorise, changeRecord, hidden, may, recordAudit, type Viewer } from '#identity';
import {
  ConflictError,
  InvalidStateError,
  NotFoundError,
  textProblems,
  throwIfProblems,
  type ListPage,
  type ListResult,
} from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import {
  decisionPlace,
  readDecisions,
  readHerWords,
  readPairs,
  SELECT_SUGGESTIONS,
  type LinkExplanation,
  type LinkSuggestion,
} from './duplicate-view.js';
import { noteLooks } from './duplicate-looks.js';
import { seenNow } from './seen-pairs.js';
import { DuplicateQuestions } from './duplicate-questions.js';
import { herWord, stateOf } from './her-words.js';
import type { LinkState, LinkVerdict } from './verdicts.js';

const LONGEST_REASON = 1_000;

/** A verdict about two records, by the revision of the suggestion that was seen. */
export interface LinkDeed {
  readonly verdict: LinkVerdict;
  readonly reason: string;
  readonly revision: number;
}

/**
 * Records of one list, or of two, that are perhaps of one woman, for the coordinators of the network. Nothing is merged by
 * itself: whoever finds them the same goes on to merge them.
 */
@Injectable()
export class DuplicateService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly asking: DuplicateQuestions,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** The suggestions of a network, or of all (null), the likeliest first; a null state is any. @throws NotPermittedError */
  async list(
    viewer: Viewer,
    networkId: string | null,
    state: LinkState | null,
    page: ListPage,
  ): Promise<ListResult<LinkSuggestion>> {
    authorise(viewer, 'read', { kind: 'duplicate', networkId });
    const sql = `${SELECT_SUGGESTIONS} AND ($1::uuid IS NULL OR p.network_id = $1) AND ($2::text IS NULL OR ${stateOf('p')} = $2)`;
    const found = await listSelected<LinkSuggestion>(this.database, sql, [networkId, state], page);
    return { ...found, items: await this.asSeen(this.database, found.items) };
  }

  /** One suggestion. @throws NotFoundError where there is none, or none for this viewer */
  async byId(viewer: Viewer, id: string): Promise<LinkSuggestion> {
    // Nothing is read of another network's pair, not even to refuse it.
    const [found] = await this.database.query<LinkSuggestion>(
      `${SELECT_SUGGESTIONS} AND p.id = $1 AND ($2::uuid[] IS NULL OR p.network_id = ANY($2))`,
      [id, may(viewer, 'read', { kind: 'duplicate', networkId: null }) ? null : viewer.networkIds],
    );
    if (!found || !may(viewer, 'read', { kind: 'duplicate', networkId: found.networkId })) {
      throw hidden(viewer, 'suggestion');
    }
    const [seen] = await this.asSeen(this.database, [found]);
    return seen!;
  }

  /**
   * Why two records are suggested, with the values of both. That it was looked at is written down for both women in the same
   * transaction.
   *
   * @throws NotFoundError
   */
  async explain(viewer: Viewer, id: string): Promise<LinkExplanation> {
    const suggestion = await this.byId(viewer, id);
    return this.database.transaction(async (tx) => {
      const explanation = await this.explanation(tx, suggestion);
      const [pair] = await tx.query<{ one: string; other: string }>(
        'SELECT one_id AS one, other_id AS other FROM duplicate_pair WHERE id = $1',
        [id],
      );
      if (pair) await noteLooks(tx, viewer, suggestion.networkId, [pair.one, pair.other]);
      return explanation;
    });
  }

  /**
   * Says what somebody knows about two records. It counts until somebody says otherwise, and also after another import or a
   * merge.
   *
   * @throws NotFoundError, NotPermittedError, InvalidInputError; ConflictError where somebody was faster; InvalidStateError where
   * she is to be asked and cannot be, or has let the network know what she says herself
   */
  async decide(
    viewer: Viewer,
    id: string,
    { verdict, reason, revision }: LinkDeed,
  ): Promise<LinkExplanation> {
    throwIfProblems(textProblems('reason', reason, LONGEST_REASON, true));
    const { networkId } = await this.byId(viewer, id);
    authorise(viewer, 'decide', { kind: 'duplicate', networkId });
    return this.database.transaction(async (tx) => {
      const [held] = await tx.query<{ state: LinkState; revision: number; isHers: boolean }>(
        `SELECT state, revision, ${herWord('p')} IS NOT NULL AS "isHers" FROM duplicate_pair p WHERE id = $1 FOR UPDATE`,
        [id],
      );
      if (held?.revision !== revision) {
        throw new ConflictError(refusal('duplicates.decidedMeanwhile'));
      }
      if (held.isHers) throw new InvalidStateError(SHE_HAS_SAID);
      if (verdict === 'ask-her') await this.asking.ask(tx, id);
      const decisionId = uuidv7();
      const sealer = await this.vault.sealer(tx);
      const { keyId, bytes } = sealer.seal(reason.trim(), decisionPlace(decisionId));
      await tx.query(
        `INSERT INTO duplicate_decision (id, pair_id, verdict, decided_by, key_id, reason)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [decisionId, id, verdict, viewer.name, keyId, bytes],
      );
      await tx.query(
        'UPDATE duplicate_pair SET state = $2, revision = revision + 1 WHERE id = $1',
        [id, verdict],
      );
      await recordAudit(tx, viewer, [
        changeRecord(
          'duplicate.decide',
          'duplicate',
          { id, state: held.state },
          { id, state: verdict },
        ),
      ]);
      return this.explanation(tx, await one(tx, id));
    });
  }

  /**
   * Takes back, on a database that was restored, the verdict of a network that two records are one woman: what it has said since
   * the backup, the log does not tell. Every other verdict stays, for none shows more than no verdict does.
   *
   * @throws NotPermittedError; NotFoundError where there is nothing to take back
   */
  async takeBack(viewer: Viewer, id: string): Promise<void> {
    authorise(viewer, 'hide', { kind: 'hiding', networkId: null, byCoordinator: false });
    await this.database.transaction(async (tx) => {
      const changed = await tx.query(
        `UPDATE duplicate_pair SET state = 'open', revision = revision + 1
         WHERE id = $1 AND network_id IS NOT NULL AND state = 'same' RETURNING id`,
        [id],
      );
      if (changed.length === 0) throw new NotFoundError('suggestion');
      await recordAudit(tx, viewer, [
        changeRecord('duplicate.decide', 'duplicate', { id, state: 'same' }, { id, state: 'open' }),
      ]);
    });
  }

  private async explanation(tx: Transaction, suggestion: LinkSuggestion): Promise<LinkExplanation> {
    const [pair] = await readPairs(tx, [suggestion.id]);
    if (!pair) throw new ConflictError(CHANGED);
    const [seen] = suggestion.across ? await seenNow(tx, [pair], this.now()) : [pair];
    const { weight, model, bars } = seen!;
    return {
      suggestion: { ...suggestion, weight },
      model,
      bars,
      herWords: await readHerWords(tx, suggestion),
      decisions: await readDecisions(tx, this.vault, suggestion.id),
    };
  }

  /** Suggestions with the weights that their network may be told at this moment. */
  private async asSeen(
    reader: Reader,
    suggestions: readonly LinkSuggestion[],
  ): Promise<LinkSuggestion[]> {
    const across = suggestions.filter((each) => each.across).map(({ id }) => id);
    const pairs = await readPairs(reader, across);
    const seen = await seenNow(reader, pairs, this.now());
    const weights = new Map(pairs.map(({ id }, i) => [id, seen[i]!.weight]));
    return suggestions.map((each) => ({ ...each, weight: weights.get(each.id) ?? each.weight }));
  }
}

const SHE_HAS_SAID = refusal('duplicates.sheHasSaid');
const CHANGED = refusal('duplicates.changed');

/** A pair that this transaction has changed. */
async function one(tx: Transaction, id: string): Promise<LinkSuggestion> {
  const [found] = await tx.query<LinkSuggestion>(`${SELECT_SUGGESTIONS} AND p.id = $1`, [id]);
  if (!found) throw new ConflictError(CHANGED);
  return found;
}
