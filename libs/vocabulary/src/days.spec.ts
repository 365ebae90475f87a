import { describe, expect, it } from '@jest/globals';
import { readDay, type DateOrder } from './days.js';

describe('days', () => {
  it.each<[string, DateOrder | null, string]>([
    ['2021-04-03', null, '2021-04-03'],
    ['2021-04-03', 'DMY', '2021-04-03'],
    ['2021-04-03T00:00:00', null, '2021-04-03'],
    ['03/04/2021', 'DMY', '2021-04-03'],
    ['03/04/2021', 'MDY', '2021-03-04'],
    ['13.03.2019', 'DMY', '2019-03-13'],
    ['2021/4/3', 'YMD', '2021-04-03'],
    ['٠٣/٠٤/٢٠٢١', 'DMY', '2021-04-03'],
    ['12 mars 2021', null, '2021-03-12'],
    ['1er août 2021', null, '2021-08-01'],
    ['٣ أبريل ٢٠٢١', null, '2021-04-03'],
    ['3 كانون الثاني 2021', null, '2021-01-03'],
    ['3 de abril de 2021', null, '2021-04-03'],
    ['3 de março de 2021', null, '2021-03-03'],
    ['3 Aprili 2021', null, '2021-04-03'],
    ['3rd April 2021', null, '2021-04-03'],
    ['April 3, 2021', 'DMY', '2021-04-03'],
    ['29 Feb 2020', null, '2020-02-29'],
  ])('%s (%s) is %s', (text, order, day) => {
    expect(readDay(text, order)).toBe(day);
  });

  it.each<[string, DateOrder | null]>([
    ['03/04/2021', null],
    ['13/13/2021', 'DMY'],
    ['13/03/2021', 'MDY'],
    ['03/04/21', 'DMY'],
    ['3 avril 21', null],
    ['29 Feb 2021', null],
    ['31/04/2021', 'DMY'],
    ['2021-13-01', null],
    ['2019', 'DMY'],
    ['March 2019', null],
    ['3 Brumaire 2021', null],
    ['03/04-2021', 'DMY'],
    ['', 'DMY'],
  ])('refuses %s (%s)', (text, order) => {
    expect(readDay(text, order)).toBeNull();
  });
});
