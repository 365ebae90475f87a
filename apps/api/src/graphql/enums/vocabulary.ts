import {
  TRACKS,
  TRACK_PREFIX,
  ROLES,
  PHASES,
  PROCESS_TYPES,
  SUPPORTS,
  PROFICIENCIES,
  EXPERTISE_LEVEL_NAMES,
  AVAILABILITY_BANDS,
  VOCABULARY_KINDS,
  LOCALES,
  DATE_ORDERS,
} from '#vocabulary';
import { registerEnumType } from '@nestjs/graphql';
import { graphEnum, meaningOf } from './graph-enum.js';

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
export const VocabularyKindEnum = graphEnum(
  'VocabularyKind',
  'A list of the vocabulary, such as languages or territories.',
  VOCABULARY_KINDS,
);
export const LocaleEnum = graphEnum(
  'Locale',
  'A language in which Baraza has its own texts.',
  LOCALES,
);
export const DateOrderEnum = graphEnum(
  'DateOrder',
  'The order in which a file writes days in figures.',
  DATE_ORDERS,
);
