import {
  NETWORK_ROLES,
  CONTACT_PURPOSES,
  UNSAFE_CHANNELS,
  COPY_KINDS,
  COPY_FORMATS,
  HIDING_REASONS,
  AGE_BANDS,
  STANDARD_AUDIENCE,
  type ProfileField,
  CONSENT_PURPOSES,
  CHANNELS,
  HEARD_CHANNELS,
  CORRECTION_STATES,
  PROFILE_STATES,
  PROFILE_STEPS,
  STEP_NEEDS,
  STATED_FIELDS,
  WORK_KINDS,
  MEMBER_MARKS,
  MEMBER_SORTS,
  IMPORT_FORMATS,
  LINK_STATES,
  LINK_VERDICTS,
  HER_WORDS,
  LINK_COMPARISONS,
  MERGE_KEEPS,
  MEMBER_QUESTIONS,
} from '#directory';
import { WAITS_FOR } from '#kernel';
import { graphEnum } from './graph-enum.js';

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
export const AgeBandEnum = graphEnum('AgeBand', 'An age in years, as a band.', AGE_BANDS, {
  prefix: 'AGE_',
});
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
