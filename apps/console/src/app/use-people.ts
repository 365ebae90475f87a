import { useQueries } from '@tanstack/react-query';
import { useOwnNetworks } from '../frame/me.js';
import { ask } from '../graph/ask.js';
import { useAsk } from '../graph/use-graph.js';
import { useT } from '../i18n/translate.js';
import type { Option } from '../ui/type-ahead.js';
import { useLater } from '../ui/use-later.js';
import type { Offers } from '../ui/use-offers.js';
import { PeopleOfDirectory, PeopleOfNetwork } from './people.graphql.js';

/** So many letters are typed before anybody is sought. */
const SHORTEST = 2;

/** Persons whom she may see, each under the address of the screen that shows her. */
export interface People extends Offers {
  readonly options: readonly Option[];
}

/**
 * Persons by name: members of her own networks first, then mediators as the directory shows them to her. What is typed is
 * sent with a question alone: it stands in no address, and nothing of it is kept once the answer is not shown any more.
 */
export function usePeople(typed: string): People {
  const t = useT('console');
  const networks = useOwnNetworks();
  const wanted = typed.trim();
  const name = useLater(wanted, 300);
  const enabled = wanted.length >= SHORTEST && name === wanted;
  const members = useQueries({
    queries: networks.map(({ slug }) => ({
      queryKey: [PeopleOfNetwork.name, slug, name],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
        ask(PeopleOfNetwork, { network: slug, name }, { signal }),
      enabled,
      gcTime: 0,
    })),
  });
  const directory = useAsk(PeopleOfDirectory, { name }, { enabled, forget: true });
  // An answer to other letters is nobody whom she seeks.
  if (!enabled) return { options: [], loading: wanted.length >= SHORTEST, failed: false };
  const found = [
    ...members.flatMap(({ data }, i) =>
      (data?.findProfiles.edges ?? []).map(({ node }) => ({
        id: `/profiles/${node.id}`,
        words: node.fullName,
        about: [
          ...(node.displayName === node.fullName ? [] : [node.displayName]),
          t('find.member', { network: networks[i]?.name ?? '' }),
        ].join(' · '),
      })),
    ),
    ...(directory.data?.mediators.edges ?? []).map(({ node }) => ({
      id: `/mediators/${node.id}`,
      words: node.name,
      about: t('find.mediator'),
    })),
  ];
  return {
    // A woman whom two of her networks list is found in both.
    options: found.filter(({ id }, i) => found.findIndex((one) => one.id === id) === i),
    loading: directory.isPending || members.some(({ isPending }) => isPending),
    failed: directory.isError || members.some(({ isError }) => isError),
  };
}
