import {
  AGE_BANDS,
  CHANNELS,
  CONSENT_PURPOSES,
  CONTACT_PURPOSES,
  CORRECTION_STATES,
  HEARD_CHANNELS,
  NETWORK_ROLES,
  PROFILE_STATES,
  STANDARD_AUDIENCE,
  STATED_FIELDS,
  STEP_NAMES,
  WORK_KINDS,
  WORKING_MODES,
  type ProfileField,
} from '#directory';
import {
  ACCOUNT_ROLES,
  CLEARANCES,
  INVITATION_STATES,
  ORGANIZATION_KINDS,
  ORGANIZATION_STATES,
  SCOPES,
} from '#identity';
import {
  CONFIDENTIALITIES,
  DIMENSIONS,
  FEEDBACK_REASONS,
  NEED_STATES,
  SHORTLIST_STATES,
  VERDICTS,
  TEAM_RUN_STATES,
} from '#engagement';
import {
  CRITERIA,
  FINDINGS,
  HARD_CRITERIA,
  NEED_GROUPS,
  PARTS,
  PRESET_CODES,
  PROTECTED_GROUPS,
  REQUIREMENT_KINDS,
  TEAM_LIMIT_KINDS,
  TEAM_STATUSES,
} from '#matching';
import { FACET_NAMES, SEARCH_SORTS } from '#search';
import {
  AVAILABILITY_BANDS,
  EXPERTISE_LEVEL_NAMES,
  graphName,
  label,
  LOCALES,
  PHASES,
  PROCESS_TYPES,
  PROFICIENCIES,
  ROLES,
  SUPPORTS,
  TRACK_PREFIX,
  TRACKS,
  VOCABULARY_KINDS,
  type VocabularyKind,
} from '#vocabulary';
import { registerEnumType } from '@nestjs/graphql';

/**
 * GraphQL enums of the closed lists. Inside the house a value is the list's own code (`1.5`,
 * `lead-mediator`); in the graph it has a name that GraphQL allows (`TRACK_1_5`, `LEAD_MEDIATOR`).
 */
function graphEnum<T extends string>(
  name: string,
  description: string,
  codes: readonly T[],
  options: { prefix?: string; labels?: VocabularyKind } = {},
): Record<string, T> {
  const { prefix = '', labels } = options;
  const nameOf = (code: string) => graphName(code, prefix);
  const values = Object.fromEntries(codes.map((code) => [nameOf(code), code]));
  const valuesMap = labels
    ? Object.fromEntries(
        codes.map((code) => [nameOf(code), { description: label(labels, code, 'en') }]),
      )
    : {};
  registerEnumType(values, { name, description, valuesMap });
  return values;
}

