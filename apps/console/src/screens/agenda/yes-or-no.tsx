import type { ReactNode } from 'react';
import { useT } from '../../i18n/translate.js';
import { Badge } from '../../ui/feedback.js';

/** Whether a plan has something, in a word and a colour. */
export function YesOrNo({ met }: { readonly met: boolean }): ReactNode {
  const t = useT('console-agenda');
  return <Badge tone={met ? 'good' : 'warm'}>{t(met ? 'word.yes' : 'word.no')}</Badge>;
}
