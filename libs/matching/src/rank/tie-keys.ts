import { hash } from 'node:crypto';
import type { Need } from '../need/need.js';
import type { IdIndex } from '../pool/id-index.js';
import { UUID_LENGTH } from '../pool/uuid.js';

const DIGITS = 16;

/**
 * The first 8 bytes of SHA-256 of the UTF-8 text `seed:mediatorId`, as 16 lower-case hex digits,
 * which sort as the unsigned big-endian integer does. The seed defaults to the need's id. It favours
 * no name, network or insertion order, and another need shuffles differently.
 */
export function tieKey(need: Pick<Need, 'id' | 'seed'>, mediatorId: string): string {
  return digest(`${need.seed ?? need.id}:${mediatorId}`);
}

/** The tie keys of rows under one need. Tens of thousands may tie, so the text is written in place. */
export class TieKeys {
  private readonly text: Uint8Array;
  private readonly idAt: number;

  constructor(
    private readonly ids: IdIndex,
    need: Pick<Need, 'id' | 'seed'>,
  ) {
    const prefix = Buffer.from(`${need.seed ?? need.id}:`, 'utf8');
    this.idAt = prefix.length;
    this.text = new Uint8Array(this.idAt + UUID_LENGTH);
    this.text.set(prefix);
  }

  of(row: number): string {
    this.ids.writeId(row, this.text, this.idAt);
    return digest(this.text);
  }
}

function digest(text: string | Uint8Array): string {
  return hash('sha256', text, 'hex').slice(0, DIGITS);
}
