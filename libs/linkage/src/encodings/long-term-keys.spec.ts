import { describe, expect, it } from '@jest/globals';
import type { LinkageRecord } from '../record.js';
import { dice, ENCODING_BITS, HARDENED, LongTermKeys, PLAIN } from './long-term-keys.js';

const SECRET = Buffer.from('a secret of one exchange');
const AMINA: LinkageRecord = {
  id: '1',
  list: 'a',
  names: ['Amina Ben Salah', 'أمينة'],
  born: '1970-03-09',
  nationalities: ['TN', 'FR'],
};
const encoded = (record: LinkageRecord, hardening = HARDENED, secret = SECRET) =>
  new LongTermKeys(secret, hardening).encode(record);

describe.each([
  ['plain', PLAIN],
  ['hardened', HARDENED],
])('encodings for linkage, %s', (_, hardening) => {
  it('say the same of the same in any order and case', () => {
    const same = {
      ...AMINA,
      id: '2',
      names: ['أمينة', 'SALAH, Amina ben'],
      nationalities: ['FR', 'TN'],
    };
    expect(dice(encoded(AMINA, hardening), encoded(same, hardening))).toBe(1);
    expect(encoded(AMINA, hardening)).toHaveLength(ENCODING_BITS / 32);
  });

  it('are liker for a slip of the pen than for another woman', () => {
    const to = (changes: Partial<LinkageRecord>) =>
      dice(encoded(AMINA, hardening), encoded({ ...AMINA, ...changes }, hardening));
    const slip = to({ names: ['Amina Ben Salaeh', 'أمينة'] });
    const another = to({ names: ['Wanjiku Kamau'], born: '1950', nationalities: ['KE'] });
    expect(slip).toBeGreaterThan(another + 0.1);
    expect(slip).toBeLessThan(1);
  });

  it('tell nothing by another secret', () => {
    const other = encoded(AMINA, hardening, Buffer.from('another secret'));
    const stranger = { ...AMINA, names: ['Wanjiku Kamau'], born: '1950', nationalities: ['KE'] };
    const likeness = dice(encoded(AMINA, hardening), other);
    expect(likeness).toBeLessThan(
      dice(encoded(AMINA, hardening), encoded(stranger, hardening)) + 0.1,
    );
  });
});

describe('the likeness of encodings', () => {
  it('is that of Dice', () => {
    expect(dice(Uint32Array.of(0b1110, 1), Uint32Array.of(0b0111, 0))).toBeCloseTo(4 / 7);
    expect(dice(Uint32Array.of(0), Uint32Array.of(0))).toBe(0);
    expect(dice(Uint32Array.of(0xffffffff), Uint32Array.of(0xffffffff))).toBe(1);
  });
});
