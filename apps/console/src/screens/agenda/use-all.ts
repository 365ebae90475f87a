import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../../graph/ask.js';
import type { Operation } from '../../graph/operation.js';
import type {
  ActorsQuery,
  FiguresQuery,
  FocalPointsQuery,
  MeetingsQuery,
  OfficesQuery,
  OwingQuery,
  PublishedLessonsQuery,
} from '../../graph/types.js';
import { useLocale } from '../../i18n/locale.js';
import { Actors, Figures, Meetings, Owing } from './agenda.graphql.js';
import { PublishedLessons } from './lessons.graphql.js';
import { FocalPoints, Offices } from './offices.graphql.js';

interface Connection<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly edges: readonly { readonly node: Node }[];
}

type OneActor = ActorsQuery['wpsActors']['edges'][number]['node'];
export type ActorWithFocalPoints = FocalPointsQuery['wpsActors']['edges'][number]['node'];
export type FocalPoint = ActorWithFocalPoints['focalPoints'][number];
export type Figure = FiguresQuery['observations']['edges'][number]['node'];
export type Owed = OwingQuery['wpsOwing']['edges'][number]['node'];
export type Meeting = MeetingsQuery['wpsMeetings']['edges'][number]['node'];

/** All actors of the directory, by name as the language of the page sorts it. */
export function useActors(): UseQueryResult<readonly OneActor[]> {
  const locale = useLocale();
  const query = useAll(Actors, {}, ({ wpsActors }) => wpsActors);
  const sorted = query.data?.toSorted((a, b) => a.name.localeCompare(b.name, locale));
  return { ...query, data: sorted } as UseQueryResult<readonly OneActor[]>;
}

/** The offices of all actors, past ones among them. */
export function useOffices(): UseQueryResult<
  readonly OfficesQuery['wpsActors']['edges'][number]['node'][]
> {
  return useAll(Offices, {}, ({ wpsActors }) => wpsActors);
}

/** The focal points of all actors that are shared with her, past ones among them. */
export function useFocalPoints(): UseQueryResult<readonly ActorWithFocalPoints[]> {
  return useAll(FocalPoints, {}, ({ wpsActors }) => wpsActors);
}

/** All meetings, the latest first. */
export function useMeetings(): UseQueryResult<readonly Meeting[]> {
  const query = useAll(Meetings, {}, ({ wpsMeetings }) => wpsMeetings);
  const sorted = query.data?.toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return { ...query, data: sorted } as UseQueryResult<readonly Meeting[]>;
}

/** All present observations of an actor: a line of which a part is left out would mislead. */
export function useFigures(actor: string): UseQueryResult<readonly Figure[]> {
  return useAll(Figures, { actor }, ({ observations }) => observations, actor !== '');
}

/** All that her actor owes, by day. */
export function useOwing(): UseQueryResult<readonly Owed[]> {
  return useAll(Owing, {}, ({ wpsOwing }) => wpsOwing);
}

/** All lessons that were published from deployments. */
export function usePublishedLessons(): UseQueryResult<
  readonly PublishedLessonsQuery['lessons']['edges'][number]['node'][]
> {
  return useAll(PublishedLessons, {}, ({ lessons }) => lessons);
}

/** A whole list, page by page. */
function useAll<Result, Variables extends object, Node>(
  operation: Operation<Result, Variables & { readonly after?: string | null }>,
  variables: Variables,
  listOf: (result: Result) => Connection<Node>,
  enabled = true,
): UseQueryResult<readonly Node[]> {
  const locale = useLocale();
  return useQuery({
    queryKey: [operation.name, 'all', variables, locale],
    enabled,
    queryFn: async ({ signal }) => {
      const all: Node[] = [];
      let after: string | null = null;
      do {
        const { edges, pageInfo }: Connection<Node> = listOf(
          await ask(operation, { ...variables, after }, { signal }),
        );
        all.push(...edges.map(({ node }) => node));
        after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
      } while (after !== null);
      return all;
    },
  });
}
