import { CLOCK } from '#config';
import type { Reader, Transaction } from '#database';
import type { Viewer } from '#identity';
import { InvalidStateError, NotFoundError, textProblems, throwIfProblems } from '#kernel';
import { refusal } from '#messages';
import { sealJson, type SealedColumns, Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { sealedPlace } from '../sealed-tables.js';
import {
  openContents,
  seenBy,
  type RelayContents,
  type RelayMessageView,
} from './relay-message.js';
import { RelayMessageEntity } from './relay-message.entity.js';
import type { RelayAuthor, RelaySide } from './relay-states.js';

/** Most messages of one side that wait for the desk. */
const MOST_WAITING = 20;
const LONGEST_TEXT = 4_000;
const LONGEST_WORD = 1_000;

/** A message that is written now. */
export interface NewRelayMessage {
  readonly author: RelayAuthor;
  readonly recipient: RelaySide;
  readonly text: string;
}

/**
 * Messages of an introduction that go through the desk of her network, so that neither side knows how the other is
 * reached. Whoever calls has locked the introduction, asked the policy, and writes the audit entry.
 */
@Injectable()
export class RelayService {
  constructor(
    private readonly vault: Vault,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * Writes a message. One of the organizer or the mediator waits for the desk; one of the desk itself is passed at once.
   *
   * @throws InvalidInputError; InvalidStateError if too many of the author's wait
   */
  async write(
    tx: Transaction,
    viewer: Viewer,
    introductionId: string,
    { author, recipient, text }: NewRelayMessage,
  ): Promise<string> {
    throwIfProblems(textProblems('text', text, LONGEST_TEXT, true));
    const waiting = await tx.manager.countBy(RelayMessageEntity, {
      introductionId,
      author,
      state: 'waiting',
    });
    if (waiting >= MOST_WAITING) {
      throw new InvalidStateError(refusal('introductions.tooManyMessages', { most: MOST_WAITING }));
    }
    const id = uuidv7();
    const now = this.now();
    const isDesk = author === 'desk';
    await tx.manager.insert(RelayMessageEntity, {
      id,
      introductionId,
      author,
      recipient,
      ...(await this.seal(tx, id, { text: text.trim(), word: null })),
      state: isDesk ? 'passed' : 'waiting',
      createdBy: viewer.name,
      createdAt: now,
      handledAt: isDesk ? now : null,
      handledBy: isDesk ? viewer.name : null,
    });
    return id;
  }

  /** The desk passes a message on, as it was written. @throws NotFoundError; InvalidStateError if it waits no more */
  async pass(
    tx: Transaction,
    viewer: Viewer,
    introductionId: string,
    id: string,
  ): Promise<RelayMessageView> {
    return this.handle(tx, viewer, introductionId, id, 'passed', null);
  }

  /**
   * The desk holds a message back, with a word to who wrote it. The other side never learns of it.
   *
   * @throws NotFoundError, InvalidInputError; InvalidStateError if it waits no more
   */
  async hold(
    tx: Transaction,
    viewer: Viewer,
    introductionId: string,
    id: string,
    word: string,
  ): Promise<RelayMessageView> {
    throwIfProblems(textProblems('word', word, LONGEST_WORD, true));
    return this.handle(tx, viewer, introductionId, id, 'held', word.trim());
  }

  /** The messages of an introduction that a side may read, the oldest first. */
  async read(
    reader: Pick<Transaction, 'manager'>,
    introductionId: string,
    side: RelayAuthor,
  ): Promise<RelayMessageView[]> {
    return (await this.readAll(reader, [introductionId], side)).get(introductionId) ?? [];
  }

  /** The same of many introductions, by introduction; one without any is absent. */
  async readAll(
    reader: Pick<Transaction, 'manager'>,
    introductionIds: readonly string[],
    side: RelayAuthor,
  ): Promise<Map<string, RelayMessageView[]>> {
    if (introductionIds.length === 0) return new Map();
    const rows = await reader.manager.find(RelayMessageEntity, {
      where: { introductionId: In([...introductionIds]) },
      order: { id: 'ASC' },
    });
    const read = new Map<string, RelayMessageView[]>();
    for (const row of rows) {
      // What a side may not read is not even opened.
      if (!seenBy(side, row)) continue;
      const before = read.get(row.introductionId) ?? [];
      read.set(row.introductionId, [...before, await this.open(row)]);
    }
    return read;
  }

  /** How many messages wait for the desk of a network. */
  async waitingAt(reader: Reader, networkId: string): Promise<number> {
    const [row] = await reader.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM relay_message m JOIN introduction i ON i.id = m.introduction_id
       WHERE i.network_id = $1 AND m.state = 'waiting'`,
      [networkId],
    );
    return row?.waiting ?? 0;
  }

  private async handle(
    tx: Transaction,
    viewer: Viewer,
    introductionId: string,
    id: string,
    state: 'passed' | 'held',
    word: string | null,
  ): Promise<RelayMessageView> {
    const held = await tx.manager.findOne(RelayMessageEntity, {
      where: { id, introductionId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!held) throw new NotFoundError('message');
    if (held.state !== 'waiting')
      throw new InvalidStateError(
        refusal('introductions.messageIs', { state: refusal(`state.is.${held.state}`) }),
      );
    const before = await this.open(held);
    const handledAt = this.now();
    await tx.manager.update(
      RelayMessageEntity,
      { id },
      {
        ...(word !== null && (await this.seal(tx, id, { text: before.text, word }))),
        state,
        handledAt,
        handledBy: viewer.name,
      },
    );
    return { ...before, state, handledAt, word };
  }

  private async seal(tx: Transaction, id: string, contents: RelayContents): Promise<SealedColumns> {
    return sealJson(tx, this.vault, contents, sealedPlace('relay_message', id));
  }

  private async open(row: RelayMessageEntity): Promise<RelayMessageView> {
    const { id, author, recipient, state, createdAt, handledAt } = row;
    const contents = await openContents(this.vault, row);
    return { id, author, recipient, state, at: createdAt, handledAt, ...contents };
  }
}
