import { describe, expect, it } from '@jest/globals';
import { Arena } from './arena.js';

describe('Arena', () => {
  it('gives blocks that do not overlap, and keeps their words when it grows', () => {
    const arena = new Arena();
    const blocks = Array.from({ length: 200 }, (_, i) => {
      const length = 1 + (i % 13);
      const offset = arena.allocate(length);
      arena.words.fill(i, offset, offset + length);
      return { offset, length };
    });
    blocks.forEach(({ offset, length }, i) => {
      expect([...arena.words.subarray(offset, offset + length)]).toEqual(Array(length).fill(i));
    });
  });

  it('reuses released blocks of one size, the last first, before it grows', () => {
    const arena = new Arena();
    const [a, b] = [arena.allocate(5), arena.allocate(7)];
    const other = arena.allocate(12);
    arena.release(a, 5);
    arena.release(b, 7);
    arena.release(other, 12);
    expect(arena.allocate(8)).toBe(b);
    expect(arena.allocate(6)).toBe(a);
    expect(arena.allocate(9)).toBe(other);
    const fresh = arena.allocate(8);
    expect([a, b, other]).not.toContain(fresh);
  });

  it('links released blocks beyond the first 65,536', () => {
    const arena = new Arena();
    const blocks = Array.from({ length: 70_000 }, () => arena.allocate(4));
    const [first, last] = [blocks[0]!, blocks.at(-1)!];
    arena.release(last, 4);
    arena.release(first, 4);
    expect([arena.allocate(4), arena.allocate(4)]).toEqual([first, last]);
  });

  it('does not grow while as much is released as is taken', () => {
    const arena = new Arena();
    const blocks = Array.from({ length: 1000 }, () => arena.allocate(10));
    const { bytes } = arena;
    for (let i = 0; i < 50_000; i++) {
      arena.release(blocks[i % 1000]!, 10);
      blocks[i % 1000] = arena.allocate(10);
    }
    expect(arena.bytes).toBe(bytes);
    expect(new Set(blocks).size).toBe(1000);
  });
});
