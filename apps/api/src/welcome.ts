import { dayOf } from '#kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { MailTransport } from '#mail';
import { SearchIndex } from '#search';
import type { Settings } from '#config';
import { PUBLIC_VIEWER } from '#identity';

/** What a newcomer reads once the service answers: where it is and three queries to paste. */
export async function welcome(
  address: string,
  api: INestApplicationContext,
  settings: Settings,
): Promise<string> {
  const search = api.get(SearchIndex);
  const { totalCount } = await search.search({
    clearance: PUBLIC_VIEWER.clearance,
    page: { first: 1 },
  });
  const browser =
    settings.environment === 'production' ? '' : `\n  In a browser   ${address}/graphiql`;
  const directory = settings.directory ? `\n  Everyone       ${address}/directory` : '';
  const users = await usersFile(settings);
  const signIn = users === null ? '' : ` — press the button of a demo user (passwords: ${users})`;
  return `
Baraza is ready: ${totalCount} profiles, search by ${search.name}.

  Console        ${address}/console${signIn}
  Mediators      ${address}/sign-in${directory}
  GraphQL        ${address}/graphql${browser}
  Mail           ${api.get(MailTransport).name}
  Stop           Ctrl-C

Three queries to paste:

  { mediators(search: "ceasefire Mali", first: 3) { totalCount edges { node { name languages { code level } } } } }

  { networks(first: 10) { edges { node { slug name } } } }

  { matchCandidates(first: 3, need: { date: "${today()}", hard: { languages: [{ code: "fr", level: B2 }] },
      soft: { languages: [{ code: "fr" }, { code: "ar", level: B2 }], territories: [{ code: "ML" }],
              expertise: [{ code: "mediation.ceasefire-mediation" }] } }) {
      ... on MatchConnection { edges { node { rank score mediator { name } explanation { sentence contribution } } } }
      ... on ValidationError { fields { path message } } } }
`;
}

function today(): string {
  return dayOf(new Date());
}

/** The demo is never loaded in production, and its code is not read there. */
async function usersFile(settings: Settings): Promise<string | null> {
  if (settings.environment === 'production') return null;
  const { demoUsersFile } = await import('#demo');
  return demoUsersFile(settings);
}
