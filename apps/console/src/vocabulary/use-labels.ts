import { useQueries } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ask } from '../graph/ask.js';
import type { VocabularyKind } from '../graph/types.js';
import { useLocale } from '../i18n/locale.js';
import { VocabularySearch } from './vocabulary.graphql.js';

/** The names of codes that were read, one question for each; a code without a name is shown as it is. */
export function useLabels<Kind extends VocabularyKind>(
  codes: Readonly<Partial<Record<Kind, readonly string[]>>>,
): { readonly ready: boolean; readonly labelOf: (kind: Kind, code: string) => string } {
  const locale = useLocale();
  const wanted = (Object.entries(codes) as [Kind, readonly string[]][]).flatMap(([kind, list]) =>
    [...new Set(list)].map((code) => ({ kind, code })),
  );
  const answers = useQueries({
    queries: wanted.map(({ kind, code }) => ({
      queryKey: ['label', kind, code, locale],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
        const { vocabulary } = await ask(
          VocabularySearch,
          { kind, search: code, first: 20 },
          signal,
        );
        return vocabulary.edges.find(({ node }) => node.code === code)?.node.label ?? code;
      },
      // Names of codes are the same for everybody and change with a release.
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const known = new Map(
    wanted.map(({ kind, code }, i) => [`${kind} ${code}`, answers[i]?.data ?? code]),
  );
  const text = JSON.stringify([...known]);
  const labelOf = useCallback(
    (kind: Kind, code: string) =>
      new Map(JSON.parse(text) as [string, string][]).get(`${kind} ${code}`) ?? code,
    [text],
  );
  return { ready: answers.every(({ isPending }) => !isPending), labelOf };
}
