import { useMemo } from 'react';
import { useAsk } from '../graph/use-graph.js';
import type { VocabularyKind, VocabularySearchQuery } from '../graph/types.js';
import type { Option } from '../ui/type-ahead.js';
import { useOffers, type Offers } from '../ui/use-offers.js';
import { VocabularySearch } from './vocabulary.graphql.js';

/** More suggestions than that are no help; a few more letters are. */
const OFFERED = 20;
/** Lists shorter than that are fetched whole. */
const WHOLE = 100;

/** What a vocabulary has for what has been typed, by label or alias, in the order of the service. */
export function useSuggestions(
  kind: VocabularyKind,
  typed: string,
): Offers & { readonly options: readonly Option[] } {
  const { answer, ...rest } = useOffers(VocabularySearch, typed, (search) => ({
    kind,
    search,
    first: OFFERED,
  }));
  const options = useMemo(
    () => (answer?.vocabulary.edges ?? []).map(({ node }) => optionOf(node)),
    [answer],
  );
  return { options, ...rest };
}

/** A short list whole, with labels: levels, roles, tracks, each by its name in an enum of the graph. */
export function useShortList(
  kind: VocabularyKind,
): readonly (readonly [name: string, label: string])[] {
  const entries = useEntries(kind);
  return useMemo(
    () => entries.map(({ code, enumName, label }) => [enumName ?? code, label] as const),
    [entries],
  );
}

/**
 * The label of an entry of a short list by its code, or by the name that it has in an enum of the graph
 * (`direct-mediation`, `DIRECT_MEDIATION`); what was passed itself until it is known.
 */
export function useNames(kind: VocabularyKind): (code: string) => string {
  const entries = useEntries(kind);
  return useMemo(() => {
    const names = new Map(
      entries.flatMap(({ code, enumName, label }) => [
        [code, label] as const,
        [enumName ?? code, label] as const,
      ]),
    );
    return (code) => names.get(code) ?? code;
  }, [entries]);
}

function useEntries(kind: VocabularyKind): readonly Entry[] {
  const { data } = useAsk(VocabularySearch, { kind, search: null, first: WHOLE });
  return useMemo(() => (data?.vocabulary.edges ?? []).map(({ node }) => node), [data]);
}

type Entry = VocabularySearchQuery['vocabulary']['edges'][number]['node'];

function optionOf({ code, label, aliases: [alias] }: Entry): Option {
  return { id: code, words: label, ...(alias ? { about: alias } : {}) };
}
