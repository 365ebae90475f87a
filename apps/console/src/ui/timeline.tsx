import type { ReactNode } from 'react';
import css from './pictures.module.css';

/** Something that lasts, by years: 2026.5 is the middle of 2026. */
export interface Span {
  readonly key: string;
  readonly name: string;
  readonly from: number;
  readonly until: number;
  /** What its bar says when it is pointed at. */
  readonly words: string;
  /** Whether it stands out. */
  readonly marked: boolean;
}

/** So many years have room beside each other on a telephone. */
const FEW = 4;

/**
 * Each entry as a bar along the years. It is a picture: a table beside it says the same. It mirrors where one reads from the
 * right, for it is laid out along the line and not drawn.
 */
export function Timeline({
  spans,
  year,
}: {
  readonly spans: readonly Span[];
  /** The present one, which is always shown. */
  readonly year: number;
}): ReactNode {
  const first = Math.floor(Math.min(year - 1, ...spans.map(({ from }) => from)));
  const last = Math.ceil(Math.max(year + 1, ...spans.map(({ until }) => until)));
  const whole = last - first;
  const along = (of: number): string => `${(100 * (of - first)) / whole}%`;
  const step = [1, 2, 5, 10, 20, 50].find((one) => whole / one <= 8) ?? 100;
  const marks = Array.from({ length: whole }, (_, i) => first + i).filter(
    (one) => one % step === 0,
  );
  return (
    <div aria-hidden="true" className={css.timeline}>
      <span />
      <span className={css.years} {...(marks.length > FEW ? { 'data-many': '' } : {})}>
        {marks.map((one) => (
          // The last ones end with the line at the latest.
          <span key={one} style={{ insetInlineStart: `min(${along(one)}, 100% - 2.5rem)` }}>
            {one}
          </span>
        ))}
      </span>
      {spans
        .toSorted((a, b) => a.from - b.from)
        .map(({ key, name, from, until, words, marked }) => (
          <div key={key} style={{ display: 'contents' }}>
            <bdi>{name}</bdi>
            <span className={css.track}>
              <span
                className={css.span}
                {...(marked ? { 'data-own': '' } : {})}
                style={{
                  insetInlineStart: along(from),
                  inlineSize: `${(100 * (until - from)) / whole}%`,
                }}
                title={words}
              />
            </span>
          </div>
        ))}
    </div>
  );
}
