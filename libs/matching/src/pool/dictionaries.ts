import { areaRelation, expertiseSimilarity, languageRelation } from '#vocabulary';
import { Dictionary } from './dictionary.js';
import { Distances } from './distances.js';

/** Words per symbol: a language word is symbol * 8 + level, an expertise word symbol * 4 + level. */
export const LANGUAGE_WORDS = 8;
export const EXPERTISE_WORDS = 4;

/** The codes in use in one pool, and how far they are from what needs want. */
export class Dictionaries {
  readonly languages = new Dictionary(0x10000 / LANGUAGE_WORDS);
  readonly territories = new Dictionary(0x10000);
  readonly expertise = new Dictionary(0x10000 / EXPERTISE_WORDS);
  readonly networks = new Dictionary(0x10000);

  readonly distances = {
    language: new Distances(this.languages, languageRelation),
    area: new Distances(this.territories, areaRelation),
    expertise: new Distances(this.expertise, expertiseSimilarity),
  };

  get bytes(): number {
    const { languages, territories, expertise, networks, distances } = this;
    return [languages, territories, expertise, networks, ...Object.values(distances)].reduce(
      (sum, { bytes }) => sum + bytes,
      0,
    );
  }
}
