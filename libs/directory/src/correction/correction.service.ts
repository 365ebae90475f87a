import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { changeRecord, hidden, may, ownMediatorId, recordAudit, type Viewer } from '#identity';
import {
  characterCount,
  type InputProblem,
  InvalidStateError,
  NotFoundError,
  textProblems,
  throwIfProblems,
} from '#kernel';
import { refusal } from '#messages';
import { type Sealed, Vault } from '#vault';
import { uuidv7 } from 'uuidv7';
import { lockMediator } from '../mediator/lock-mediator.js';
import { CORRECTION_STEPS, type CorrectionState, type CorrectionStep } from './correction-steps.js';
import { correctionPlace, readCorrections, type CorrectionView } from './correction-view.js';

const LONGEST_TEXT = 4_000;
const LONGEST_FIELD = 60;
/** Requests of one woman that may wait at a time. */
const MOST_OPEN = 50;

/** What she asks to be put right: the coordinators of her networks see it, handle it and answer. */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** Asks. @throws NotPermittedError, InvalidInputError; InvalidStateError where too many wait already. */
  async request(viewer: Viewer, field: string | null, text: string): Promise<CorrectionView> {
    return this.database.transaction((tx) => this.requestIn(tx, viewer, field, text));
  }

  /** The same in a transaction of the caller's. */
  async requestIn(
    tx: Transaction,
    viewer: Viewer,
    field: string | null,
    text: string,
  ): Promise<CorrectionView> {
    const mediatorId = ownMediatorId(viewer);
    throwIfProblems([...textProblems('text', text, LONGEST_TEXT, true), ...fieldProblems(field)]);
    await lockMediator(tx, viewer, mediatorId, (woman) =>
      may(viewer, 'request-correction', { kind: 'profile', ...woman }),
    );
    const [{ open } = { open: 0 }] = await tx.query<{ open: number }>(
      `SELECT count(*)::int AS open FROM correction WHERE mediator_id = $1 AND state = 'open'`,
      [mediatorId],
    );
    if (open >= MOST_OPEN) {
      throw new InvalidStateError(refusal('corrections.tooMany', { most: MOST_OPEN }));
    }
    const id = uuidv7();
    const sealer = await this.vault.sealer(tx);
    const { keyId, bytes } = sealer.seal(text.trim(), correctionPlace(id, 'request'));
    await tx.query(
      'INSERT INTO correction (id, mediator_id, field, key_id, request) VALUES ($1, $2, $3, $4, $5)',
      [id, mediatorId, field, keyId, bytes],
    );
    return this.recorded(tx, viewer, 'correction.request', id, null);
  }

  /** Handles a request that waits. @throws NotFoundError, InvalidInputError, InvalidStateError */
  async handle(
    viewer: Viewer,
    id: string,
    step: CorrectionStep,
    answer: string,
  ): Promise<CorrectionView> {
    throwIfProblems(textProblems('answer', answer, LONGEST_TEXT, true));
    return this.database.transaction(async (tx) => {
      const [held] = await tx.query<{ mediatorId: string; state: CorrectionState } & Sealed>(
        `SELECT mediator_id AS "mediatorId", state, key_id AS "keyId", request AS bytes
         FROM correction WHERE id = $1 FOR UPDATE`,
        [id],
      );
      if (!held) throw hidden(viewer, 'request');
      await lockMediator(tx, viewer, held.mediatorId, (woman) =>
        may(viewer, CORRECTION_STEPS.action(step), { kind: 'profile', ...woman }),
      ).catch((error: unknown) => {
        throw error instanceof NotFoundError ? new NotFoundError('request') : error;
      });
      const state = CORRECTION_STEPS.take(step, held.state);
      const before = (await this.one(tx, id)) ?? null;
      // Both texts of a row are sealed by one key.
      const request = await this.vault.open(held, correctionPlace(id, 'request'));
      const sealer = await this.vault.sealer(tx);
      const { keyId, bytes } = sealer.seal(request, correctionPlace(id, 'request'));
      await tx.query(
        `UPDATE correction SET key_id = $2, request = $3, answer = $4, state = $5, handled_at = now(), handled_by = $6
         WHERE id = $1`,
        [
          id,
          keyId,
          bytes,
          sealer.seal(answer.trim(), correctionPlace(id, 'answer')).bytes,
          state,
          viewer.name,
        ],
      );
      return this.recorded(tx, viewer, CORRECTION_STEPS.audit(step), id, before);
    });
  }

  /** Her own requests, the latest first. @throws NotPermittedError */
  async own(viewer: Viewer): Promise<CorrectionView[]> {
    return readCorrections(this.database, this.vault, 'c.mediator_id = $1', [
      ownMediatorId(viewer),
    ]);
  }

  /** One request, for her and for the coordinators who handle it. @throws NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<CorrectionView> {
    return this.database.transaction(async (tx) => {
      const found = await this.one(tx, id);
      // Without a request nobody is asked for: as many steps as for one that is hidden.
      await lockMediator(tx, viewer, found?.mediatorId ?? id, (woman) => {
        const subject = { kind: 'profile', ...woman } as const;
        return (
          may(viewer, 'handle-correction', subject) || may(viewer, 'request-correction', subject)
        );
      });
      if (!found) throw new NotFoundError('request');
      return found;
    });
  }

  /** Open requests of women whom a network lists, the oldest first. @throws NotFoundError */
  async waiting(viewer: Viewer, networkId: string): Promise<CorrectionView[]> {
    const subject = { kind: 'profile', mediatorId: null, networkIds: [networkId] } as const;
    if (!may(viewer, 'handle-correction', subject)) throw hidden(viewer, 'network');
    const found = await readCorrections(
      this.database,
      this.vault,
      `c.state = 'open' AND EXISTS (SELECT FROM affiliation a
         WHERE a.mediator_id = c.mediator_id AND a.network_id = $1 AND a.status <> 'ended')`,
      [networkId],
    );
    return found.toReversed();
  }

  private async one(tx: Transaction, id: string): Promise<CorrectionView | undefined> {
    return (await readCorrections(tx, this.vault, 'c.id = $1', [id]))[0];
  }

  private async recorded(
    tx: Transaction,
    viewer: Viewer,
    action: string,
    id: string,
    before: CorrectionView | null,
  ): Promise<CorrectionView> {
    const after = await this.one(tx, id);
    if (!after) throw new NotFoundError('request');
    const state = (view: CorrectionView) => ({ ...view, id: view.mediatorId, correction: view.id });
    await recordAudit(tx, viewer, [
      changeRecord(action, 'mediator', before && state(before), state(after)),
    ]);
    return after;
  }
}

function fieldProblems(field: string | null): InputProblem[] {
  if (field === null || (field.trim() !== '' && characterCount(field) <= LONGEST_FIELD)) return [];
  const message = refusal('corrections.field', { most: LONGEST_FIELD });
  return [{ path: 'field', code: 'TOO_LONG', message }];
}
