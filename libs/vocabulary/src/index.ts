export { enumName, EXPERTISE_LEVEL_NAMES, graphName, TRACK_PREFIX } from './graph-name.js';
export { asciiDigits, readWholeNumber, type WholeNumber } from './whole-number.js';
export {
  areaContains,
  areaRegion,
  areaRegions,
  areaRelation,
  areasContaining,
  territoriesOf,
  WORLD,
} from './area-relations.js';
export { canonicalCode, type CodeList } from './canonical.js';
export { DATE_ORDERS, readDay, type DateOrder } from './days.js';
export { editDistance } from './edit-distance.js';
export { NearTexts } from './near-texts.js';
export { foldedWords, isCalled } from './name-search.js';
export { foldText } from './fold.js';
export { mentionsIn, type Mention, type MentionedCode } from './mentions.js';
export {
  AVAILABILITY_BANDS,
  EXPERTISE_LEVELS,
  LOCALES,
  PHASES,
  PROCESS_TYPES,
  PROFICIENCIES,
  ROLES,
  SUPPORTS,
  TRACKS,
  VOCABULARY_KINDS,
  YEARS_BANDS,
  type AreaCode,
  type AvailabilityBand,
  type ExpertiseCode,
  type ExpertiseLevel,
  type LanguageCode,
  type Locale,
  type Phase,
  type ProcessType,
  type Proficiency,
  type Role,
  type Support,
  type TerritoryCode,
  type Track,
  type VocabularyEntry,
  type VocabularyKind,
  type YearsBand,
} from './kinds.js';
export { parseNationality, perhapsTwoNationalities, twoNationalities } from './nationality.js';
export {
  parseArea,
  parseAvailability,
  parseExpertise,
  parseExpertiseLevel,
  parseLanguage,
  parsePhase,
  parseProcessType,
  parseProficiency,
  parseRole,
  parseRoleWording,
  parseSupport,
  parseSupportWording,
  parseTerritory,
  parseTrack,
} from './parse.js';
export { understood } from './problem.js';
export { perhapsPeriods } from './periods.js';
export type { Parsed, Suggestion, VocabularyProblem } from './problem.js';
export {
  expertiseChildren,
  expertiseDomain,
  expertiseSimilarity,
  languageRelation,
  languageSatisfies,
  languageService,
  macrolanguageOf,
  proficiencyRank,
  trackRelation,
} from './relations.js';
export { splitLanguages } from './shared-level.js';
export { splitValues, withoutOther } from './split-values.js';
export { perhapsDayCount, readDayCount } from './day-count.js';
export { perhapsYears, readYears, type Years } from './years.js';
export { readAgreement, readYesNo } from './yes-no.js';
export { parseExpertiseSkill, parseLanguageSkill } from './parse-skill.js';
export {
  areaLabel,
  entries,
  entry,
  isArea,
  isCode,
  isExpertise,
  isLanguage,
  isTerritory,
  label,
  sources,
} from './vocabulary.js';
