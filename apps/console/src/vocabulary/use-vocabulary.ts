import { useMemo } from 'react';
import { useAsk } from '../graph/use-graph.js';
import type { ExpertiseLevel, VocabularyKind } from '../graph/types.js';
import type { Option } from '../ui/type-ahead.js';
import { useLater } from '../ui/use-later.js';
import { VocabularySearch } from './vocabulary.graphql.js';

/** More suggestions than that are no help; a few more letters are. */
const OFFERED = 20;
/** Lists shorter than that are fetched whole. */
const WHOLE = 100;

/** What a vocabulary has for what has been typed, by label or alias, in the order of the service. */
export function useSuggestions(
  kind: VocabularyKind,
  typed: string,
): { readonly options: readonly Option[]; readonly loading: boolean } {
  const search = useLater(typed.trim(), 200);
  const { data, isFetching } = useAsk(
    VocabularySearch,
    { kind, search: search === '' ? null : search, first: OFFERED },
    { keepPrevious: true, enabled: search !== '' },
  );
  // At once nothing where nothing is typed any more: the list closes when something has been chosen.
  const isEmpty = typed.trim() === '' || search === '';
  const options = useMemo(
    () => (isEmpty ? [] : (data?.vocabulary.edges ?? []).map(({ node }) => optionOf(node))),
    [data, isEmpty],
  );
  return { options, loading: isFetching || search !== typed.trim() };
}

/** A short list whole, with labels: levels, roles, tracks, each by its name in an enum of the graph. */
export function useShortList(
  kind: VocabularyKind,
): readonly (readonly [name: string, label: string])[] {
  const codes = useCodes(kind);
  return useMemo(
    () => codes.map(([code, label]) => [graphName(kind, code), label] as const),
    [kind, codes],
  );
}

/**
 * The label of an entry of a short list by its code, or by the name that it has in an enum of the graph
 * (`direct-mediation`, `DIRECT_MEDIATION`); what was passed itself until it is known.
 */
export function useNames(kind: VocabularyKind): (code: string) => string {
  const codes = useCodes(kind);
  return useMemo(() => {
    const names = new Map(
      codes.flatMap(([code, label]) => [
        [code, label] as const,
        [graphName(kind, code), label] as const,
      ]),
    );
    return (code) => names.get(code) ?? code;
  }, [kind, codes]);
}

function useCodes(kind: VocabularyKind): readonly (readonly [code: string, label: string])[] {
  const { data } = useAsk(VocabularySearch, { kind, search: null, first: WHOLE });
  return useMemo(
    () => (data?.vocabulary.edges ?? []).map(({ node: { code, label } }) => [code, label] as const),
    [data],
  );
}

/** Levels of expertise are numbers in the vocabulary and words in the graph. */
const EXPERTISE_LEVELS: Readonly<Record<string, ExpertiseLevel>> = {
  1: 'FAMILIAR',
  2: 'PRACTITIONER',
  3: 'EXPERT',
};

/** As the enums of the graph name a code. */
function graphName(kind: VocabularyKind, code: string): string {
  const name = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_');
  if (kind === 'EXPERTISE_LEVEL') return EXPERTISE_LEVELS[code] ?? name;
  return kind === 'TRACK' ? `TRACK_${name}` : name;
}

function optionOf({
  code,
  label,
  aliases,
}: {
  readonly code: string;
  readonly label: string;
  readonly aliases: readonly string[];
}): Option {
  const [alias] = aliases;
  return { id: code, words: label, ...(alias ? { about: alias } : {}) };
}
