import type { Translate } from '#messages';
import type { ChangeableCriterion, ChangeOf } from '../../analysis/changes.js';
import type { ExplainableCriterion, ShortfallOf } from '../../analysis/shortfall.js';
import type { Format } from '../format.js';

type T = Translate<'analysis'>;

/** A single change, as what she would have. */
export const CHANGES: {
  [C in ChangeableCriterion]: (change: ChangeOf<C>, t: T, format: Format) => string;
} = {
  LANGUAGE: ({ code, from, to }, t, format) =>
    t(`change.LANGUAGE.${from === null ? 'gained' : 'raised'}`, {
      name: format.name('language', code),
      from: from === null ? '' : format.proficiency(from),
      to: format.proficiency(to),
    }),
  REGION: ({ code }, t, format) => t('change.REGION', { name: format.area(code) }),
  EXPERTISE: ({ code, from, to }, t, format) =>
    t(`change.EXPERTISE.${from === null ? 'gained' : 'raised'}`, {
      name: format.name('expertise', code),
      from: from === null ? '' : format.name('expertise-level', String(from)),
      to: format.name('expertise-level', String(to)),
    }),
  ROLE: ({ role, to }, t, format) => t(`change.ROLE.${to}`, { name: format.name('role', role) }),
  TRACK: ({ code }, t, format) => t('change.TRACK', { name: format.name('track', code) }),
  PROCESS: ({ type, phase }, t, format) =>
    t('change.PROCESS', {
      name: format.all([
        ...(type === null ? [] : [format.name('process-type', type)]),
        ...(phase === null ? [] : [format.name('phase', phase)]),
      ]),
    }),
  YEARS: ({ from, to }, t) => t('change.YEARS', { from, to }),
  AVAILABILITY: ({ from, to }, t) => t('change.AVAILABILITY', { from, to }),
  FRESHNESS: ({ to }, t) => t('change.FRESHNESS', { to: new Date(to) }),
  NETWORK: ({ slug }, t) => t('change.NETWORK', { name: slug }),
};

/** What she lacks for a hard criterion, in clauses. */
export type Clauses<C extends ExplainableCriterion> = (
  shortfall: ShortfallOf<C>,
  t: T,
  format: Format,
) => string[];

export const LACKS: { [C in ExplainableCriterion]: Clauses<C> } = {
  LANGUAGE: ({ missing }, t, format) =>
    missing.map((item) =>
      t(`lack.LANGUAGE.${item.found === null ? 'none' : 'lower'}`, {
        wanted: format.levelled('language', item),
        found: item.found === null ? '' : format.proficiency(item.found),
      }),
    ),
  CONFLICT_OF_INTEREST: ({ territories, networks }, t, format) => {
    const areas = format.all(territories.map((code) => format.area(code)));
    return [
      ...(territories.length === 0
        ? []
        : [t('lack.CONFLICT_OF_INTEREST.territories', { found: areas })]),
      ...(networks.length === 0
        ? []
        : [t('lack.CONFLICT_OF_INTEREST.networks', { found: format.all(networks) })]),
    ];
  },
  AVAILABILITY: ({ days, needed, period }, t) => [
    t('lack.AVAILABILITY', { needed, period, found: days }),
  ],
  ROLE: ({ accepted }, t, format) => [
    t('lack.ROLE', { wanted: format.either(accepted.map((role) => format.name('role', role))) }),
  ],
  TRACK: ({ accepted }, t, format) => [
    t('lack.TRACK', {
      wanted: format.either(accepted.map((track) => format.name('track', track))),
    }),
  ],
  NETWORK: ({ accepted }, t, format) => [t('lack.NETWORK', { wanted: format.either(accepted) })],
  YEARS: ({ found, minimum }, t) => [t('lack.YEARS', { wanted: minimum, found })],
};
