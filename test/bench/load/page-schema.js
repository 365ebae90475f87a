/** The part of the graph that a page of search needs, for servers that know nothing else. */
export const PAGE_SCHEMA = `
  enum Proficiency { A1 A2 B1 B2 C1 C2 NATIVE }
  enum ExpertiseLevel { BASIC WORKING EXPERT }
  enum Availability { AVAILABLE LIMITED UNAVAILABLE }
  input LanguageFilter { code: String!, minimumLevel: Proficiency }
  input MediatorFilter { languages: [LanguageFilter!], territories: [String!], tracks: [String!] }
  type YearsBand { from: Int!, to: Int }
  type LanguageSkill { code: String!, label: String!, level: String! }
  type ExpertiseSkill { code: String!, label: String!, level: String! }
  type Area { code: String!, label: String! }
  type Mediator {
    id: ID!, name: String!, pseudonymous: Boolean!, stale: Boolean!, availability: String
    tracks: [String!]!, roles: [String!]!, years: YearsBand
    languages: [LanguageSkill!]!, territories: [Area!]!, expertise: [ExpertiseSkill!]!
  }
  type PageInfo { hasNextPage: Boolean!, endCursor: String }
  type MediatorEdge { cursor: String!, node: Mediator! }
  type MediatorConnection { totalCount: Int!, pageInfo: PageInfo!, edges: [MediatorEdge!]! }
  type Query { mediators(first: Int, search: String, filter: MediatorFilter): MediatorConnection! }
`;

/** Pages in memory by what is looked for. */
export function pagesOf(kept) {
  const pages = new Map(kept.map(({ variables, data }) => [keyOf(variables), data.mediators]));
  return ({ search, filter }) => pages.get(keyOf({ text: search, filter }));
}

function keyOf({ text = null, filter = null }) {
  return JSON.stringify([text, filter]);
}
