import { fraction } from './format.js';
import { type FairPlace } from '#matching';
import { translator } from '#messages';
import type { Locale } from '#vocabulary';

/** What fairness did to a woman's place, in sentences of the reader's language. */
export function explainFairness(
  { rank: place, fairness }: { rank: number; fairness: FairPlace },
  locale: Locale = 'en',
): string[] {
  const t = translator('fairness', locale);
  const { rankWithout: without, rotation, group } = fairness;
  const sentences = [t(place === without ? 'same' : 'moved', { place, without })];
  if (rotation) {
    const { points, share } = rotation;
    const values = { points: fraction(points), share: fraction(share) };
    sentences.push(t(points > 0 ? 'rotated' : 'unrotated', values));
  }
  if (group?.forced) {
    const required = group.required ?? 0;
    sentences.push(t('forced', { place, required, group: t(`groups.${group.group}`) }));
  }
  return sentences;
}
