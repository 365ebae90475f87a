import { say } from '#messages';
import { describe, expect, it } from '@jest/globals';
import { nameProblems } from './no-names.js';

const NAMES = {
  parts: ['Awa N’Diaye', 'زینب'],
  whole: ['Maria Peace', 'Grey Heron', 'Lake Institute'],
};
const problems = (text: string) => nameProblems('happened', text, NAMES).map(({ code }) => code);

describe('a lesson', () => {
  it('holds no part of the names of those whom it is about, however it is written', () => {
    for (const text of [
      'Awa spoke first.',
      'Then AWA-NDIAYE left.',
      'mit Ndiaye',
      'قالت زينب شيئا',
    ]) {
      expect(problems(text)).toEqual(['NOT_PERMITTED']);
    }
  });

  it('may hold words that are in names of others, but not the names', () => {
    expect(problems('There was peace at the lake, and Maria is a common name.')).toEqual([]);
    expect(problems('It was Maria  Peace who asked.')).toEqual(['NOT_PERMITTED']);
    expect(problems('the grey heron agreed')).toEqual(['NOT_PERMITTED']);
    expect(problems('the Lake Institute paid late')).toEqual(['NOT_PERMITTED']);
  });

  it('holds no address, number or link', () => {
    for (const text of [
      'Write to someone@example.org.',
      'Call +254 700 123456 first.',
      'Call 0049 (30) 1234567.',
      'Reach 0700 123 456 7',
      'See www.example',
      'See https://lake.example/a',
      'On signal @lakeside',
    ]) {
      expect([text, problems(text)]).toEqual([text, ['NOT_PERMITTED']]);
    }
  });

  it('may hold numbers that reach nobody', () => {
    for (const text of [
      'From 2019 to 2023, 12 of 45 clauses.',
      'On 2026-11-29 at 14:30.',
      'Resolution 1325 (2000).',
      'It cost 1,200,000.',
    ]) {
      expect([text, problems(text)]).toEqual([text, []]);
    }
  });

  it('repeats nothing of the name', () => {
    const [problem] = nameProblems('why', 'Awa said so', NAMES);
    expect(say(problem!.message, 'en')).not.toMatch(/awa/i);
  });
});
