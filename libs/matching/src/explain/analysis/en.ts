import type { AnalysisPhrases } from './phrases.js';

export const en: AnalysisPhrases = {
  separator: '; ',
  headings: {
    CONSENT: 'Consent to be matched',
    STATE: 'Published profile',
    CONFLICT_OF_INTEREST: 'Conflict of interest',
    SAFETY: 'Safety',
  },
  change: {
    LANGUAGE: { raised: '{name} at {to} instead of {from}', gained: '{name} at {to}' },
    REGION: 'expertise on {name}',
    EXPERTISE: {
      raised: '{name} at the level "{to}" instead of "{from}"',
      gained: '{name} at the level "{to}"',
    },
    ROLE: {
      stated: 'the role "{name}" in her profile',
      served: 'a deployment in the role "{name}"',
    },
    TRACK: 'work on {name}',
    PROCESS: 'a deployment of this kind: {name}',
    YEARS: '{to} of experience instead of {from}',
    AVAILABILITY: '{to} of availability in the period instead of {from}',
    FRESHNESS: 'a confirmation of her profile on {to}',
    NETWORK: 'membership in {name}',
  },
  lift: {
    enough: 'With {change} her rank would be {rank} and her score {score}.',
    alike: 'Others of its kind that bring as much: {count}.',
    most: 'No single change brings her among the first {top}; the one that brings most is {change}: rank {rank}, score {score}.',
    none: 'No single change would raise her score.',
  },
  margin: {
    spare: 'Her rank is {rank}. She stays among the first {top} with a score up to {spare} lower.',
    safe: 'Her rank is {rank}, and {eligible} are eligible: nobody can push her out of the first {top}.',
    least:
      '{heading}: {value} now; with at least {least} she stays among the first {top}, all else being the same.',
  },
  stability:
    'When each weight moves by up to {delta}, she is among the first {top} in {inside} of {samples} draws: {share} (95% interval: {low} to {high}). Her rank lies between {best} and {worst}.',
  comparison: {
    decided: '{ahead} is ahead of {behind} by {difference}; what favours her most is: {heading}.',
    tied: '{ahead} and {behind} have the same total; the tie key of this need puts {ahead} first.',
    stopped: '{name} is excluded by: {criteria}.',
    turn: 'With the weight {to} instead of {from} for "{heading}", {behind} would be ahead.',
    fixed: 'No change of a single weight turns their order round.',
  },
  step: '{heading}: alone it would remove {alone}; here it removes {removed} and {remaining} remain; without it {added} more would be eligible.',
  lack: {
    LANGUAGE: {
      lower: '{wanted} is required and she has {found}',
      none: '{wanted} is required and she does not have it',
    },
    CONFLICT_OF_INTEREST: {
      territories: 'her nationality or residence is one that the need excludes: {found}',
      networks: 'she belongs to a network that the need excludes: {found}',
    },
    AVAILABILITY: '{needed} of {period} are required and she is available for {found}',
    ROLE: '{wanted} is required and she has no such role',
    TRACK: '{wanted} is required and she has worked on no such track',
    NETWORK: '{wanted} is required and she belongs to no such network',
    YEARS: '{wanted} are required and she has {found}',
  },
  shortfall: '{heading}: {clauses}.',
  nearly: 'Only one criterion stops her. {shortfall} Without it her score would be {score}.',
  scarcity:
    '{language}, {expertise}, {area}: {available} of {minimum} women wanted; needs that ask for it: {asked}.',
  bottleneck: {
    LANGUAGE: 'Women who lack only the language: {count}.',
    EXPERTISE: 'Women who lack only the expertise: {count}.',
    REGION: 'Women who lack only the region: {count}.',
    none: 'No woman has two of the three; recruit rather than train.',
  },
};
