import type { Terms } from './terms.js';

/** Complete terms of work abroad. */
export const COMPLETE_TERMS: Terms = {
  purpose: 'To prepare the talks of the two councils.',
  role: 'Adviser on process design',
  mode: 'in-person',
  support: 'advice',
  engagement: 'consultant',
  startsOn: '2027-02-01',
  endsOn: '2027-03-31',
  percent: 50,
  territory: 'ML',
  placeWords: 'Bamako',
  workingLanguages: ['fr', 'bm'],
  host: 'The office of the envoy',
  costs: { fee: 'organizer', travel: 'organizer', insurance: 'organizer', security: 'host' },
  feeWords: 'By the scale of the organization',
  securityArrangements: 'The host gives transport and a briefing on the first day.',
  reportingLine: 'To the head of the office',
  confidentiality: 'The talks are not public.',
  riskNote: 'The road to the north is not safe.',
  contactPerson: { name: 'Ada Keita', email: 'ada@example.org', telephone: null },
};
