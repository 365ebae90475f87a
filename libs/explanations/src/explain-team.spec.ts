import { type Requirement } from '#matching';
import { LOCALES } from '#vocabulary';
import { describe, expect, it } from '@jest/globals';
import { explainCoverage, explainRelaxed } from './explain-team.js';

const REQUIREMENTS: Requirement[] = [
  { kind: 'LANGUAGE', code: 'ar', level: 'C1', count: 2 },
  { kind: 'EXPERTISE', code: 'mediation.ceasefire-mediation', level: 3, count: 2 },
  { kind: 'AREA', code: 'ML', count: 2 },
  { kind: 'YOUNG_LEADERS', count: 2 },
  { kind: 'NATIONALS', count: 2 },
  { kind: 'NEWCOMERS', count: 2 },
  { kind: 'MUST_HAVE', id: 'id', count: 1 },
  { kind: 'PER_NETWORK', count: 2 },
  { kind: 'PER_NATIONALITY', count: 2 },
  { kind: 'SIZE', count: 2 },
];
const nameOf = () => 'Amina';

describe('sentences about a team', () => {
  it('say what is asked, found and possible', () => {
    const [language, expertise, area] = REQUIREMENTS as [Requirement, Requirement, Requirement];
    const relaxed = { requirement: language, asked: 2, possible: 1 };
    expect(explainRelaxed(relaxed, 'en', nameOf)).toBe(
      'Members with Arabic (C1) or better: 2 asked, 1 possible.',
    );
    expect(explainRelaxed({ ...relaxed, requirement: expertise }, 'es', nameOf)).toBe(
      'Integrantes con Mediación de alto el fuego (Experta) o mejor: se pide 2, es posible 1.',
    );
    const covered = { requirement: area as never, found: 3 };
    expect(explainCoverage(covered, 'fr', nameOf)).toBe(
      'Membres spécialistes de Mali\u00a0: demandé 2, dans l’équipe 3.',
    );
  });

  it.each(LOCALES)('leave no place open and lose no name, in %s', (locale) => {
    const sentences = REQUIREMENTS.map((requirement) =>
      explainRelaxed({ requirement, asked: 2, possible: 1 }, locale, nameOf),
    );
    for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined/);
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences[6]).toContain('Amina');
  });
});