export const TrackEnum = graphEnum('Track', 'Track of diplomacy.', TRACKS, {
  prefix: TRACK_PREFIX,
  labels: 'track',
});
export const RoleEnum = graphEnum('Role', 'Role in a peace process.', ROLES, { labels: 'role' });
export const PhaseEnum = graphEnum('Phase', 'Phase of a peace process.', PHASES, {
  labels: 'phase',
});
export const ProcessTypeEnum = graphEnum('ProcessType', 'Type of peace process.', PROCESS_TYPES, {
  labels: 'process-type',
});
export const SupportEnum = graphEnum('Support', 'Kind of support she gives.', SUPPORTS, {
  labels: 'support',
});
export const ProficiencyEnum = graphEnum(
  'Proficiency',
  'Level in a language: CEFR, native or signed.',
  PROFICIENCIES,
  { labels: 'proficiency' },
);
/** The list's own codes are the numbers by which levels are compared. */
export const ExpertiseLevelEnum = EXPERTISE_LEVEL_NAMES;
registerEnumType(ExpertiseLevelEnum, {
  name: 'ExpertiseLevel',
  description: 'How well she knows a field of expertise.',
  valuesMap: Object.fromEntries(
    Object.entries(ExpertiseLevelEnum).map(([name, level]) => [
      name,
      { description: label('expertise-level', String(level), 'en') },
    ]),
  ),
});
export const AvailabilityEnum = graphEnum(
  'Availability',
  'How available she is, roughly.',
  AVAILABILITY_BANDS,
  { labels: 'availability' },
);
export const WorkingModeEnum = graphEnum(
  'WorkingMode',
  'Whether she works in person, remotely or both.',
  WORKING_MODES,
);
export const NetworkRoleEnum = graphEnum(
  'NetworkRole',
  'What she is in her network.',
  NETWORK_ROLES,
);
export const ContactPurposeEnum = graphEnum(
  'ContactPurpose',
  'What contact data is looked at for.',
  CONTACT_PURPOSES,
);
export const VocabularyKindEnum = graphEnum(
  'VocabularyKind',
  'A list of the vocabulary.',
  VOCABULARY_KINDS,
);
export const SearchSortEnum = graphEnum(
  'MediatorSort',
  'RELEVANCE without a text is NAME; YEARS and CONFIRMED begin with the most and the latest.',
  SEARCH_SORTS,
);
export const FacetNameEnum = graphEnum('FacetName', 'What can be counted.', FACET_NAMES);
export const AgeBandEnum = graphEnum('AgeBand', 'Age in years, roughly.', AGE_BANDS, {
  prefix: 'AGE_',
});
export const LocaleEnum = graphEnum('Locale', 'A language that Baraza itself speaks.', LOCALES);
export const AudienceEnum = graphEnum(
  'Audience',
  'Who sees a field: everyone, verified organizers and coordinators, or coordinators of her networks only.',
  CLEARANCES,
);
export const ProfileFieldEnum = graphEnum(
  'ProfileField',
  'A field of a profile that has an audience.',
  Object.keys(STANDARD_AUDIENCE) as ProfileField[],
);
export const ConsentPurposeEnum = graphEnum(
  'ConsentPurpose',
  'What a consent is for.',
  CONSENT_PURPOSES,
);
export const ChannelEnum = graphEnum(
  'Channel',
  "How a statement of hers came; NETWORK is a network's own list.",
  CHANNELS,
);
export const HeardChannelEnum = graphEnum(
  'HeardChannel',
  'How a coordinator heard it from her.',
  HEARD_CHANNELS,
);
export const CorrectionStateEnum = graphEnum(
  'CorrectionState',
  'What became of a request for correction.',
  CORRECTION_STATES,
);
export const CriterionEnum = graphEnum('Criterion', 'What earns score.', CRITERIA);
export const HardCriterionEnum = graphEnum(
  'HardCriterion',
  'What excludes, in the order of checking.',
  HARD_CRITERIA,
);
export const PlaceStandingEnum = graphEnum(
  'PlaceStanding',
  'Among the first, eligible and after them, or excluded by a hard criterion.',
  ['inside', 'outside', 'excluded'],
);
export const PairSideEnum = graphEnum('PairSide', 'One of two that are compared.', [
  'first',
  'second',
]);
export const ScarcePartEnum = graphEnum('ScarcePart', 'A part of a combination.', PARTS);
export const ExposureDimensionEnum = graphEnum(
  'ExposureDimension',
  'By what exposure is told.',
  DIMENSIONS,
);
export const ProtectedGroupEnum = graphEnum(
  'ProtectedGroup',
  'A group for whom a share of the first places is kept; NEW_TO_TRACK_1 are those who do not state track 1.',
  PROTECTED_GROUPS,
);
export const NeedGroupEnum = graphEnum(
  'NeedGroup',
  'The same, and the members of those networks that came before organizers too rarely.',
  NEED_GROUPS,
);
export const ProfileStateEnum = graphEnum(
  'ProfileState',
  'Where a profile stands in its life. Consent withdrawn beats every state.',
  PROFILE_STATES,
);
export const ProfileStepEnum = graphEnum(
  'ProfileStep',
  'A step in the life of a profile: see docs/curation.md.',
  STEP_NAMES,
);
export const StatedFieldEnum = graphEnum(
  'StatedField',
  'A field of which sources can say something.',
  STATED_FIELDS,
);
export const WorkKindEnum = graphEnum('WorkKind', 'What waits for coordinators.', WORK_KINDS);
export const AccountRoleEnum = graphEnum('AccountRole', 'What an account can be.', ACCOUNT_ROLES);
export const AccountStateEnum = graphEnum('AccountState', 'Whether she may sign in.', [
  'active',
  'suspended',
]);
export const OrganizationKindEnum = graphEnum(
  'OrganizationKind',
  'What an organization is.',
  ORGANIZATION_KINDS,
);
export const OrganizationStateEnum = graphEnum(
  'OrganizationState',
  'Whether an administrator has verified it: its people are vetted then.',
  ORGANIZATION_STATES,
);
export const InvitationStateEnum = graphEnum('InvitationState', 'What became of an invitation.', [
  ...INVITATION_STATES,
  'expired',
]);
export const ScopeEnum = graphEnum('Scope', 'What a program may do for its networks.', SCOPES);
export const NeedPresetEnum = graphEnum(
  'NeedPresetCode',
  'A kind of work with weights of its own: see `needPresets`.',
  PRESET_CODES,
);
export const NeedStateEnum = graphEnum('NeedState', 'Where a need stands.', NEED_STATES);
export const ConfidentialityEnum = graphEnum(
  'Confidentiality',
  'PUBLIC is shown to everyone while it is open; RESTRICTED is its organization’s alone.',
  CONFIDENTIALITIES,
);
export const ShortlistStateEnum = graphEnum(
  'ShortlistState',
  'Where a shortlist stands.',
  SHORTLIST_STATES,
);
export const VerdictEnum = graphEnum('Verdict', 'What became of a woman.', VERDICTS);
export const FeedbackReasonEnum = graphEnum(
  'FeedbackReason',
  'Why she was kept or dropped: see docs/needs.md for which goes with which.',
  FEEDBACK_REASONS,
);
export const FindingCodeEnum = graphEnum(
  'NeedFindingCode',
  'What was found in a need.',
  Object.keys(FINDINGS) as (keyof typeof FINDINGS)[],
);
export const FindingKindEnum = graphEnum(
  'NeedFindingKind',
  'CONTRADICTION: nobody can be eligible. TOO_NARROW: few or none are. WITHOUT_EFFECT: a part of the need decides nothing. DOUBTFUL: two parts do not go together. ASSUMED: a part that was left out is taken from another.',
  ['CONTRADICTION', 'TOO_NARROW', 'WITHOUT_EFFECT', 'DOUBTFUL', 'ASSUMED'],
);

export const RequirementKindEnum = graphEnum(
  'RequirementKind',
  'What can be asked of a team as a whole.',
  REQUIREMENT_KINDS,
);

export const TeamLimitEnum = graphEnum(
  'TeamLimit',
  'A limit that a woman may break unseen where her nationality or networks are not shown.',
  TEAM_LIMIT_KINDS,
);

export const TeamStatusEnum = graphEnum(
  'TeamStatus',
  'OPTIMAL: every team is proven to be best. FEASIBLE: it meets everything, but time was up before it was proven best; without a bound it is the team of a simple search. INFEASIBLE: proven that no team meets everything. STOPPED: nothing was found in time.',
  TEAM_STATUSES,
);

export const TeamRunStateEnum = graphEnum(
  'TeamRunState',
  'QUEUED and RUNNING are under way; the others have ended.',
  TEAM_RUN_STATES,
);
