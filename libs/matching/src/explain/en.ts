import type { Phrases } from './phrases.js';

export const en: Phrases = {
  sentence: '{heading}: {clauses}.',
  separator: '; ',
  headings: {
    LANGUAGE: 'Languages',
    REGION: 'Region',
    EXPERTISE: 'Expertise',
    ROLE: 'Role',
    TRACK: 'Track',
    PROCESS: 'Process experience',
    YEARS: 'Years of experience',
    AVAILABILITY: 'Availability',
    FRESHNESS: 'Up-to-date profile',
    TEXT: 'Free-text brief',
    NETWORK: 'Network',
  },
  levelled: '{name} ({level})',
  LANGUAGE: {
    same: '{wanted} is wanted and she has {found}: {fit}',
    member: '{wanted} is wanted and she has {found}, which belongs to it: {fit}',
    macrolanguage: '{wanted} is wanted and she states only {found}, which includes it: {fit}',
    sibling: '{wanted} is wanted and she has the closely related {found}: {fit}',
    none: '{wanted} is wanted and she has no language near it',
  },
  REGION: {
    same: '{wanted} is wanted and is one of her territories of expertise: {fit}',
    inside: '{wanted} is wanted and {found}, where she has expertise, is part of it: {fit}',
    neighbour: '{wanted} is wanted and she has expertise on its neighbour {found}: {fit}',
    near: '{wanted} is wanted and she has expertise on {found}, in the same regional community or sub-region: {fit}',
    continent: '{wanted} is wanted and she has expertise on {found}, on the same continent: {fit}',
    none: '{wanted} is wanted and she has no expertise near it',
  },
  EXPERTISE: {
    same: '{wanted} is wanted and she has {found}: {fit}',
    child: '{wanted} is wanted and she has {found}, a topic within it: {fit}',
    domain: '{wanted} is wanted and she states only the wider field {found}: {fit}',
    sibling: '{wanted} is wanted and she has the neighbouring topic {found}: {fit}',
    none: '{wanted} is wanted and she has nothing near it',
  },
  ROLE: {
    served: '{wanted} is wanted and she has served as {found}: {fit}',
    stated:
      '{wanted} is wanted and her profile names {found}, though no deployment shows it: {fit}',
    none: '{wanted} is wanted and she has no such role',
  },
  TRACK: {
    same: '{wanted} is wanted and she has worked on it: {fit}',
    next: '{wanted} is wanted and she has worked on the adjacent {found}: {fit}',
    none: '{wanted} is wanted and she has worked on no track next to it',
  },
  PROCESS: {
    'type-and-phase': '{wanted} is wanted and she was deployed in exactly that: {fit}',
    type: '{wanted} is wanted and she was deployed in the same type of process ({found}): {fit}',
    phase: '{wanted} is wanted and she was deployed in the same phase ({found}): {fit}',
    none: '{wanted} is wanted and no deployment of hers had that type or phase',
  },
  YEARS: '{wanted} earn the full value and she has {found}: {fit}',
  AVAILABILITY: {
    days: 'she is available for {found} of the {wanted} from {from} to {to}: {fit}',
    limited:
      'her time is limited and her profile does not say on which of the {wanted} from {from} to {to}: {fit}, and only her network can check',
    unknown:
      'her profile does not say whether she is available from {from} to {to}: it earns nothing, and only her network can check',
  },
  FRESHNESS: {
    confirmed: 'she last confirmed her profile on {found}, {age} before {wanted}: {fit}',
    later: 'she last confirmed her profile on {found}: {fit}',
    none: 'she has never confirmed her profile',
  },
  TEXT: {
    matched: 'she is number {found} of {wanted} matches for the brief: {fit}',
    none: 'she is not among the {wanted} matches for the brief',
  },
  NETWORK: {
    member: '{wanted} is preferred and she belongs to {found}: {fit}',
    none: '{wanted} is preferred and she belongs to no such network',
  },
};
