import { describe, expect, it } from '@jest/globals';
import { MemoryPostings } from './memory-postings.js';
import { rankBrief } from './rank-brief.js';
import type { SearchableProfile } from '../document/search-document.js';
import { toSearchDocument } from '../document/to-search-document.js';
import { soughtWords } from '../sought.js';
import { piecesOf } from '../words.js';
import { languagesOf } from '../meaning/languages.js';
import { stemOf } from '../meaning/stems.js';
import { swahiliStem } from '../meaning/swahili-stem.js';
import { documentTokens, isToken } from '../meaning/tokens.js';

const NOBODY = { texts: {}, expertise: [], territories: [], roles: [], tracks: [] };

const written = (id: string, place: string, text: string): SearchableProfile => ({
  ...NOBODY,
  id,
  publicId: id,
  clearance: 'PUBLIC',
  name: id,
  otherNames: [],
  keywords: [],
  texts: { [place]: text },
  networks: [],
  languages: [],
  years: null,
  yearsBand: null,
  availabilityBand: null,
  confirmedOn: null,
});

/** Biographies of one woman each; what a brief finds in them, most relevant first. */
const BIOGRAPHIES = [
  written('english', 'biography.en', 'She mediated a ceasefire and taught negotiators.'),
  written('french', 'biography.fr', 'Elle a négocié un cessez-le-feu au Mali.'),
  written('spanish', 'biography.es', 'Negociadora de un alto el fuego en Colombia.'),
  written('portuguese', 'biography.pt', 'Formação de mediadoras comunitárias em Moçambique.'),
  written('arabic', 'biography.ar', 'ساهمت في مفاوضات وقف إطلاق النار في اليمن'),
  written('swahili', 'biography.sw', 'Mpatanishi wa migogoro ya ardhi katika vijiji vya Kenya.'),
  written('unsaid', 'education', 'Works with the communities of Kidal.'),
];
const postings = new MemoryPostings(BIOGRAPHIES.map(toSearchDocument));
const foundBy = async (brief: string) =>
  (await rankBrief(postings, brief, 100)).matches.map(({ id }) => id).toSorted();

describe('what a brief finds', () => {
  it.each([
    ['a concept in any language', 'Un cessez-le-feu', ['arabic', 'english', 'french', 'spanish']],
    ['the same from Arabic', 'وقف إطلاق النار', ['arabic', 'english', 'french', 'spanish']],
    ['the same from Swahili', 'Usitishaji mapigano', ['arabic', 'english', 'french', 'spanish']],
    ['another form of an English word', 'the negotiator of it', ['english']],
    ['another form of a French word', 'une négociatrice avec nous', ['french']],
    ['another form of a Spanish word', 'ella es una de las negociadoras', ['spanish']],
    ['another form of a Portuguese word', 'não há comunitária', ['portuguese']],
    ['another form of an Arabic word', 'المفاوضات', ['arabic']],
    ['another form of a Swahili word', 'kijiji', ['swahili']],
    ['a country by its name in another language', 'Malí', ['french', 'unsaid']],
    ['what lies in a region', 'East Africa', ['portuguese', 'swahili']],
    ['a community that is one of several', 'community of the people', ['unsaid']],
  ])('%s', async (_what, brief, found) => {
    expect(await foundBy(brief)).toEqual(expect.arrayContaining(found));
  });

  it('does not have what no form of a word and no name of a concept is', async () => {
    expect(await foundBy('the xylophone')).toEqual([]);
    expect(await foundBy('elections')).toEqual([]);
  });
});

describe('tokens', () => {
  it('are found by no search box, whatever is typed', () => {
    const tokens = documentTokens(BIOGRAPHIES[1]!);
    expect(tokens).toContain('=fr=negoci');
    expect(tokens).toContain('=area=ML');
    for (const token of tokens) {
      const sought = soughtWords(token).flatMap(({ whole, beginnings }) => [
        ...whole,
        ...beginnings,
      ]);
      expect(sought.filter((word) => isToken(word) || token.startsWith(word))).toEqual([]);
    }
  });

  it('have what is coded, with the domain of a topic and the areas that hold a place', () => {
    const coded = documentTokens({
      ...NOBODY,
      expertise: [{ code: 'mediation.ceasefire-mediation' }],
      territories: ['ML'],
      roles: ['trainer'],
      tracks: ['2'],
    });
    expect(coded).toEqual(
      expect.arrayContaining([
        '=expertise=mediation',
        '=expertise=mediation.ceasefire-mediation',
        '=area=011',
        '=area=ML',
        '=role=trainer',
        '=track=2',
      ]),
    );
  });

  it('are short, however long a word is', () => {
    const [token] = documentTokens({ ...NOBODY, texts: { 'biography.fr': 'x'.repeat(5_000) } });
    expect(token).toBe(`=fr=${'x'.repeat(40)}`);
  });
});

describe('the language of a text', () => {
  it.each([
    ['A woman who is from the valley', ['en']],
    ['Elle est dans les villages', ['fr']],
    ['Una mujer de la paz con los pueblos', ['es']],
    ['Uma mulher não é só mediadora', ['pt']],
    ['Mwanamke wa amani katika kijiji', ['sw']],
    ['نبحث عن وسيطة من غاو', ['ar']],
    ['میانجی زن برای گفتگو در گائو', []],
    ['Ceasefire talks', ['en', 'es', 'fr', 'pt', 'sw']],
    ['المفاوضات', ['ar']],
    ['和平', []],
  ])('of %j', (text, languages) => {
    expect(languagesOf(piecesOf(text))).toEqual(languages);
  });
});

describe('stems', () => {
  // PostgreSQL's ts_lexize gives the same of these words with its dictionaries of Snowball.
  it.each([
    ['fr', 'négociatrices', 'negoci'],
    ['fr', 'accompagnée', 'accompagn'],
    ['es', 'negociaciones', 'negoci'],
    ['pt', 'mulheres', 'mulh'],
    ['en', 'negotiations', 'negoti'],
    ['ar', 'المجتمعات', 'مجتمع'],
  ] as const)('in %s of %s', (language, word, stem) => {
    expect(stemOf(language, word)).toBe(stem);
  });

  it.each([
    ['patanish', 'mpatanishi wapatanishi upatanishi upatanisho kupatanisha'],
    ['kubalian', 'makubaliano kukubaliana'],
    ['gogor', 'mgogoro migogoro'],
    ['jij', 'kijiji vijiji kijijini'],
    ['aman', 'amani'],
    ['mal', 'mali'],
  ])('in Swahili: %s', (stem, words) => {
    expect([...new Set(words.split(' ').map(swahiliStem))]).toEqual([stem]);
  });
});
