import type { Locale } from '#vocabulary';
import { Format } from '../explain/format.js';
import { fill } from '../explain/template.js';
import type { FairPlace } from './effect.js';
import { ar } from './phrases/ar.js';
import { en } from './phrases/en.js';
import { es } from './phrases/es.js';
import { fr } from './phrases/fr.js';
import type { FairnessPhrases } from './phrases/phrases.js';
import { pt } from './phrases/pt.js';
import { sw } from './phrases/sw.js';

const PHRASES: Record<Locale, FairnessPhrases> = { ar, en, es, fr, pt, sw };

/** What fairness did to a woman's place, in sentences of the reader's language. */
export function explainFairness(
  { rank, fairness }: { rank: number; fairness: FairPlace },
  locale: Locale = 'en',
): string[] {
  const phrases = PHRASES[locale];
  const format = new Format(locale);
  const { rankWithout, rotation, group } = fairness;
  const place = format.number(rank);
  const sentences = [
    fill(rank === rankWithout ? phrases.same : phrases.moved, {
      place,
      without: format.number(rankWithout),
    }),
  ];
  if (rotation) {
    const { points, share } = rotation;
    const values = { points: format.percent(points), share: format.percent(share) };
    sentences.push(fill(points > 0 ? phrases.rotated : phrases.unrotated, values));
  }
  if (group?.forced) {
    const required = format.number(group.required ?? 0);
    sentences.push(fill(phrases.forced, { place, required, group: phrases.groups[group.group] }));
  }
  return sentences;
}
