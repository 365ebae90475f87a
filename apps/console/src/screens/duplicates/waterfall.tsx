import type { ReactNode } from 'react';
import type { ExplainedFragment } from '../../graph/types.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Table } from '../../ui/table.js';
import css from './waterfall.module.css';

type Bar = ExplainedFragment['bars'][number];

/**
 * What each comparison adds to the weight, as a table: each bar begins where the one before ends, and the last ends at the
 * sum. The bars are only a picture of the numbers beside them.
 */
export function Waterfall({
  bars,
  weight,
}: {
  readonly bars: readonly Bar[];
  readonly weight: number;
}): ReactNode {
  const t = useT('console-duplicates');
  const format = useFormat();
  const bits = (value: number): string => format.number(Math.round(value / 100) / 10);
  const places = placesOf(bars);
  return (
    <Table
      caption={t('bars', { bits: bits(weight) })}
      rows={bars.map((bar, i) => ({ ...bar, place: places[i] }))}
      keyOf={({ comparison }) => comparison}
      columns={[
        {
          id: 'comparison',
          words: t('column.comparison'),
          names: true,
          cell: ({ comparison }) => t(`comparison.${comparison}`),
        },
        {
          id: 'first',
          words: t('first'),
          cell: ({ one }) => (one.length > 0 ? format.list(one) : null),
        },
        {
          id: 'second',
          words: t('second'),
          cell: ({ other }) => (other.length > 0 ? format.list(other) : null),
        },
        {
          id: 'says',
          words: t('column.says'),
          cell: (bar) => <Finding bar={bar} bits={bits} />,
        },
        {
          id: 'bits',
          words: t('column.bits'),
          cell: ({ weight: added, place }) => (
            <span className={css.bits}>
              <span>{bits(added)}</span>
              <span className={css.track} aria-hidden="true">
                <span className={added < 0 ? css.against : css.speaking} style={place} />
              </span>
            </span>
          ),
        },
      ]}
    />
  );
}

function Finding({
  bar,
  bits,
}: {
  readonly bar: Bar;
  readonly bits: (value: number) => string;
}): ReactNode {
  const t = useT('console-duplicates');
  switch (bar.comparison) {
    case 'NAME':
      return bar.words.length === 0 ? (
        t('says.NAMES')
      ) : (
        <ul>
          {bar.words.map(({ one, other, records, weight }) => (
            <li key={`${one} ${other}`}>
              {t('word', { one, other, count: records, bits: bits(weight) })}
            </li>
          ))}
        </ul>
      );
    case 'PRIOR':
    case 'PLACES':
    case 'RELATIVES':
      return t(`says.${bar.comparison}`);
    default:
      return (
        <>
          {LEVELS.filter((level) => level === bar.level).map((level) => t(`says.${level}`))}
          {bar.shared === null ? null : (
            <>
              : <bdi>{bar.shared}</bdi>
            </>
          )}
          {bar.records === null ? null : <> · {t('rare', { count: bar.records })}</>}
        </>
      );
  }
}

const LEVELS = [
  'SHARED',
  'NONE_SHARED',
  'SAME_DAY',
  'SLIP_OF_DAY',
  'SAME_MONTH',
  'DAYS_APART',
  'SAME_YEAR',
  'MONTHS_APART',
  'YEAR_BESIDE',
  'SLIP_OF_YEAR',
  'YEARS_APART',
] as const;

/** Where each bar begins and how long it is, as shares of the whole width. */
function placesOf(
  bars: readonly Bar[],
): { readonly insetInlineStart: string; readonly inlineSize: string }[] {
  let at = 0;
  const ends = bars.map(({ weight }) => {
    const from = at;
    at += weight;
    return [Math.min(from, at), Math.max(from, at)] as const;
  });
  const least = Math.min(0, ...ends.map(([from]) => from));
  const most = Math.max(0, ...ends.map(([, to]) => to));
  const share = (value: number): string => `${(100 * value) / Math.max(1, most - least)}%`;
  return ends.map(([from, to]) => ({
    insetInlineStart: share(from - least),
    inlineSize: share(to - from),
  }));
}
