import type { IndexedClearance, Viewer } from '#identity';
import { InvalidCursorError, RefusedError } from '#kernel';
import { refusal } from '#messages';
import type { Vault } from '#vault';
import { timingSafeEqual } from 'node:crypto';

/** The changes after this cursor are not known any more: read everything anew. */
export class StartAgainError extends RefusedError {
  constructor() {
    super(refusal('following.startAgain'));
  }
}

/** How far somebody has read a feed. */
export interface FeedPosition {
  /** The place of the last entry that was read. */
  readonly place: number;
  /** Where the feed ended when the reading began: what was removed by then was never told to this reader. */
  readonly start: number;
  /** Of the batch that holds the later of the two places; empty at the beginning of the feed. */
  readonly mark: string;
}

/** Hexadecimal digits of a seal: 128 bits. */
const SEAL = 32;

/**
 * Cursors of a feed. Each is sealed for one account at one clearance, so none can be made up or handed on; the same position
 * is the same cursor.
 */
export class FeedCursors {
  constructor(
    private readonly vault: Pick<Vault, 'fingerprint'>,
    private readonly viewer: Pick<Viewer, 'name' | 'clearance'>,
  ) {}

  write({ place, start, mark }: FeedPosition): string {
    const said = JSON.stringify([this.viewer.clearance, place, start, mark]);
    return Buffer.from(`${this.seal(said)}${said}`).toString('base64url');
  }

  /**
   * @throws InvalidCursorError where it is none of this account's; StartAgainError where the account had another clearance
   * when it got it
   */
  read(cursor: string): FeedPosition {
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    const said = text.slice(SEAL);
    if (!same(text.slice(0, SEAL), this.seal(said))) throw new InvalidCursorError('after');
    const [clearance, place, start, mark] = JSON.parse(said) as Said;
    if (clearance !== this.viewer.clearance) throw new StartAgainError();
    return { place, start, mark };
  }

  private seal(said: string): string {
    return this.vault.fingerprint(`change-feed ${this.viewer.name} ${said}`).slice(0, SEAL);
  }
}

type Said = readonly [clearance: IndexedClearance, place: number, start: number, mark: string];

function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
