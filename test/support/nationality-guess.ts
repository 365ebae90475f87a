import type { ProfileRecord, ProfileView } from '#directory';
import { areaRegion, areaRegions, macrolanguageOf, proficiencyRank } from '#vocabulary';

/** What an attacker reads of a woman: a kind of fact, its value, and for languages the level. */
export type Fact = readonly [kind: 'region' | 'language' | 'network', code: string, level?: string];

/**
 * Whose nationality an attacker guesses right, of these women. She is the strongest that a list allows: she
 * knows everything about every other woman of the directory, the hidden ones included, and takes the likeliest
 * nationality (naive Bayes over the facts that she reads).
 */
export function guessedRight(
  targets: readonly ProfileRecord[],
  everybody: readonly ProfileRecord[],
  factsOf: (target: ProfileRecord) => readonly Fact[],
): number {
  return targets.filter((target) => {
    const others = everybody.filter(({ id }) => id !== target.id);
    const facts = factsOf(target);
    const codes = [...new Set(others.flatMap(({ nationalities }) => nationalities))].toSorted();
    const likelihoods = codes.map((code) => {
      const nationals = others.filter(({ nationalities }) => nationalities.includes(code));
      const fits = facts.map((fact) => nationals.filter((woman) => isTrueOf(woman, fact)).length);
      return fits.reduce(
        (sum, count) => sum + Math.log((count + 0.1) / (nationals.length + 0.2)),
        Math.log(nationals.length / others.length),
      );
    });
    const guess = codes[likelihoods.indexOf(Math.max(...likelihoods))];
    return guess !== undefined && target.nationalities.includes(guess);
  }).length;
}

/** What a profile says without a code name, or said with one before classes. */
export function exactFacts(record: ProfileRecord): Fact[] {
  return [
    ...record.territories.map((code): Fact => ['region', areaRegion(code) ?? '001']),
    ...record.languages.map(({ code, level }): Fact => ['language', code, level]),
    ...record.networks.map(({ slug }): Fact => ['network', slug]),
  ];
}

/** What a view says. */
export function shownFacts({ territories, languages, networks }: ProfileView): Fact[] {
  return [
    ...territories.map((code): Fact => ['region', code]),
    ...languages.map(({ code, level }): Fact => ['language', code, level]),
    ...networks.map(({ slug }): Fact => ['network', slug]),
  ];
}

function isTrueOf(woman: ProfileRecord, [kind, code, level]: Fact): boolean {
  if (kind === 'network') return woman.networks.some(({ slug }) => slug === code);
  if (kind === 'region') {
    return code === '001' || woman.territories.some((one) => areaRegions(one).includes(code));
  }
  return woman.languages.some((held) => {
    if (level === 'native') return held.code === code && held.level === 'native';
    const least = proficiencyRank((level ?? 'A1') as typeof held.level);
    const isIt = held.code === code || macrolanguageOf(held.code) === code;
    return isIt && proficiencyRank(held.level) >= least;
  });
}
