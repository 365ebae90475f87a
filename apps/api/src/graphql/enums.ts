import { BREACH_ADVICE, BREACH_CAUSES, BREACH_CHANNELS, BREACH_FACTS } from '#breaches';
import { CALL_STATES, DECLINE_REASONS, SEEN_STATES } from '#applications';
import {
  AGE_BANDS,
  CHANNELS,
  CONSENT_PURPOSES,
  COPY_FORMATS,
  COPY_KINDS,
  CONTACT_PURPOSES,
  CORRECTION_STATES,
  IMPORT_FORMATS,
  LINK_COMPARISONS,
  LINK_STATES,
  HER_WORDS,
  LINK_VERDICTS,
  HEARD_CHANNELS,
  HIDING_REASONS,
  MEMBER_MARKS,
  MEMBER_QUESTIONS,
  MERGE_KEEPS,
  MEMBER_SORTS,
  NETWORK_ROLES,
  PROFILE_STATES,
  STANDARD_AUDIENCE,
  STATED_FIELDS,
  STEP_NEEDS,
  UNSAFE_CHANNELS,
  PROFILE_STEPS,
  WORK_KINDS,
  type ProfileField,
} from '#directory';
import {
  ACCOUNT_ROLES,
  CLEARANCES,
  CONSOLE_PARTS,
  INVITATION_STATES,
  ORGANIZATION_KINDS,
  ORGANIZATION_STATES,
  SCOPES,
  ACCOUNT_STEPS,
} from '#identity';
import {
  ALERT_RHYTHMS,
  ALONGSIDE,
  CONFIDENTIALITIES,
  DIMENSIONS,
  FEEDBACK_REASONS,
  INSIDER_TIES,
  NEED_STATES,
  SHORTLIST_STATES,
  URGENCIES,
  VERDICTS,
  TEAM_RUN_STATES,
} from '#engagement';
import { INBOX_OWNERS, STUCK_REASONS, WAITING_KINDS } from '#inbox';
import { WAITS_FOR } from '#kernel';
import { IMPORT_STATES, ROW_STATUSES, type RowStatus } from '#imports';
import { BEARERS, DESK_DUTIES, ENGAGEMENTS, TERMS_MODES } from '#introductions';
import {
  CRITERIA,
  FINDINGS,
  HARD_CRITERIA,
  NEED_GROUPS,
  PARTS,
  PRESET_CODES,
  PROTECTED_GROUPS,
  REQUIREMENT_KINDS,
  STANCES,
  TEAM_LIMIT_KINDS,
  TEAM_STATUSES,
  WANTED_MODES,
} from '#matching';
import {
  ALONGSIDE_PARTIES,
  ALONGSIDE_SHOWN,
  FEEDBACK_SIDES,
  LESSON_STATES,
  MEDIATOR_QUALITIES,
  MENTORING_PARTS,
  ORGANIZER_QUALITIES,
  ORGANIZER_QUESTIONS,
} from '#deployments';
import { BREAKDOWNS, METRIC_KINDS, METRIC_SCOPES, METRIC_UNITS, METRICS } from '#metrics';
import { FACET_NAMES, SEARCH_SORTS } from '#search';
import {
  AVAILABILITY_BANDS,
  DATE_ORDERS,
  entries,
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
import {
  ACTOR_KINDS,
  ANALYSIS_QUESTIONS,
  ANALYSIS_TIMINGS,
  ANALYSIS_USES,
  BUDGET_STATUSES,
  CELL_KINDS,
  COMMITMENT_SOURCES,
  COMMITMENT_STATES,
  COMMITMENT_STEPS,
  CONCEPTS,
  CONCEPT_CODES,
  DIRECTIONS,
  EVIDENCE_GRADES,
  FITS,
  INDICATOR_LEVELS,
  INVOLVED,
  INVOLVED_ANSWERS,
  INVOLVED_HOW,
  INVOLVED_NAMES,
  REDACTED_FIELDS,
  INVOLVED_STAGES,
  ITEM_KINDS,
  MEETING_KINDS,
  MINISTRIES,
  OBSERVATION_STATUSES,
  OFFICE_POSITIONS,
  OFFICE_ROLES,
  OWED_KINDS,
  PILLARS,
  PLAN_CRITERIA,
  PLAN_FOCUSES,
  PLAN_LEVELS,
  PLAN_STATES,
  PLAN_STEPS,
  PROGRESSES,
  REPORT_STATES,
  REPORT_STEPS,
  RHYTHMS,
  SHARINGS,
  UNITS,
  WPS_LESSON_STATES,
  WPS_LESSON_STEPS,
} from '#wps';
import { registerEnumType } from '@nestjs/graphql';

/**
 * GraphQL enums of the closed lists. Inside the house a value is the list's own code (`1.5`,
 * `lead-mediator`); in the graph it has a name that GraphQL allows (`TRACK_1_5`, `LEAD_MEDIATOR`).
 */
export function graphEnum<T extends string>(
  name: string,
  description: string,
  codes: readonly T[],
  options: {
    prefix?: string;
    labels?: VocabularyKind;
    meanings?: Readonly<Record<T, string>>;
  } = {},
): Record<string, T> {
  const { prefix = '', labels, meanings } = options;
  const nameOf = (code: string) => graphName(code, prefix);
  const values = Object.fromEntries(codes.map((code) => [nameOf(code), code]));
  const valuesMap = codes.flatMap((code) => {
    const meaning = labels ? meaningOf(labels, code) : meanings?.[code];
    return meaning === undefined ? [] : [[nameOf(code), { description: meaning }] as const];
  });
  registerEnumType(values, { name, description, valuesMap: Object.fromEntries(valuesMap) });
  return values;
}

/** The English name of an entry of the vocabulary, and what it means. */
function meaningOf(kind: VocabularyKind, code: string): string {
  const definition = entries(kind).find((entry) => entry.code === code)?.definition ?? '';
  return `${label(kind, code, 'en')}. ${definition}`.trimEnd();
}

export const TrackEnum = graphEnum(
  'Track',
  'A track of diplomacy: official, unofficial or in between.',
  TRACKS,
  {
    prefix: TRACK_PREFIX,
    labels: 'track',
  },
);
export const RoleEnum = graphEnum('Role', 'The role of a mediator in a peace process.', ROLES, {
  labels: 'role',
});
export const PhaseEnum = graphEnum('Phase', 'A phase of a peace process.', PHASES, {
  labels: 'phase',
});
export const ProcessTypeEnum = graphEnum('ProcessType', 'A type of peace process.', PROCESS_TYPES, {
  labels: 'process-type',
});
export const SupportEnum = graphEnum('Support', 'A kind of mediation support.', SUPPORTS, {
  labels: 'support',
});
export const ProficiencyEnum = graphEnum(
  'Proficiency',
  'A level in a language: a level of the CEFR, native or signed.',
  PROFICIENCIES,
  { labels: 'proficiency' },
);
/** The list's own codes are the numbers by which levels are compared. */
export const ExpertiseLevelEnum = EXPERTISE_LEVEL_NAMES;
registerEnumType(ExpertiseLevelEnum, {
  name: 'ExpertiseLevel',
  description: 'How well a mediator knows a field of expertise.',
  valuesMap: Object.fromEntries(
    Object.entries(ExpertiseLevelEnum).map(([name, level]) => [
      name,
      { description: meaningOf('expertise-level', String(level)) },
    ]),
  ),
});
export const AvailabilityEnum = graphEnum(
  'Availability',
  'How available a mediator is in general.',
  AVAILABILITY_BANDS,
  { labels: 'availability' },
);

const choices = new Map<string, Record<string, string>>();

/** The enum of a field of the profile that holds one of a few words, named after the field. */
export function choiceEnum(field: string, description: string, words: readonly string[]) {
  const known = choices.get(field);
  if (known) return known;
  const name = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  const made = graphEnum(name, description, words);
  choices.set(field, made);
  return made;
}
export const NetworkRoleEnum = graphEnum(
  'NetworkRole',
  'The role of a mediator in her network.',
  NETWORK_ROLES,
);
export const ContactPurposeEnum = graphEnum(
  'ContactPurpose',
  'The purpose of an access to contact data.',
  CONTACT_PURPOSES,
);
export const UnsafeChannelsEnum = graphEnum(
  'UnsafeChannels',
  'Ways to a mediator that others may look at.',
  UNSAFE_CHANNELS,
  {
    meanings: {
      mail: 'Others may read her mail.',
      message: 'Others may read messages on her telephone.',
      both: 'Others may read both.',
    },
  },
);
export const CopyKindEnum = graphEnum(
  'CopyKind',
  'Something with profiles in it that leaves Baraza.',
  COPY_KINDS,
  {
    meanings: {
      briefing: 'The briefing of a shortlist.',
      'network-list': 'The list of a network as a file.',
      'own-data': 'All that is held about a mediator, taken away by herself.',
    },
  },
);
export const CopyFormatEnum = graphEnum('CopyFormat', 'The form in which it leaves.', COPY_FORMATS);
export const BreachCauseEnum = graphEnum(
  'BreachCause',
  'How data came into wrong hands.',
  BREACH_CAUSES,
  {
    meanings: {
      'misused-account': 'Somebody else used an account.',
      'lost-device': 'A telephone or computer was lost or stolen.',
      'leaked-list': 'A list or document came to people for whom it was not meant.',
      attack: 'Somebody broke into Baraza or into a system beside it.',
      mistake: 'It was shown to others by mistake.',
      other: 'It happened in another way.',
    },
  },
);
export const BreachFactEnum = graphEnum(
  'BreachFact',
  'A kind of data that somebody may have seen.',
  BREACH_FACTS,
  {
    meanings: {
      contact: 'How to reach her, and what is noted for her safety.',
      profile: 'Her profile, with what networks note beside it.',
      work: 'What she was asked for, and where she works or worked.',
    },
  },
);
export const BreachChannelEnum = graphEnum(
  'BreachChannel',
  'By which way a mediator is told that somebody may have seen her data.',
  BREACH_CHANNELS,
  {
    meanings: {
      mail: 'By a mail that says only that something waits.',
      message: 'By a message to her telephone that says only that something waits.',
      person: 'In person: nothing that is sent to her would be safe, or she wants to be called.',
    },
  },
);
export const BreachAdviceEnum = graphEnum(
  'BreachAdvice',
  'What a mediator can do when somebody may have seen her data.',
  BREACH_ADVICE,
  {
    meanings: {
      'call-your-network': 'Call her network from a safe place.',
      'change-number': 'Change her telephone number.',
      'change-address': 'Use another e-mail address.',
      'change-password': 'Change her passwords.',
      'expect-false-messages': 'Check messages in the name of her network or of Baraza.',
      'change-routine': 'Think about where she lives and the ways she takes.',
    },
  },
);
export const HidingReasonEnum = graphEnum(
  'HidingReason',
  'Why many women are hidden at once.',
  HIDING_REASONS,
  {
    meanings: {
      'list-leaked': 'A list with their data is in wrong hands, or may be.',
      'misused-account': 'Somebody else uses an account that can read or change their data.',
      threat: 'They or their network are threatened.',
      request: 'They asked for it themselves.',
      drill: 'It is an exercise for emergencies.',
      other: 'There is another reason.',
    },
  },
);
export const VocabularyKindEnum = graphEnum(
  'VocabularyKind',
  'A list of the vocabulary, such as languages or territories.',
  VOCABULARY_KINDS,
);
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
export const AgeBandEnum = graphEnum('AgeBand', 'An age in years, as a band.', AGE_BANDS, {
  prefix: 'AGE_',
});
export const LocaleEnum = graphEnum(
  'Locale',
  'A language in which Baraza has its own texts.',
  LOCALES,
);
export const AudienceEnum = graphEnum(
  'Audience',
  'Who sees a field. PUBLIC: everyone. VETTED: verified organizers and coordinators. CURATOR: coordinators of her networks only.',
  CLEARANCES,
);
export const ProfileFieldEnum = graphEnum(
  'ProfileField',
  'A field of a profile whose audience the mediator decides.',
  Object.keys(STANDARD_AUDIENCE) as ProfileField[],
);
export const ConsentPurposeEnum = graphEnum(
  'ConsentPurpose',
  'A purpose that a mediator can agree to. Each needs a consent of its own.',
  CONSENT_PURPOSES,
);
export const ChannelEnum = graphEnum(
  'Channel',
  "How a statement of the mediator was received. NETWORK stands for a network's own list.",
  CHANNELS,
);
export const HeardChannelEnum = graphEnum(
  'HeardChannel',
  'How a coordinator received a statement of the mediator.',
  HEARD_CHANNELS,
);
export const CorrectionStateEnum = graphEnum(
  'CorrectionState',
  'The state of a request for correction.',
  CORRECTION_STATES,
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
export const ExposureDimensionEnum = graphEnum(
  'ExposureDimension',
  'The dimension by which exposure is reported.',
  DIMENSIONS,
);
export const AlongsidePartyEnum = graphEnum(
  'AlongsideParty',
  'A party of a second place beside a mediator: the desk proposes, the others agree.',
  ALONGSIDE_PARTIES,
);
export const AlongsideShownEnum = graphEnum(
  'AlongsideState',
  'How a second place beside a mediator stands.',
  ALONGSIDE_SHOWN,
);
export const MentoringPartEnum = graphEnum(
  'MentoringPart',
  'What a mediator was in a mentoring.',
  MENTORING_PARTS,
);
export const FeedbackSideEnum = graphEnum(
  'FeedbackSide',
  'A side of a deployment that gives feedback on the other.',
  FEEDBACK_SIDES,
);
export const FeedbackQualityEnum = graphEnum(
  'FeedbackQuality',
  'What one side of a deployment rates of the other. Organizers rate the first six, mediators the others.',
  [...MEDIATOR_QUALITIES, ...ORGANIZER_QUALITIES],
);
export const OrganizerQuestionEnum = graphEnum(
  'OrganizerQuestion',
  'What mediators say of an organizer. AGAIN is whether they would go again.',
  ORGANIZER_QUESTIONS,
);
export const LessonStateEnum = graphEnum(
  'LessonState',
  'Whether a lesson waits for review, can be read by everyone, or was taken back.',
  LESSON_STATES,
);
export const MetricCodeEnum = graphEnum(
  'MetricCode',
  'A metric. Its definition is told with it, and in docs/metrics.md.',
  METRICS.map(({ code }) => code),
);
export const MetricKindEnum = graphEnum('MetricKind', 'What a metric tells.', METRIC_KINDS, {
  meanings: {
    duration: 'How long something takes.',
    share: 'How often something turns out so.',
    count: 'How many mediators there are.',
  },
});
export const MetricUnitEnum = graphEnum('MetricUnit', 'The unit of durations.', METRIC_UNITS);
export const MetricBreakdownEnum = graphEnum(
  'MetricBreakdown',
  'By what the rows of a metric are formed.',
  BREAKDOWNS,
);
export const MetricScopeEnum = graphEnum('MetricScope', 'Whose cases are counted.', METRIC_SCOPES, {
  meanings: {
    all: 'Those of all networks and organizations.',
    network: 'Those of one network.',
    organization: 'Those of one organization.',
  },
});
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
export const ProfileStateEnum = graphEnum(
  'ProfileState',
  'The state of a profile in its life cycle. Whatever the state, a profile without consent is not listed.',
  PROFILE_STATES,
);
export const ProfileStepEnum = graphEnum(
  'ProfileStep',
  'A step in the life cycle of a profile. See docs/curation.md.',
  PROFILE_STEPS.names,
);
export const StepNeedEnum = graphEnum(
  'StepNeed',
  'What a step in the life cycle of a profile needs beyond the right state. See docs/curation.md.',
  STEP_NEEDS,
  {
    meanings: {
      fields: 'The profile states every field that a published profile has.',
      evidence:
        'Two references or the accreditation of a network. It can be handed in with the step.',
      'four-eyes': 'Somebody else than the person who submitted the profile or edited it last.',
      consent: 'Her consent LISTED is in force.',
      'her-own-return': 'She herself, because she withdrew herself.',
      'end-of-hiding':
        'The end of the emergency in which she was hidden, or somebody who may end it: see docs/emergency.md.',
    },
  },
);
export const StatedFieldEnum = graphEnum(
  'StatedField',
  'A field of a profile that sources can state.',
  STATED_FIELDS,
);
export const WorkKindEnum = graphEnum(
  'WorkKind',
  'A kind of task on the work list of a network.',
  WORK_KINDS,
  {
    meanings: {
      review: 'A submitted profile that waits for a review.',
      incomplete: 'An incomplete profile. The least complete comes first.',
      stale: 'A stale profile, or one that becomes stale within a month.',
      conflicts: 'A profile whose sources contradict each other.',
      corrections: 'A mediator who waits for an answer to a correction that she requested.',
      'not-searchable':
        'A profile that no search finds, because the search index rejects something in it.',
      'import-rejects': 'A rejected row of the last import, without contact data.',
      merges: 'A record that was merged with another of the same mediator.',
      duplicates:
        'A record that is perhaps of the same mediator as another of the list. The likeliest comes first.',
    },
  },
);
export const AccountRoleEnum = graphEnum(
  'AccountRole',
  'What an account may act as.',
  ACCOUNT_ROLES,
);
export const MemberMarkEnum = graphEnum(
  'MemberMark',
  'Something that can be true of a member of a network.',
  MEMBER_MARKS,
  {
    meanings: {
      stale: 'Her profile is stale, or becomes so within 30 days.',
      incomplete: 'Her profile does not state everything that makes her easy to find.',
      conflicts: 'Sources contradict each other about her.',
      'without-consent': 'Her consent LISTED is not in force.',
      'at-risk': 'A source says that she is at risk: she is shown by a code name.',
      'asks-for-correction': 'She waits for an answer to a request for correction.',
      'without-account': 'She has no account of her own.',
      'not-searchable': 'No search finds her: the index rejects something in her profile.',
    },
  },
);
export const MemberSortEnum = graphEnum(
  'MemberSort',
  'An order of members: by name, the least complete first, the longest ago confirmed first, or the last changed first.',
  MEMBER_SORTS,
);
export const InboxOwnerEnum = graphEnum(
  'InboxOwner',
  'Who deals with an item of an inbox: the viewer, or nobody yet.',
  INBOX_OWNERS,
);
export const ConsolePartEnum = graphEnum(
  'ConsolePart',
  'A part of a console for people who work with the directory.',
  CONSOLE_PARTS,
);
export const AccountStateEnum = graphEnum(
  'AccountState',
  'Whether an account can be used to sign in.',
  ACCOUNT_STEPS.table.states,
);
export const OrganizationKindEnum = graphEnum(
  'OrganizationKind',
  'A kind of organization that looks for mediators, such as a state or the UN.',
  ORGANIZATION_KINDS,
);
export const OrganizationStateEnum = graphEnum(
  'OrganizationState',
  'Whether an administrator has verified an organization. Its people are vetted while it is VERIFIED.',
  ORGANIZATION_STATES,
);
export const InvitationStateEnum = graphEnum(
  'InvitationState',
  'Whether an invitation is open, accepted, revoked or expired.',
  [...INVITATION_STATES, 'expired'],
);
export const ScopeEnum = graphEnum(
  'Scope',
  'What a service account may do for its networks.',
  SCOPES,
);
export const NeedPresetEnum = graphEnum(
  'NeedPresetCode',
  'A preset: a kind of work with weights of its own. `needPresets` lists them.',
  PRESET_CODES,
);
export const NeedStateEnum = graphEnum(
  'NeedState',
  'The state of a need in its life cycle.',
  NEED_STATES,
);
export const AlertRhythmEnum = graphEnum(
  'AlertRhythm',
  'How often an organizer is told by mail of mediators who have become eligible, if there are any.',
  ALERT_RHYTHMS,
  {
    meanings: {
      daily: 'Each morning, if somebody is new.',
      weekly: 'On Monday mornings, if somebody is new.',
    },
  },
);
export const ConfidentialityEnum = graphEnum(
  'Confidentiality',
  'PUBLIC: everyone sees the need while it is open. RESTRICTED: only its organization sees it.',
  CONFIDENTIALITIES,
);
export const UrgencyEnum = graphEnum(
  'Urgency',
  'How soon a mediator is needed. It sets how long she, and her network, have to answer an introduction.',
  URGENCIES,
  {
    meanings: {
      flash: 'She has 24 hours to answer.',
      urgent: 'She has 72 hours to answer.',
      routine: 'She has 7 days to answer.',
    },
  },
);
export const InsiderTiesEnum = graphEnum(
  'InsiderTies',
  'What ties of a mediator to a party, a side or a place mean for the need.',
  INSIDER_TIES,
  {
    meanings: {
      barred: 'A mediator with such ties cannot take the work.',
      disclosed: 'She states her ties, and the desk of her network and the organizer decide.',
      wanted: 'The work is for an insider mediator, whose ties are her strength. She states them.',
    },
  },
);
export const AlongsideEnum = graphEnum(
  'Alongside',
  'A second place beside the mediator, for a young leader or a newcomer to Track 1.',
  ALONGSIDE,
  {
    meanings: {
      shadow: 'She follows the work of the mediator and learns.',
      'note-taker': 'She takes the notes of the talks.',
      'co-mediator': 'She mediates together with the mediator.',
    },
  },
);
export const TermsModeEnum = graphEnum(
  'TermsMode',
  'How a mediator works by terms of reference.',
  TERMS_MODES,
  {
    meanings: {
      remote: 'From where she is. Such terms have no territory.',
      'in-person': 'In the territory of the terms.',
      hybrid: 'Partly there, and partly from where she is.',
      standby: 'She is ready, and may be called within the dates.',
    },
  },
);
export const EngagementEnum = graphEnum(
  'Engagement',
  'The form in which a mediator is engaged.',
  ENGAGEMENTS,
  {
    meanings: {
      'pro-bono': 'She works without a fee.',
      consultant: 'As a consultant, for a fee.',
      secondment: 'Her employer releases her and goes on paying her.',
      staff: 'As a member of the staff.',
      grant: 'Paid from a grant to her or her organization.',
    },
  },
);
export const CostBearerEnum = graphEnum('CostBearer', 'Who pays a cost of the work.', BEARERS, {
  meanings: {
    organizer: 'The organization that asks for her.',
    host: 'Whoever receives her at the place of work.',
    network: 'The network whose desk acts for her.',
    herself: 'The mediator herself.',
    nobody: 'Nobody: it is not paid.',
    'not-applicable': 'The cost does not arise.',
  },
});
export const DeskDutyEnum = graphEnum(
  'DeskDuty',
  'What a coordinator does at the desk of her network.',
  DESK_DUTIES,
  {
    meanings: {
      officer: 'She is told of every request. If there is no officer, all coordinators are.',
      deputy: 'She is told when a request is overdue. If there is no deputy, all coordinators are.',
      'safety-officer': 'She alone at the desk reads records of incidents.',
    },
  },
);
/** In the order of ISO 8601, Monday first. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export const WeekdayEnum = graphEnum(
  'Weekday',
  'A day of the week, as ISO 8601 orders them.',
  WEEKDAYS,
);
export const CallStateEnum = graphEnum(
  'CallState',
  'Whether the page of a call takes applications on its days: only while it is OPEN.',
  CALL_STATES,
);
export const ApplicationStateEnum = graphEnum(
  'ApplicationState',
  'SUBMITTED: it waits for an answer. WITHDRAWN: by the woman herself, and nothing that she wrote is left.',
  SEEN_STATES,
);
export const DeclineReasonEnum = graphEnum(
  'DeclineReason',
  'Why a network declines an application. She reads it in her language.',
  DECLINE_REASONS,
  {
    meanings: {
      criteria: 'The call looks for other experience than hers.',
      incomplete: 'What she wrote is not enough to decide. She is told that she can apply again.',
      capacity: 'The network has no more places at present.',
      'already-listed': 'Your network lists her already.',
      other: 'A reason that you write to her yourself, in `words`.',
    },
  },
);
export const ShortlistStateEnum = graphEnum(
  'ShortlistState',
  'Whether a shortlist is being made, was sent or is closed.',
  SHORTLIST_STATES,
);
export const VerdictEnum = graphEnum(
  'Verdict',
  'Whether a mediator on a shortlist was kept or dropped.',
  VERDICTS,
);
export const FeedbackReasonEnum = graphEnum(
  'FeedbackReason',
  'Why a mediator was kept or dropped. docs/needs.md says which reasons go with which verdict.',
  FEEDBACK_REASONS,
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

export const TeamRunStateEnum = graphEnum(
  'TeamRunState',
  'The state of a team run. QUEUED and RUNNING are under way, the others have ended.',
  TEAM_RUN_STATES,
);

export const ImportFormatEnum = graphEnum(
  'ImportFormat',
  'The format of an uploaded list.',
  IMPORT_FORMATS,
  {
    meanings: {
      csv: 'Comma, semicolon or tab separated text.',
      xlsx: 'An Office Open XML or OpenDocument workbook.',
      ods: 'An OpenDocument workbook.',
      jsonl: 'JSON Lines: one object on each line.',
    },
  },
);
export const ImportStateEnum = graphEnum(
  'ImportState',
  'Where an uploaded list is on its way into the directory.',
  IMPORT_STATES.filter((state) => state !== 'receiving'),
  {
    meanings: {
      uploaded: 'The file waits to be checked, or something must be settled first: see `problem`.',
      mapped: 'The file was edited and waits to be checked.',
      checked: 'Every row has been read: see `importRows`. Nothing is written yet.',
      applying: 'The rows are being written.',
      applied: 'The rows are written. The import can be undone until it expires.',
      undoing: 'What was written is being put back.',
      undone: 'What was written was put back, but for the rows that say otherwise.',
      failed: 'The file cannot be read, or not all of it could be applied: see `problem`.',
    },
  },
);
const ROW_MEANINGS: Readonly<Record<RowStatus, string>> = {
  new: 'A woman who is not on the list of the network yet.',
  changed: 'Something new of a woman on the list.',
  unchanged: 'What the network says already.',
  rejected: 'Not accepted as it is.',
  skipped: 'Left out by the coordinator.',
  joined: 'About the woman in another row, with which it is put together.',
  created: 'Applied: a profile was made.',
  updated: 'Applied: a profile was changed.',
  conflict: 'Not applied, because somebody changed the profile after the preview.',
  undone: 'Applied, and put back afterwards.',
  kept: 'Applied and not undone, because somebody changed the profile after the import.',
};
export const ImportRowStatusEnum = graphEnum(
  'ImportRowStatus',
  'What a row of an uploaded list does, or has done.',
  ROW_STATUSES,
  { meanings: ROW_MEANINGS },
);
export const ColumnEvidenceEnum = graphEnum(
  'ColumnEvidence',
  'How it was found out what a column of an uploaded list is.',
  ['mapping', 'name', 'group', 'values', 'form', 'summary'],
  {
    meanings: {
      mapping: 'The coordinator said it.',
      name: 'Its header names it.',
      group: 'The header above a group of columns tells it.',
      values: 'The values in its cells tell it.',
      form: 'It is one of the columns that a form adds by itself.',
      summary: 'It repeats what other columns say value by value.',
    },
  },
);
export const DateOrderEnum = graphEnum(
  'DateOrder',
  'The order in which a file writes days in figures.',
  DATE_ORDERS,
);
export const NaMeansEnum = graphEnum('NaMeans', 'What "NA" is in a file.', ['Namibia', 'missing'], {
  meanings: { Namibia: 'The country Namibia.', missing: 'A mark for what is missing.' },
});

export const WaitingKindEnum = graphEnum('WaitingKind', 'What somebody has to do.', WAITING_KINDS, {
  meanings: {
    'profile-review': 'A submitted profile is to be reviewed.',
    correction: 'A correction that a mediator asks for is to be handled.',
    application: 'An application to a network is to be answered.',
    'introduction-request':
      'The desk is to forward, return or refuse a request for an introduction.',
    'declaration-review': 'The desk is to review a declaration of interests.',
    'relay-message': 'The desk is to pass a message on, or to hold it.',
    'introduction-answer': 'The mediator is to answer whether she will be introduced.',
    'channel-release': 'The mediator is to release channels to the organizer.',
    'introduction-returned': 'The organizer is to change a returned request and send it again.',
    'introduction-question': 'The organizer is to answer a question of the mediator.',
    'introduction-confirmation': 'The organizer is to confirm interest in a mediator who accepted.',
    'introduction-outcome': 'The organizer is to say whether the mediator was engaged.',
    'deployment-to-clear': 'The desk is to begin the clearance of a planned deployment.',
    'clearance-lines': 'Lines of clearance are to be closed.',
    'deployment-to-begin': 'The desk is to record that a deployment has begun.',
    'waiver-agreement': 'The mediator is to say whether she agrees to a waiver.',
    'check-in': 'The mediator is to say that all is well.',
    'check-in-missed': 'The desk is to find out why a mediator has not checked in.',
    'emergency-approval':
      'A second person of the desk is to approve that an emergency contact is opened.',
    'extension-proposed': 'A proposed extension of a deployment is to be accepted or refused.',
    'deployment-outcome': 'The organizer is to say what came of a deployment.',
    'experience-offer': 'The mediator is to say whether the work is added to her profile.',
    'deployment-feedback': 'Feedback on a deployment that has ended is to be given.',
    'lesson-draft': 'The desk is to publish or withdraw the draft of a lesson.',
    'second-place': 'A second place beside a deployment is to be agreed to or declined.',
    'new-candidates': 'The organizer is to look at mediators who have become eligible for a need.',
    'profile-stale': 'Upkeep: a profile is stale, or becomes stale within 30 days.',
    'profile-incomplete': 'Upkeep: a profile lacks what would make the mediator easier to find.',
    'profile-conflict': 'Upkeep: the sources of a profile contradict each other.',
    duplicates: 'Upkeep: the list of a network perhaps holds a mediator twice.',
    'import-rejects':
      'Upkeep: the last import of a network rejected rows. One item for all of them.',
  },
});
export const LinkStateEnum = graphEnum(
  'LinkState',
  'Whether somebody has decided about two records, and how.',
  LINK_STATES,
  {
    meanings: {
      open: 'Nobody has decided yet.',
      same: 'They are of one mediator. They can be merged.',
      different: 'They are of two mediators. They are not suggested again.',
      'cannot-say': 'Somebody looked and could not tell.',
      'ask-her': 'She is asked herself.',
    },
  },
);
export const LinkVerdictEnum = graphEnum(
  'LinkVerdict',
  'What somebody says about two records.',
  LINK_VERDICTS,
  {
    meanings: {
      same: 'They are of one mediator.',
      different: 'They are of two mediators.',
      'cannot-say': 'Whoever looked could not tell.',
      'ask-her': 'She is asked herself, on her page.',
    },
  },
);
export const OwnLinkWordEnum = graphEnum(
  'OwnLinkWord',
  'What a mediator says herself about an entry that may be hers.',
  HER_WORDS,
  {
    meanings: {
      same: 'Both entries are hers.',
      different: 'The other entry is not hers.',
      'cannot-say': 'She does not want to answer now.',
    },
  },
);
export const LinkComparisonEnum = graphEnum(
  'LinkComparison',
  'What of two records is compared. See docs/linkage.md.',
  LINK_COMPARISONS,
  {
    meanings: {
      PRIOR: 'How likely it was before anything was compared.',
      NAME: 'The names that agree best, word by word.',
      BIRTH: 'The dates of birth, of which the years are shown.',
      NATIONALITY: 'The nationalities that she has.',
      RESIDENCE: 'The territory in which she lives.',
      LANGUAGE: 'The languages that she works in.',
      MAIL: 'Mail addresses: whether they are equal.',
      TELEPHONE: 'Telephone numbers: whether they are equal.',
      IDENTIFIER: 'Numbers that others gave to her.',
      TEXT: 'Rare words of education, training and experience.',
      PLACES: 'What nationality, residence and languages say twice, taken back.',
      RELATIVES:
        'How likely relatives, housemates or namesakes would have as much in common, taken back.',
    },
  },
);
export const MergeKeepEnum = graphEnum(
  'MergeKeep',
  'Whose value of a field a merged profile is to have.',
  MERGE_KEEPS,
  {
    meanings: {
      kept: 'That of the profile that is kept.',
      other: 'That of the other profile.',
      both: 'The values of both: for lists, and for texts in several languages.',
    },
  },
);
export const MemberQuestionEnum = graphEnum(
  'MemberQuestion',
  'What coordinators ask mediators most often.',
  MEMBER_QUESTIONS,
  {
    meanings: {
      'still-right': 'Whether everything in her profile is still right.',
      'what-is-missing': 'What her profile lacks: languages, countries, expertise, experience.',
      'how-to-reach-you': 'Whether she can still be reached in the same way.',
    },
  },
);
export const WaitsForEnum = graphEnum('WaitsFor', 'The people whose turn it is.', WAITS_FOR);
export const StuckReasonEnum = graphEnum(
  'StuckReason',
  'Why nobody seems to deal with something.',
  STUCK_REASONS,
  {
    meanings: {
      overdue: 'Its time has passed.',
      'nobody-there': 'None of the people whose turn it is can sign in.',
      'clock-stopped': 'No background job has looked at it when it should have.',
    },
  },
);

export const ActorKindEnum = graphEnum(
  'WpsActorKind',
  'A kind of actor of the agenda of women, peace and security.',
  ACTOR_KINDS,
);
export const OfficeRoleEnum = graphEnum(
  'WpsOfficeRole',
  'An office in a network. TROIKA are the outgoing, the present and the next chair.',
  OFFICE_ROLES,
);
export const OfficePositionEnum = graphEnum(
  'OfficePosition',
  'Where the office of a focal point stands in its government or organization, from the top.',
  OFFICE_POSITIONS,
);
export const MinistryEnum = graphEnum(
  'Ministry',
  'A family of ministries to which an office belongs.',
  MINISTRIES,
);
export const MeetingKindEnum = graphEnum(
  'WpsMeetingKind',
  'A kind of meeting on women, peace and security.',
  MEETING_KINDS,
);
export const SharingEnum = graphEnum(
  'Sharing',
  'Who reads what an actor writes down about its work on women, peace and security.',
  SHARINGS,
  {
    meanings: {
      own: 'The people of the actor.',
      region:
        'Also the people of its regional organizations, and of their members, while it is a member.',
      network:
        'Also the people of all members of the Women, Peace and Security Focal Points Network.',
      public: 'Everyone, signed in or not.',
    },
  },
);
export const PlanLevelEnum = graphEnum(
  'PlanLevel',
  'For whom an action plan is made.',
  PLAN_LEVELS,
);
export const PlanFocusEnum = graphEnum(
  'PlanFocus',
  'Whether a plan is about the country itself (INWARD), its work abroad (OUTWARD), or both.',
  PLAN_FOCUSES,
);
export const PlanStateEnum = graphEnum('PlanState', 'Where an action plan stands.', PLAN_STATES);
export const PlanStepEnum = graphEnum(
  'PlanStep',
  'A step of an action plan. See docs/wps.md.',
  PLAN_STEPS.names.filter((step) => step !== 'edit'),
);
export const BudgetStatusEnum = graphEnum(
  'BudgetStatus',
  'How far the money of a plan is settled, each step including the ones before it.',
  BUDGET_STATUSES,
);
export const ItemKindEnum = graphEnum('PlanItemKind', 'What an item of a plan is.', ITEM_KINDS);
export const PillarEnum = graphEnum('WpsPillar', 'A pillar of resolution 1325 (2000).', PILLARS);
export const ProgressEnum = graphEnum(
  'PlanProgress',
  'How far an item of a plan has come.',
  PROGRESSES,
);
export const PlanCriterionEnum = graphEnum(
  'PlanCriterion',
  'What makes a plan one that can be carried out and followed. See docs/wps.md.',
  PLAN_CRITERIA,
);
export const InvolvedEnum = graphEnum(
  'Involved',
  'Who was involved in a plan beside its lead office.',
  INVOLVED,
);
export const InvolvedStageEnum = graphEnum(
  'InvolvedStage',
  'At which stage of a plan somebody was involved.',
  INVOLVED_STAGES,
);
export const InvolvedHowEnum = graphEnum(
  'InvolvedHow',
  'In which way somebody was involved in a plan.',
  INVOLVED_HOW,
);
export const RedactedFieldEnum = graphEnum(
  'PlanTextField',
  'A text of a plan, of its items or its involvements in which a person can have been named.',
  REDACTED_FIELDS,
);
export const InvolvedNameEnum = graphEnum(
  'InvolvedName',
  'Whose name stands for somebody who was involved: that of a body or office, or of a person who agreed to be named.',
  INVOLVED_NAMES,
);
export const InvolvedAnswerEnum = graphEnum(
  'InvolvedAnswer',
  'What those who are said to have been involved say to it.',
  INVOLVED_ANSWERS,
);
export const CommitmentStateEnum = graphEnum(
  'CommitmentState',
  'How a commitment stands.',
  COMMITMENT_STATES,
);
export const CommitmentSourceEnum = graphEnum(
  'CommitmentSource',
  'From what a commitment comes.',
  COMMITMENT_SOURCES,
);
export const CommitmentStepEnum = graphEnum(
  'CommitmentStep',
  'A step of a commitment. TRACK finds it on track, WARN at risk; KEEP needs evidence, DROP a reason.',
  COMMITMENT_STEPS.names.filter((step) => step !== 'edit'),
);
export const OwedKindEnum = graphEnum(
  'OwedKind',
  'What an actor owes: a commitment, an action of a plan in force, or an answer to what a plan says of it.',
  OWED_KINDS,
);
export const ReportStateEnum = graphEnum(
  'WpsReportState',
  'How far a report has come. From SUBMITTED on it is frozen.',
  REPORT_STATES,
);
export const ReportStepEnum = graphEnum(
  'WpsReportStep',
  'A step of a report. See docs/wps.md.',
  REPORT_STEPS.names.filter((step) => step !== 'edit' && step !== 'review' && step !== 'narrow'),
);
export const WpsLessonStateEnum = graphEnum(
  'WpsLessonState',
  'How far a lesson of an actor has come. From SHARED on others read it.',
  WPS_LESSON_STATES,
);
export const WpsLessonStepEnum = graphEnum(
  'WpsLessonStep',
  'A step of a lesson of an actor. See docs/wps.md.',
  WPS_LESSON_STEPS.names.filter((step) => step !== 'edit'),
);
export const EvidenceGradeEnum = graphEnum(
  'EvidenceGrade',
  'How well it is known that what was done had its result.',
  EVIDENCE_GRADES,
  {
    meanings: {
      anecdote: 'Somebody who was there tells it.',
      monitored: 'It was counted while it was done.',
      evaluated: 'Somebody who did not do it has looked at it.',
    },
  },
);
export const AnalysisQuestionEnum = graphEnum(
  'AnalysisQuestion',
  'A question of a gender-sensitive conflict analysis.',
  ANALYSIS_QUESTIONS,
  {
    meanings: {
      actors: 'Who takes part in the conflict and in making peace, by sex and age.',
      norms: 'What is expected of women and men, and who has power over what.',
      effects: 'How the conflict touches women, men, girls and boys.',
      'peace-work': 'What women do for peace already.',
      spoilers: 'How those who gain from the conflict use gender.',
      protection: 'What could harm whom, and what protects. Never a person or an incident.',
      'entry-points': 'Where work for peace can begin.',
      'data-gaps': 'What is not known, and who could know it.',
      consulted: 'Who was consulted, by office, role or organization.',
      'do-no-harm': 'What could do harm, and how that is avoided.',
    },
  },
);
export const AnalysisTimingEnum = graphEnum(
  'AnalysisTiming',
  'Whether an analysis was made before what it is for was designed, or after.',
  ANALYSIS_TIMINGS,
);
export const AnalysisUseEnum = graphEnum(
  'AnalysisUse',
  'For what an analysis was used.',
  ANALYSIS_USES,
);
export const RhythmEnum = graphEnum(
  'WpsFormRhythm',
  'How often a report by a form is due.',
  RHYTHMS,
);
export const FormCellKindEnum = graphEnum(
  'WpsFormCellKind',
  'What fills a place of a form: one INDICATOR, all indicators of a FRAMEWORK, a CONCEPT by whichever indicator it was observed, RECORDS of the actor, a METRIC of this directory, its SCARCITY of mediators, or words of the actor (NARRATIVE).',
  CELL_KINDS,
);
export const ConceptEnum = graphEnum(
  'WpsConcept',
  'What indicators of different frameworks measure in common.',
  CONCEPT_CODES,
  { meanings: CONCEPTS },
);
export const FitEnum = graphEnum(
  'IndicatorFit',
  'How an indicator fits the concept that it measures.',
  FITS,
);
export const UnitEnum = graphEnum('IndicatorUnit', 'What kind of value an indicator has.', UNITS);
export const DirectionEnum = graphEnum(
  'IndicatorDirection',
  'Whether more of an indicator is better, less is, or neither.',
  DIRECTIONS,
);
export const IndicatorLevelEnum = graphEnum(
  'IndicatorLevel',
  'For the world, a country or a part of a country.',
  INDICATOR_LEVELS,
);
export const ObservationStatusEnum = graphEnum(
  'ObservationStatus',
  'How sure a value is, the surest first.',
  OBSERVATION_STATUSES,
);
