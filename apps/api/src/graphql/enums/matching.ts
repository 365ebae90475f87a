import { SEARCH_SORTS, FACET_NAMES } from '#search';
import {
  CRITERIA,
  STANCES,
  WANTED_MODES,
  HARD_CRITERIA,
  PARTS,
  PROTECTED_GROUPS,
  NEED_GROUPS,
  PRESET_CODES,
  FINDINGS,
  REQUIREMENT_KINDS,
  TEAM_LIMIT_KINDS,
  TEAM_STATUSES,
} from '#matching';
import { graphEnum } from './graph-enum.js';

export const SearchSortEnum = graphEnum(
  'MediatorSort',
  'The order of mediators. RELEVANCE without a search is NAME. YEARS begins with the most years, CONFIRMED with the latest confirmation.',
  SEARCH_SORTS,
);
export const FacetNameEnum = graphEnum(
  'FacetName',
  'A field whose values `mediators` can count.',
  FACET_NAMES,
);
export const CriterionEnum = graphEnum(
  'Criterion',
  'A criterion that earns score in a ranking.',
  CRITERIA,
);
export const StanceEnum = graphEnum(
  'Stance',
  'INSIDER: somebody of the territories is sought. OUTSIDER: somebody who is not of them.',
  STANCES,
);
export const WantedModeEnum = graphEnum(
  'WantedMode',
  'How a mediator shall work. Who works both ways fits both.',
  WANTED_MODES,
);
export const HardCriterionEnum = graphEnum(
  'HardCriterion',
  'A criterion that excludes whoever fails it. The values are in the order of checking.',
  HARD_CRITERIA,
);
export const PlaceStandingEnum = graphEnum(
  'PlaceStanding',
  'INSIDE: among the first. OUTSIDE: eligible, but placed after them. EXCLUDED: by a hard criterion.',
  ['inside', 'outside', 'excluded'],
);
export const PairSideEnum = graphEnum('PairSide', 'One of the two candidates that are compared.', [
  'first',
  'second',
]);
export const ScarcePartEnum = graphEnum(
  'ScarcePart',
  'A part of a combination of language, expertise and area.',
  PARTS,
);
export const ProtectedGroupEnum = graphEnum(
  'ProtectedGroup',
  'A group for which a share of the first places can be kept. NEW_TO_TRACK_1 are mediators who do not state Track 1.',
  PROTECTED_GROUPS,
);
export const NeedGroupEnum = graphEnum(
  'NeedGroup',
  'A group that a need can protect: a ProtectedGroup, or the members of networks that came before organizers too rarely.',
  NEED_GROUPS,
);
export const NeedPresetEnum = graphEnum(
  'NeedPresetCode',
  'A preset: a kind of work with weights of its own. `needPresets` lists them.',
  PRESET_CODES,
);
export const FindingCodeEnum = graphEnum(
  'NeedFindingCode',
  'A finding about a need, for programs.',
  Object.keys(FINDINGS) as (keyof typeof FINDINGS)[],
);
export const FindingKindEnum = graphEnum(
  'NeedFindingKind',
  'CONTRADICTION: nobody can be eligible. TOO_NARROW: few or none are. WITHOUT_EFFECT: a part of the need decides nothing. DOUBTFUL: two parts do not fit together. ASSUMED: a part that was left out is taken from another.',
  ['CONTRADICTION', 'TOO_NARROW', 'WITHOUT_EFFECT', 'DOUBTFUL', 'ASSUMED'],
);

export const RequirementKindEnum = graphEnum(
  'RequirementKind',
  'A kind of constraint on a team as a whole.',
  REQUIREMENT_KINDS,
);

export const TeamLimitEnum = graphEnum(
  'TeamLimit',
  'A limit that a member may break without being noticed, because her nationality or networks are not shown.',
  TEAM_LIMIT_KINDS,
);

export const TeamStatusEnum = graphEnum(
  'TeamStatus',
  'OPTIMAL: the team is proven best, and so is each alternative among what is left. FEASIBLE: the team meets every constraint, but time ran out before it was proven best; without a bound it comes from a simple search. INFEASIBLE: it is proven that no team meets every constraint. STOPPED: no team was found in time.',
  TEAM_STATUSES,
);
