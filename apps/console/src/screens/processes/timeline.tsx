import type { ReactNode } from 'react';
import type { WholeProcessFragment } from '../../graph/types.js';
import { useT } from '../../i18n/translate.js';
import css from './processes.module.css';

/**
 * Each process as a bar from its first year to its last, or to now. It is a picture: the table below says the same. It
 * mirrors where one reads from the right, for it is laid out along the line and not drawn.
 */
export function Timeline({
  processes,
  year,
}: {
  readonly processes: readonly WholeProcessFragment[];
  /** The present one. */
  readonly year: number;
}): ReactNode {
  const t = useT('console-processes');
  const first = Math.min(year - 1, ...processes.map(({ yearFrom }) => yearFrom));
  const last = Math.max(year, ...processes.map(({ yearTo }) => yearTo ?? year));
  const whole = last - first + 1;
  const along = (of: number): string => `${(100 * (of - first)) / whole}%`;
  const step = [1, 2, 5, 10, 20, 50].find((one) => whole / one <= 8) ?? 100;
  const marks = Array.from({ length: whole }, (_, i) => first + i).filter(
    (one) => one % step === 0,
  );
  const sorted = processes.toSorted((a, b) => a.yearFrom - b.yearFrom);
  return (
    <div aria-hidden="true" className={css.timeline}>
      <span />
      <span className={css.years}>
        {marks.map((one) => (
          <span key={one} style={{ insetInlineStart: along(one) }}>
            {one}
          </span>
        ))}
      </span>
      {sorted.map(({ slug, name, yearFrom, yearTo, common }) => (
        <div key={slug} style={{ display: 'contents' }}>
          <bdi>{name}</bdi>
          <span className={css.track}>
            <span
              className={css.span}
              {...(common ? {} : { 'data-own': '' })}
              style={{
                insetInlineStart: along(yearFrom),
                inlineSize: `${(100 * ((yearTo ?? last) - yearFrom + 1)) / whole}%`,
              }}
              title={
                yearTo === yearFrom
                  ? String(yearFrom)
                  : t('years', { from: String(yearFrom), to: yearTo ? String(yearTo) : t('now') })
              }
            />
          </span>
        </div>
      ))}
    </div>
  );
}
