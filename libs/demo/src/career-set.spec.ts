import { describe, expect, it } from '@jest/globals';
import { agreement } from '#evaluation';
import { asVersion, validateNeed } from '#matching';
import { expertiseDomain } from '#vocabulary';
import { careerPool } from './career-pool.js';
import { CareerPool, careerSet, measureCareers, profileLine } from './career-set.js';
import { CAREERS } from './careers.js';

describe('the second judged set', () => {
  const set = careerSet();
  const pool = careerPool();

  it('has women whose deployments fit the rest of their lives', () => {
    const careers = new Map(CAREERS.map((career) => [career.slug, career]));
    const odd = pool.flatMap(({ docno, career, candidate }) => {
      const { roles, work } = careers.get(career)!;
      const fits =
        candidate.rolesServed.every((role) => roles.includes(role)) &&
        candidate.deployed!.territories.every(({ code }) => candidate.territories.includes(code)) &&
        candidate.processes.every((each) => work.some(([type]) => type === each.type)) &&
        candidate.expertise.every(({ code }) => expertiseDomain(code) !== code);
      return fits ? [] : [docno];
    });
    expect(odd).toEqual([]);
    expect(pool).toHaveLength(300);
    expect(careerPool()).toEqual(pool);
  });

  it('has 80 needs, twelve and more of them not in English, in two halves', () => {
    expect(set.needs).toHaveLength(80);
    const halves = set.needs.map(({ split }) => split);
    expect(halves.filter((split) => split === 'train')).toHaveLength(40);
    expect(halves.filter((split) => split === 'held-out')).toHaveLength(40);
    const languages = set.needs.flatMap(({ kinds = [] }) => kinds);
    const foreign = new Set(['french', 'spanish', 'portuguese', 'arabic', 'swahili']);
    expect(languages.filter((kind) => foreign.has(kind)).length).toBeGreaterThanOrEqual(12);
    for (const { criteria } of set.needs) {
      expect(criteria.version).toBe(2);
      expect(validateNeed({ ...asVersion(criteria, 1), id: 'need' })).toEqual([]);
    }
  });

  it('judges women of the pool, somebody possible and somebody not for each need', () => {
    const { profiles } = new CareerPool();
    expect([...set.grades.keys()]).toEqual(set.needs.map(({ topic }) => topic));
    for (const judged of set.grades.values()) {
      expect([...judged.keys()].filter((docno) => !profiles.has(docno))).toEqual([]);
      expect(Math.max(...judged.values())).toBeGreaterThanOrEqual(1);
      expect(Math.min(...judged.values())).toBe(0);
    }
    expect(agreement(set.grades, set.second).kappa).toBeGreaterThan(0.6);
    expect(profileLine(pool[0]!)).toContain('lives in Bosnia & Herzegovina');
  });

  it('is answered better by model 2 than by model 1, whatever half is looked at', async () => {
    const [{ evaluation: one }, { evaluation: two }] = [
      await measureCareers(set, 1),
      await measureCareers(set, 2),
    ];
    expect(two.mean['nDCG@10']! - one.mean['nDCG@10']!).toBeGreaterThan(0.1);
  });
});
