import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  entries,
  foldText,
  parseExpertise,
  parseExpertiseSkill,
  parseRoleWording,
} from './index.js';
import { wordingOf } from './wording.js';

const read = (text: string): string | readonly string[] => {
  const parsed = parseExpertiseSkill(text);
  return parsed.ok ? parsed.value.expertise : parsed.problem.suggestions.map(({ code }) => code);
};
const topics = entries('expertise').flatMap(({ code, labels, aliases }) =>
  [...Object.values(labels), ...aliases].map((name) => ({ code, name })),
);

describe('topics by their wording', () => {
  it.each([
    ['Médiation communautaire', 'mediation.insider-and-community-mediation'],
    ['mediação comunitária', 'mediation.insider-and-community-mediation'],
    ['وساطة مجتمعية', 'mediation.insider-and-community-mediation'],
    ['المشاركة السياسية للمرأة', 'inclusion.womens-participation'],
    ['genre', 'inclusion.womens-participation'],
    ['Gender', 'inclusion.womens-participation'],
    ['Réconciliation', 'recovery.reconciliation-and-social-cohesion'],
    ['upatanishi wa kijamii', 'mediation.insider-and-community-mediation'],
    ['حقوق الإنسان', 'justice.human-rights-monitoring'],
    // Number.
    ['Ceasefires', 'mediation.ceasefire-mediation'],
    ['réconciliations nationales', 'recovery.reconciliation-and-social-cohesion'],
    ['processus électoraux', 'governance.elections'],
    // Order.
    ['participation of women', 'inclusion.womens-participation'],
    ['dialogue & facilitation', 'mediation.facilitation-and-dialogue'],
    ['reform of the security sector', 'security.security-sector-reform'],
    ['elections observation', 'governance.elections'],
    // Gender, case and spelling.
    ['mediación comunitario', 'mediation.insider-and-community-mediation'],
    ['الوساطات المجتمعية', 'mediation.insider-and-community-mediation'],
    ['Womens participation', 'inclusion.womens-participation'],
    ['decentralizations', 'governance.decentralisation'],
    ['Elections (expert)', 'governance.elections'],
    ['mediaciones comunitarias: experta', 'mediation.insider-and-community-mediation'],
  ])('%s is %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it.each([
    ['Comunity mediation', 'mediation.insider-and-community-mediation'],
    ['community mediator', 'mediation.insider-and-community-mediation'],
    ['Mediaton', 'mediation'],
    ['health services', 'recovery.health'],
    ['Electoral violence mediation', 'mediation.election-dispute-mediation'],
    ['humanitarian', 'recovery.humanitarian-access'],
    ['climate adaptation', 'recovery.climate-peace-and-security'],
    ['sector de seguridad', 'security.security-sector-reform'],
    ['constitution', 'governance.constitution-making'],
    ['تصميم العملية السلمية', 'mediation.process-design'],
  ])('%s is refused, and %s is suggested first', (text, code) => {
    const suggested = read(text);
    expect(Array.isArray(suggested)).toBe(true);
    expect(suggested[0]).toBe(code);
    expect(suggested.length).toBeLessThanOrEqual(3);
  });

  it.each([
    'trade',
    'Justice, transitional',
    'Youth and inclusion',
    'Land and mediation',
    'xyz',
    '…',
  ])('%s is refused', (text) => {
    expect(Array.isArray(read(text))).toBe(true);
  });

  it('have names that mean one topic each', () => {
    const codes = new Map<string, Set<string>>();
    for (const { code, name } of topics) {
      const folded = foldText(name);
      codes.set(folded, (codes.get(folded) ?? new Set()).add(code));
    }
    expect([...codes].filter(([, of]) => of.size > 1)).toEqual([]);
  });

  it('are never another topic, in whatever order the words stand', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...topics),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        ({ code, name }, order) => {
          const words = foldText(name)
            .split(' ')
            .map((word) => ({ word, at: order.next().value as number }));
          const shuffled = words.toSorted((a, b) => a.at - b.at).map(({ word }) => word);
          const found = parseExpertiseSkill(shuffled.join(' '));
          // Another name may be these words in this order, or a topic and a level.
          if (found.ok && parseExpertise(shuffled.join(' ')).ok) return;
          if (found.ok && found.value.level === null) expect(found.value.expertise).toBe(code);
        },
      ),
    );
  });

  it('take any text without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        parseExpertiseSkill(text);
        parseRoleWording(text);
      }),
    );
  });

  it('of codes are read by nobody but lists', () => {
    expect(parseExpertise('Ceasefires').ok).toBe(true);
    expect(parseExpertise('elections observation').ok).toBe(false);
  });
});

describe('the words of a text', () => {
  it.each([
    ['Mise en œuvre des accords', 'accord de la mise en œuvre'],
    ['transitionnelle', 'Transitionnel'],
    ['electorales', 'electoral'],
    ['eleições', 'eleição'],
    ['الانتخابات', 'انتخاب'],
    ['Facilitation & dialogue', 'dialogue and facilitation'],
  ])('%s are those of %s', (one, other) => {
    expect(wordingOf(one)).toBe(wordingOf(other));
  });

  it.each([
    ['land mediation', 'land and mediation'],
    ['police', 'policy'],
    ['nation', 'national'],
    ['DDR', 'DR'],
  ])('%s are not those of %s', (one, other) => {
    expect(wordingOf(one)).not.toBe(wordingOf(other));
  });

  it('are none where there may be several values, or a code', () => {
    expect(wordingOf('mediation, land')).toBe('');
    expect(wordingOf('mediation.ceasefire')).toBe('');
  });
});
