import type { ReactNode } from 'react';
import { useLocale } from '../../i18n/locale.js';
import { useT } from '../../i18n/translate.js';

/** The ways to a shortlist on paper: a page to print and a PDF, which the service makes and records. */
export function Briefing({
  briefing: { page, pdf },
}: {
  readonly briefing: { readonly page: string; readonly pdf: string };
}): ReactNode {
  const t = useT('console-shortlists');
  const locale = useLocale();
  return (
    <>
      <a href={`${page}?lang=${locale}`}>{t('briefing.page')}</a>
      <a href={`${pdf}?lang=${locale}`}>{t('briefing.pdf')}</a>
    </>
  );
}
