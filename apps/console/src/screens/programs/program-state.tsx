import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Badge } from '../../ui/feedback.js';
import { useNow } from '../../ui/use-now.js';

/** Whether the token of a program is accepted now, and until when. */
export function ProgramState({
  program: { revokedAt, expiresAt },
}: {
  readonly program: { readonly revokedAt: string | null; readonly expiresAt: string };
}): ReactNode {
  const t = useT('console-programs');
  const format = useFormat();
  const now = useNow();
  if (revokedAt !== null) {
    return <Badge tone="danger">{t('state.revoked', { when: format.shortDay(revokedAt) })}</Badge>;
  }
  const isOver = Date.parse(expiresAt) <= now;
  return (
    <Badge tone={isOver ? 'danger' : 'good'}>
      {t(isOver ? 'state.expired' : 'state.live', { when: format.shortDay(expiresAt) })}
    </Badge>
  );
}
