import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import {
  InvalidStateError,
  NotFoundError,
  textProblems,
  throwIfProblems,
  type InputProblem,
} from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import { uuidv7 } from 'uuidv7';
import { changeRecord, recordAudit } from '../audit/record-audit.js';
import { authorise } from '../policy/policy.js';
import type { Viewer } from '../viewer.js';
import { SavedViewEntity } from './saved-view.entity.js';

const LONGEST = { name: 100, query: 4_000 } as const;
/** Views that an account keeps of one screen at most. */
const MOST = 50;

/** A list as somebody looked at it. */
export interface SavedView {
  readonly id: string;
  /** Which list it is of. */
  readonly screen: string;
  readonly name: string;
  /** Filters and order, as the address of the screen has them. */
  readonly query: string;
  readonly createdAt: Date;
}

/** Views of lists that people keep for themselves. Nobody else sees them. */
@Injectable()
export class SavedViewService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** Her own, the oldest first; of one screen, or of all. @throws NotPermittedError */
  async list(viewer: Viewer, screen: string | null): Promise<SavedView[]> {
    authorise(viewer, 'edit', { kind: 'account', userId: viewer.userId });
    const found = await this.database.manager.find(SavedViewEntity, {
      where: { accountId: viewer.userId ?? '', ...(screen !== null && { screen }) },
      order: { id: 'ASC' },
    });
    return Promise.all(found.map((entity) => this.opened(entity)));
  }

  /** @throws NotPermittedError, InvalidInputError, InvalidStateError where she keeps too many */
  async save(
    viewer: Viewer,
    { screen, name, query }: Pick<SavedView, 'screen' | 'name' | 'query'>,
  ): Promise<SavedView> {
    authorise(viewer, 'edit', { kind: 'account', userId: viewer.userId });
    const problems: InputProblem[] = [
      ...textProblems('name', name, LONGEST.name, true),
      ...textProblems('query', query, LONGEST.query, false),
    ];
    if (!/^[a-z0-9-]{1,60}$/u.test(screen)) {
      const message = refusal('views.name');
      problems.push({ path: 'screen', code: 'MALFORMED', message });
    }
    throwIfProblems(problems);
    const accountId = viewer.userId ?? '';
    return this.database.transaction(async (tx) => {
      await tx.query('SELECT FROM account WHERE id = $1 FOR NO KEY UPDATE', [accountId]);
      const kept = await tx.manager.countBy(SavedViewEntity, { accountId, screen });
      if (kept >= MOST) throw new InvalidStateError(refusal('views.most', { most: MOST }));
      const id = uuidv7();
      const sealer = await this.vault.sealer(tx);
      const text = JSON.stringify({ name: name.trim(), query });
      const { keyId, bytes } = sealer.seal(text, savedViewPlace(id));
      await tx.manager.insert(SavedViewEntity, { id, accountId, screen, keyId, sealed: bytes });
      await recordAudit(tx, viewer, [
        changeRecord('account.save-view', 'saved-view', null, { id, screen }),
      ]);
      return this.opened(await tx.manager.findOneByOrFail(SavedViewEntity, { id }));
    });
  }

  /** @throws NotPermittedError, NotFoundError for one that is not hers */
  async remove(viewer: Viewer, id: string): Promise<void> {
    authorise(viewer, 'edit', { kind: 'account', userId: viewer.userId });
    await this.database.transaction(async (tx) => {
      const gone = await tx.query<{ screen: string }>(
        'DELETE FROM saved_view WHERE id = $1 AND account_id = $2 RETURNING screen',
        [id, viewer.userId],
      );
      const [{ screen } = { screen: null }] = gone;
      if (screen === null) throw new NotFoundError('savedView');
      await recordAudit(tx, viewer, [
        changeRecord('account.remove-view', 'saved-view', { id, screen }, null),
      ]);
    });
  }

  private async opened(entity: SavedViewEntity): Promise<SavedView> {
    const { id, screen, keyId, sealed: bytes, createdAt } = entity;
    const text = await this.vault.open({ keyId, bytes }, savedViewPlace(id));
    return { id, screen, createdAt, ...(JSON.parse(text) as { name: string; query: string }) };
  }
}

/** What a sealed view is bound to. */
export function savedViewPlace(id: string): string {
  return `saved_view:${id}`;
}
