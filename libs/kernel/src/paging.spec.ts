import { refusal } from '#messages';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidInputError } from './errors.js';
import { Cursors, digestOf, pageFrom, pageResult } from './paging.js';

const isKey = (value: unknown): value is string => typeof value === 'string';
const names = new Cursors('names', isKey);

describe('cursors', () => {
  it('give back the place that was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (key) => {
        expect(names.read(names.write(key), 'after')).toBe(key);
      }),
    );
  });

  const strange = Buffer.from('["names",7]').toString('base64url');
  it.each([
    ['of another list', new Cursors('others', isKey).write('Awa')],
    ['that holds no place of the list', strange],
    ['that is no JSON', Buffer.from('names').toString('base64url')],
    ['that is JSON and no list', Buffer.from('{"0":"names"}').toString('base64url')],
    ['that is empty', ''],
    ['that is no base64', '🕊'],
  ])('refuse one %s', (_what, cursor) => {
    expect(() => names.page({ first: 2, after: cursor })).toThrow(
      new InvalidInputError([
        {
          path: 'after',
          code: 'MALFORMED',
          message: refusal('list.wrongCursor'),
        },
      ]),
    );
    expect(() => names.page({ last: 2, before: cursor })).toThrow(/^before: /);
  });

  it('of two queries differ', () => {
    expect(digestOf(['fr', null])).toBe(digestOf(['fr', null]));
    expect(digestOf(['fr', null])).not.toBe(digestOf(['fr', '']));
  });
});

describe('pages', () => {
  const list = ['a', 'b', 'c', 'd', 'e'];

  /** What a list in memory finds for a page: one entry more than asked, in the direction of the page. */
  function listed(page: Parameters<typeof pageFrom>[0]) {
    const requested = pageFrom(page);
    const { forward, size, from } = requested;
    const beyond = list.filter((key) => from === null || (forward ? key > from : key < from));
    const found = (forward ? beyond : beyond.toReversed()).slice(0, size + 1);
    return pageResult(requested, found, list.length, beyond.length < list.length);
  }

  it('walk a list in both directions, each entry once, in the order of the list', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.boolean(), (size, forward) => {
        const seen: string[] = [];
        let from: string | null = null;
        for (;;) {
          const page = listed(
            forward ? { first: size, after: from } : { last: size, before: from },
          );
          if (forward) seen.push(...page.items);
          else seen.unshift(...page.items);
          expect(forward ? page.hasPreviousPage : page.hasNextPage).toBe(from !== null);
          expect(page.totalCount).toBe(list.length);
          if (!(forward ? page.hasNextPage : page.hasPreviousPage)) break;
          from = (forward ? page.items.at(-1) : page.items[0]) ?? null;
        }
        expect(seen).toEqual(list);
      }),
    );
  });
});
