import type { ChangeableCriterion, ChangeOf } from '../../analysis/changes.js';
import type { ExplainableCriterion, ShortfallOf } from '../../analysis/shortfall.js';
import type { Format } from '../format.js';
import { fill } from '../template.js';
import type { AnalysisPhrases } from './phrases.js';

/** A single change, as what she would have. */
export const CHANGES: {
  [C in ChangeableCriterion]: (
    change: ChangeOf<C>,
    phrases: AnalysisPhrases['change'],
    format: Format,
  ) => string;
} = {
  LANGUAGE: ({ code, from, to }, { LANGUAGE }, format) =>
    fill(from === null ? LANGUAGE.gained : LANGUAGE.raised, {
      name: format.name('language', code),
      from: from === null ? '' : format.proficiency(from),
      to: format.proficiency(to),
    }),
  REGION: ({ code }, { REGION }, format) => fill(REGION, { name: format.area(code) }),
  EXPERTISE: ({ code, from, to }, { EXPERTISE }, format) =>
    fill(from === null ? EXPERTISE.gained : EXPERTISE.raised, {
      name: format.name('expertise', code),
      from: from === null ? '' : format.name('expertise-level', String(from)),
      to: format.name('expertise-level', String(to)),
    }),
  ROLE: ({ role, to }, { ROLE }, format) => fill(ROLE[to], { name: format.name('role', role) }),
  TRACK: ({ code }, { TRACK }, format) => fill(TRACK, { name: format.name('track', code) }),
  PROCESS: ({ type, phase }, { PROCESS }, format) =>
    fill(PROCESS, {
      name: format.all([
        ...(type === null ? [] : [format.name('process-type', type)]),
        ...(phase === null ? [] : [format.name('phase', phase)]),
      ]),
    }),
  YEARS: ({ from, to }, { YEARS }, format) =>
    fill(YEARS, { from: format.number(from), to: format.unit(to, 'year') }),
  AVAILABILITY: ({ from, to }, { AVAILABILITY }, format) =>
    fill(AVAILABILITY, { from: format.number(from), to: format.unit(to, 'day') }),
  FRESHNESS: ({ to }, { FRESHNESS }, format) => fill(FRESHNESS, { to: format.date(to) }),
  NETWORK: ({ slug }, { NETWORK }) => fill(NETWORK, { name: slug }),
};

/** What she lacks for a hard criterion, in clauses. */
export type Clauses<C extends ExplainableCriterion> = (
  shortfall: ShortfallOf<C>,
  phrases: AnalysisPhrases['lack'],
  format: Format,
) => string[];

export const LACKS: { [C in ExplainableCriterion]: Clauses<C> } = {
  LANGUAGE: ({ missing }, { LANGUAGE }, format) =>
    missing.map((item) =>
      fill(item.found === null ? LANGUAGE.none : LANGUAGE.lower, {
        wanted: levelled(format, 'language', item),
        found: item.found === null ? '' : format.proficiency(item.found),
      }),
    ),
  CONFLICT_OF_INTEREST: ({ territories, networks }, { CONFLICT_OF_INTEREST: phrases }, format) => [
    ...(territories.length === 0
      ? []
      : [fill(phrases.territories, { found: format.all(territories.map((c) => format.area(c))) })]),
    ...(networks.length === 0 ? [] : [fill(phrases.networks, { found: format.all(networks) })]),
  ],
  AVAILABILITY: ({ days, needed, period }, { AVAILABILITY }, format) => [
    fill(AVAILABILITY, {
      needed: format.number(needed),
      period: format.unit(period, 'day'),
      found: format.unit(days, 'day'),
    }),
  ],
  ROLE: ({ accepted }, { ROLE }, format) => [
    fill(ROLE, { wanted: format.either(accepted.map((role) => format.name('role', role))) }),
  ],
  TRACK: ({ accepted }, { TRACK }, format) => [
    fill(TRACK, { wanted: format.either(accepted.map((track) => format.name('track', track))) }),
  ],
  NETWORK: ({ accepted }, { NETWORK }, format) => [
    fill(NETWORK, { wanted: format.either(accepted) }),
  ],
  YEARS: ({ found, minimum }, { YEARS }, format) => [
    fill(YEARS, { wanted: format.unit(minimum, 'year'), found: format.unit(found, 'year') }),
  ],
};

/** A code with its level, as `explain` writes it. */
export function levelled(
  format: Format,
  kind: 'language' | 'expertise',
  { code, level }: { code: string; level: string | number },
): string {
  const name =
    kind === 'language'
      ? format.proficiency(String(level))
      : format.name('expertise-level', String(level));
  return `${format.name(kind, code)} (${name})`;
}
