import type { Candidate } from './candidate.js';

/** For specs: a woman who may be matched and of whom nothing else is stated. */
export const NOBODY: Candidate = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  consentMatched: true,
  state: 'published',
  languages: [],
  territories: [],
  expertise: [],
  nationalities: [],
  residence: null,
  networks: [],
  ruledOut: [],
  rolesStated: [],
  rolesServed: [],
  tracks: [],
  processes: [],
  years: 0,
  available: [],
  confirmedOn: null,
  youngLeader: false,
};
