import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { validateNeed } from '#matching';
import { entry, isExpertise, isLanguage, isTerritory } from '#vocabulary';
import { demoNeeds, generatedRecords, PEACE_PROCESSES, SHAPES, type Shape } from './index.js';

const today = new Date('2026-11-01T12:00:00Z');
const [acacia, , , , quiet] = SHAPES as [Shape, Shape, Shape, Shape, Shape];
const generate = (shape: Shape, count: number, seed = 1) => [
  ...generatedRecords({ shape, count, seed, today }),
];

function shares(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const value of text.split('; ')) {
      counts.set(value, (counts.get(value) ?? 0) + 1 / texts.length);
    }
  }
  return counts;
}

describe('the generator', () => {
  it('gives the same women on every machine', () => {
    const digest = createHash('sha256').update(JSON.stringify(generate(acacia, 500)));
    expect(digest.digest('hex')).toBe(
      '5099b4ddb639f2578edf1ee6174b998b4fc762dee14622cca90dbe5e37351e93',
    );
  });

  it('gives code names that order nobody, each once', () => {
    const hidden = SHAPES.flatMap((shape, i) => generate(shape, shape.profiles, 1325 + i))
      .map(({ code_name: codeName = '', external_id: id = '' }) => ({ codeName, id }))
      .filter(({ codeName }) => codeName !== '');
    expect(hidden.length).toBeGreaterThan(30);
    expect(new Set(hidden.map(({ codeName }) => codeName)).size).toBe(hidden.length);
    for (const { codeName, id } of hidden) {
      expect(codeName).toMatch(/^[A-Z][a-z]+ \d{4}$/);
      expect(Number(codeName.split(' ')[1])).not.toBe(Number(id.slice(-6)));
    }
    const numbers = hidden.map(({ codeName }) => Number(codeName.split(' ')[1]));
    const rises = numbers.filter((number, i) => number > (numbers[i - 1] ?? 0)).length;
    expect(rises / numbers.length).toBeGreaterThan(0.3);
    expect(rises / numbers.length).toBeLessThan(0.7);
  });

  it('gives others for another seed', () => {
    expect(generate(acacia, 3, 2)).not.toEqual(generate(acacia, 3, 1));
  });

  it('begins alike, however many are wanted', () => {
    expect(generate(acacia, 20).slice(0, 5)).toEqual(generate(acacia, 5));
  });

  it('is skewed as lists are: some languages and countries common, many rare', () => {
    const women = generate(acacia, 3_000);
    const home = shares(women.map(({ nationality = '' }) => nationality));
    expect(home.size).toBe(acacia.countries.length);
    expect(home.get('Kenya')).toBeGreaterThan(0.2);
    expect(home.get('Guinea-Bissau')).toBeLessThan(0.02);
    const languages = shares(
      women.map(({ languages: held = '' }) => held.replaceAll(/ \(\w+\)/g, '')),
    );
    expect(languages.get('English')).toBeGreaterThan(0.5);
    expect(languages.size).toBeGreaterThan(60);
    expect([...languages.values()].filter((share) => share < 0.02).length).toBeGreaterThan(30);
  });

  it('gives nobody a way to be reached: reserved domain, unassigned country code', () => {
    for (const { email, telephone } of SHAPES.flatMap((shape) => generate(shape, 200))) {
      expect(email).toMatch(/^[a-z-]+-\d{6}@example\.org$/);
      expect(telephone).toMatch(/^\+999 \d{7}$/);
    }
  });

  it('says in every biography that it is fictional, and of the hidden nowhere where they are', () => {
    const women = generate(quiet, 200);
    const hidden = women.filter(({ pseudonymous }) => pseudonymous === 'yes');
    expect(hidden.length).toBeGreaterThan(100);
    for (const woman of women) expect(woman['biography:en']).toMatch(/^Fictional profile\./);
    for (const woman of hidden) expect(woman['biography:en']).not.toContain('(');
  });
});

describe('the networks', () => {
  it('are five, fictional and marked so, of about 400 women', () => {
    expect(SHAPES).toHaveLength(5);
    for (const { network } of SHAPES) {
      expect(network.fictional).toBe(true);
      expect(network.names.en).toMatch(/ \(demo\)$/);
    }
    expect(SHAPES.reduce((sum, { profiles }) => sum + profiles, 0)).toBe(400);
  });
});

describe('the peace processes', () => {
  it('are 42, with codes of the vocabularies', () => {
    expect(PEACE_PROCESSES).toHaveLength(42);
    for (const { territories, themes, languages, type, phase } of PEACE_PROCESSES) {
      expect(territories.every(isTerritory)).toBe(true);
      expect(themes.every(isExpertise)).toBe(true);
      expect(languages.every(isLanguage)).toBe(true);
      expect(entry('process-type', type)).toBeDefined();
      expect(entry('phase', phase)).toBeDefined();
    }
  });

  it('are each there once', () => {
    expect(new Set(PEACE_PROCESSES.map(({ slug }) => slug)).size).toBe(42);
  });
});

describe('the needs', () => {
  it('are a dozen that can be matched', () => {
    const needs = demoNeeds(today);
    expect(needs).toHaveLength(12);
    for (const { slug, criteria } of needs) {
      expect(validateNeed({ id: slug, ...criteria })).toEqual([]);
    }
  });
});
