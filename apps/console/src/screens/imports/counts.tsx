import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { countsOf } from './filters.js';
import type { StepProps } from './import.js';
import css from './imports.module.css';

/** How many rows there are of each kind, each with the way to them. */
export function Counts({ one }: StepProps): ReactNode {
  const t = useT('console-imports');
  const format = useFormat();
  if (!one.counts) return null;
  return (
    <ul className={css.counts} aria-label={t('count.label')}>
      <li>
        <Link to={`/imports/${one.id}?step=rows`}>
          <strong>{format.number(one.counts.rows)}</strong> {t('count.rows')}
        </Link>
      </li>
      {countsOf(one).map(([show, number]) => (
        <li key={show}>
          <Link to={`/imports/${one.id}?step=rows&show=${show}`}>
            <strong>{format.number(number)}</strong> {t(`show.${show}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
