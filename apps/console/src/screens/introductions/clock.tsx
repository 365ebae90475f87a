import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';

/** Until when something stands: how long that is, and which moment. */
export function Clock({ dueAt }: { readonly dueAt: string | null | undefined }): ReactNode {
  const t = useT('console-introductions');
  const format = useFormat();
  if (!dueAt) return null;
  return (
    <p>
      <time dateTime={dueAt}>
        {t('due', { relative: format.relative(dueAt), moment: format.moment(dueAt) })}
      </time>
    </p>
  );
}
