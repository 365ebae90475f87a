import type { Candidate } from './candidate.js';

/** For specs: a woman who may be matched and of whom nothing else is stated. */
export const NOBODY: Candidate = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  lot: '4f2c1d0e-9b6a-4c3e-8f7d-2a1b0c9d8e7f',
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
  available: null,
  confirmedOn: null,
  youngLeader: false,
};
