import { useQueries } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ask } from '../graph/ask.js';
import type { VocabularyKind } from '../graph/types.js';
import { useLocale } from '../i18n/locale.js';
import { VocabularyLabels } from './vocabulary.graphql.js';

/** As many codes as the service takes in one question. */
const MOST = 100;

/**
 * The names of codes that were read: one question for each vocabulary, and one more for each further hundred codes. A
 * code without a name is shown as it is.
 */
export function useLabels<Kind extends VocabularyKind>(
  codes: Readonly<Partial<Record<Kind, readonly string[]>>>,
): { readonly ready: boolean; readonly labelOf: (kind: Kind, code: string) => string } {
  const locale = useLocale();
  const wanted = (Object.entries(codes) as [Kind, readonly string[]][]).flatMap(([kind, list]) =>
    chunksOf([...new Set(list)].toSorted()).map((some) => ({ kind, some })),
  );
  const answers = useQueries({
    queries: wanted.map(({ kind, some }) => ({
      queryKey: ['labels', kind, some, locale],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
        const { vocabulary } = await ask(
          VocabularyLabels,
          { kind, codes: some, first: MOST },
          { signal },
        );
        return vocabulary.edges.map(({ node }) => [node.code, node.label] as const);
      },
      // Names of codes are the same for everybody and change with a release.
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const known = wanted.flatMap(({ kind }, i) =>
    (answers[i]?.data ?? []).map(([code, label]) => [`${kind} ${code}`, label]),
  );
  const text = JSON.stringify(known);
  const labelOf = useCallback(
    (kind: Kind, code: string) =>
      new Map(JSON.parse(text) as [string, string][]).get(`${kind} ${code}`) ?? code,
    [text],
  );
  return { ready: answers.every(({ isPending }) => !isPending), labelOf };
}

function chunksOf(codes: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(codes.length / MOST) }, (_, i) =>
    codes.slice(i * MOST, (i + 1) * MOST),
  );
}
