/** What the load asks for: a page of search, and the mix of what a directory is asked for. */

const FIRST = 20;
const DAY = '2026-09-01';

const PAGE = `query Page($text: String, $filter: MediatorFilter) {
  mediators(first: ${FIRST}, search: $text, filter: $filter) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { cursor node {
      id name stale availability tracks roles
      years { from to }
      languages { code label level }
      territories { code label }
      expertise { code level }
    } }
  }
}`;

/** Pages of 20 women each, by what is looked for. */
const SEARCHES = [
  { text: 'ceasefire' },
  { text: 'amina' },
  { text: 'french' },
  { filter: { languages: [{ code: 'fr', minimumLevel: 'B2' }], territories: ['ECOWAS'] } },
  { text: 'mediat', filter: { tracks: ['TRACK_2'] } },
];

const FACETS = `query Facets($text: String) {
  mediators(first: 0, search: $text, facets: [LANGUAGES, EXPERTISE, TRACKS]) { totalCount facets { name counts { code label count } } }
}`;

const RANKING = `query Ranking($need: NeedInput!) {
  matchCandidates(first: 10, need: $need) {
    ... on MatchConnection { edges { node { score mediator { id name languages { code level } } } } }
  }
}`;

const NETWORKS = '{ networks(first: 20) { edges { node { id name } } } }';

/** The page of each search, the same for all who are measured. */
export const PAGES = SEARCHES.map((variables) => ({ query: PAGE, variables }));

/** Seven pages of search to two rankings, a count of facets and a list of networks. */
export const MIXED = [
  ...PAGES,
  ...PAGES.slice(0, 2),
  ...['fr', 'ar'].map((code) => ({
    query: RANKING,
    variables: {
      need: { date: DAY, soft: { languages: [{ code, weight: 3, level: 'B2' }], years: 10 } },
    },
  })),
  { query: FACETS, variables: { text: 'mediation' } },
  { query: NETWORKS, variables: {} },
];
