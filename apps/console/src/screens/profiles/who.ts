import { useCallback } from 'react';
import { useMe } from '../../frame/me.js';
import type { SourceWordsFragment } from '../../graph/types.js';
import { useT } from '../../i18n/translate.js';

/** Whoever is recorded under an opaque name, in words: oneself, another person, a program or the service. */
export function useWho(): (recordedAs: string) => string {
  const t = useT('console-profiles');
  const { recordedAs: own } = useMe().account;
  return useCallback(
    (name) => {
      if (name === own) return t('who.you');
      const [kind, id = ''] = name.split(':', 2);
      if (kind === 'user') return t('who.person', { id: id.slice(-6) });
      if (kind === 'service') return t('who.program', { id: id.slice(-6) });
      if (kind === 'operator') return t('who.operator');
      return t('who.service');
    },
    [t, own],
  );
}

/** Whose word something is: hers, or a network's. */
export function useSourceName(): (source: SourceWordsFragment) => string {
  const t = useT('console-profiles');
  return useCallback(
    ({ herself, network }) =>
      herself ? t('source.herself') : (network?.name ?? t('source.network')),
    [t],
  );
}

/** The same source, whatever has been asked of it. */
export function sameSource(a: SourceWordsFragment, b: SourceWordsFragment): boolean {
  return a.herself === b.herself && a.network?.slug === b.network?.slug;
}
