import type { FindingTexts } from '../finding-texts.js';

export const en: FindingTexts = {
  sentences: {
    NETWORKS_EXCLUDED:
      'Only members of {networks} are accepted, and all of them are excluded for conflict of interest: nobody can be eligible.',
    NOBODY_ELIGIBLE: 'Nobody is eligible, of {considered} who were considered.',
    FEWER_THAN_WANTED: 'Fewer are eligible ({eligible}) than are wanted ({wanted}).',
    MOST_RESTRICTIVE:
      'Of all single requirements, dropping this one lets most in: {requirement}. Eligible without it: {count}.',
    UNKNOWN_NETWORK:
      'No woman whom you may be shown belongs to a network called {network}: check how it is written.',
    PERIOD_PAST: 'The period ended on {to}, which is past.',
    PERIOD_BEFORE_DATE:
      'The period begins on {from}, before {date}, the day as of which candidates are judged.',
    LANGUAGE_NOT_WANTED:
      '{language} is required and not among the wanted languages: knowing it better earns nothing.',
    LEVEL_ABOVE_WANTED:
      '{language} is required at {required}, above {wanted}, which earns the full value already: its level decides nothing.',
    ROLE_NOT_WANTED:
      'This role is accepted and not among the wanted ones, so it earns nothing: {role}.',
    TRACK_NOT_WANTED:
      'This track is accepted and not among the wanted ones, so it earns nothing: {track}.',
    YEARS_ABOVE_WANTED:
      'At least {minimum} are required, and {wanted} earn the full value already: years decide nothing.',
    TERRITORIES_ASSUMED:
      'The need does not say where the process is. It is taken to be where experience is wanted: {areas}. State an empty list of territories where that is wrong.',
    INSIDERS_EXCLUDED:
      'Nationals and residents of {area} are excluded for conflict of interest, while experience there is wanted: those who know it best are often among them. Excluded for conflict of interest: {count}.',
    NETWORK_EXCLUDED:
      'Members of {network} are accepted and excluded for conflict of interest at once: they are excluded.',
    PREFERRED_NETWORK_EXCLUDED:
      '{network} is preferred, and its members are excluded for conflict of interest.',
    WEIGHT_WITHOUT_CRITERION:
      'This criterion has a weight and is not stated, so the weight has no effect: {criterion}.',
    CRITERION_WITHOUT_WEIGHT:
      'This criterion is stated and has weight 0, so it earns nothing: {criterion}.',
    BRIEF_WITHOUT_MATCHES: 'No profile matches the brief: it decides nothing.',
    SAME_VALUE:
      'All who are eligible ({count}) have the same value, so this criterion decides nothing between them: {criterion}.',
  },
  requirements: {
    STATE: 'a recently confirmed profile',
    LANGUAGE: 'the required languages',
    CONFLICT_OF_INTEREST: 'the exclusion for conflict of interest',
    AVAILABILITY: 'the required availability',
    ROLE: 'the accepted roles',
    TRACK: 'the accepted tracks',
    NETWORK: 'the accepted networks',
    YEARS: 'the minimum years of experience',
  },
};
