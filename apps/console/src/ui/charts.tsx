import type { ReactNode } from 'react';
import { useFormat } from '../i18n/format.js';
import { useLocale, isRightToLeft } from '../i18n/locale.js';
import { useT } from '../i18n/translate.js';
import css from './charts.module.css';
import { Scroll } from './page.js';
import kit from './kit.module.css';

/** How many colours there are for parts; the last stands for all that follow. */
const COLOURS = 10;

function colourOf(index: number): string {
  return `var(--part-${Math.min(index, COLOURS - 1) + 1})`;
}

/** Its colour with a pattern of its own, so that parts are told apart without colour, too. */
function fillOf(index: number): string {
  return `var(--pattern-${Math.min(index, COLOURS - 1) + 1}), ${colourOf(index)}`;
}

/**
 * A bar of parts that ends where their sum ends, of `most`. It is only a picture: the same numbers stand in words or
 * in a table beside it.
 */
export function StackedBar({
  parts,
  most,
}: {
  /** Each with its place among all parts that bars of this page show, which gives its colour. */
  readonly parts: readonly { readonly index: number; readonly value: number }[];
  readonly most: number;
}): ReactNode {
  return (
    <span className={css.bar} aria-hidden="true">
      {parts.map(({ index, value }) => (
        <span
          key={index}
          style={{ inlineSize: `${(100 * value) / most}%`, background: fillOf(index) }}
        />
      ))}
    </span>
  );
}

/** A number with its bar, for a cell of a table. */
export function NumberBar({
  words,
  value,
  most,
  index = 0,
}: {
  /** The number, or why there is none. */
  readonly words: string;
  /** Null where the number is withheld. */
  readonly value: number | null;
  /** The value of a whole bar. */
  readonly most: number;
  /** Which colour it has. */
  readonly index?: number;
}): ReactNode {
  return (
    <span className={css.numberBar}>
      <span>{words}</span>
      {value === null ? null : <StackedBar parts={[{ index, value }]} most={most} />}
    </span>
  );
}

/** What the colours of the bars of a page stand for. */
export function BarKey({ names }: { readonly names: readonly string[] }): ReactNode {
  return (
    <ul className={css.key}>
      {names.map((name, index) => (
        <li key={name} style={{ '--fill': fillOf(index) } as never}>
          {name}
        </li>
      ))}
    </ul>
  );
}

/** From which rank to which hers may move, and where she is now. It is only a picture: the words stand beside it. */
export function RankBand({
  rank,
  best,
  worst,
  of,
}: {
  readonly rank: number;
  readonly best: number;
  readonly worst: number;
  /** The last rank. */
  readonly of: number;
}): ReactNode {
  const last = Math.max(of, worst, rank);
  const percent = (value: number): string => `${(100 * value) / last}%`;
  return (
    <div className={css.ranks} aria-hidden="true">
      <span
        className={css.range}
        style={{ insetInlineStart: percent(best - 1), inlineSize: percent(worst - best + 1) }}
      />
      <span className={css.place} style={{ insetInlineStart: percent(rank - 0.5) }} />
    </div>
  );
}

export interface Series {
  readonly name: string;
  /** In the order of the labels. Null where there is no number. */
  readonly values: readonly (number | null)[];
}

const WIDTH = 640;
const HEIGHT = 240;
const EDGE = { top: 12, side: 44, bottom: 28 };
/** Lines across the plot. */
const STEPS = 4;

/** Lines over time or another order, with the same numbers as a table below. Mirrored where one reads from the right. */
export function LineChart({
  caption,
  labels,
  series,
  labelOf,
}: {
  readonly caption: string;
  /** What the places along the axis are called, such as quarters. */
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** What the first column of the table is called. */
  readonly labelOf: string;
}): ReactNode {
  const format = useFormat();
  const rtl = isRightToLeft(useLocale());
  const most = niceAbove(Math.max(0, ...series.flatMap(({ values }) => values.map((v) => v ?? 0))));
  const inner = { width: WIDTH - 2 * EDGE.side, height: HEIGHT - EDGE.top - EDGE.bottom };
  const x = (i: number): number => {
    const along = labels.length < 2 ? 0.5 : i / (labels.length - 1);
    return EDGE.side + inner.width * (rtl ? 1 - along : along);
  };
  const y = (value: number): number => EDGE.top + inner.height * (1 - value / most);
  const every = Math.max(1, Math.ceil(labels.length / 8));
  return (
    <figure className={css.figure}>
      <svg className={css.plot} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={caption}>
        {Array.from({ length: STEPS + 1 }, (_, i) => (most * i) / STEPS).map((value) => (
          <g key={value}>
            <line x1={EDGE.side} x2={WIDTH - EDGE.side} y1={y(value)} y2={y(value)} />
            <text
              x={rtl ? WIDTH - EDGE.side + 6 : EDGE.side - 6}
              y={y(value) + 4}
              textAnchor={rtl ? 'start' : 'end'}
            >
              {format.number(value)}
            </text>
          </g>
        ))}
        {labels.map((label, i) =>
          i % every === 0 ? (
            <text key={label} x={x(i)} y={HEIGHT - 8} textAnchor="middle">
              {label}
            </text>
          ) : null,
        )}
        {series.map(({ name, values }, index) => (
          <g key={name}>
            <path
              d={pathOf(values, x, y)}
              fill="none"
              stroke={colourOf(index)}
              strokeWidth={2.5}
              strokeDasharray={DASHES[index % DASHES.length]}
            />
            {values.map((value, i) =>
              value === null ? null : (
                <circle key={labels[i]} cx={x(i)} cy={y(value)} r={3.5} fill={colourOf(index)} />
              ),
            )}
          </g>
        ))}
      </svg>
      <figcaption>
        <BarKey names={series.map(({ name }) => name)} />
        <TableTwin
          caption={caption}
          head={[labelOf, ...series.map(({ name }) => name)]}
          rows={labels.map((label, i) => [label, ...series.map(({ values }) => values[i] ?? null)])}
        />
      </figcaption>
    </figure>
  );
}

/** Lines are told apart without colour, too. */
const DASHES = ['none', '8 4', '2 4', '10 3 2 3'];

/** Values with a bar each, in a table that says the same. */
export function BarTable({
  caption,
  head,
  rows,
  most,
}: {
  readonly caption: ReactNode;
  readonly head: readonly [name: string, value: string];
  readonly rows: readonly {
    readonly name: ReactNode;
    readonly key: string;
    /** Null where the number is withheld: `words` say why. */
    readonly value: number | null;
    readonly words?: ReactNode;
  }[];
  /** The value of a whole bar; the largest value where it is left out. */
  readonly most?: number;
}): ReactNode {
  const format = useFormat();
  const whole = most ?? Math.max(1, ...rows.map(({ value }) => value ?? 0));
  return (
    <Scroll>
      <table className={`${kit.table} ${css.bars}`}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head[0]}</th>
            <th scope="col" colSpan={2}>
              {head[1]}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, value, words }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td data-number="">{words ?? (value === null ? null : format.number(value))}</td>
              <td aria-hidden="true">
                <StackedBar parts={[{ index: 0, value: value ?? 0 }]} most={whole} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** The numbers of a picture as a table. */
export function TableTwin({
  caption,
  head,
  rows,
}: {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}): ReactNode {
  const t = useT('console');
  const format = useFormat();
  return (
    <details className={css.twin}>
      <summary>{t('chart.asTable')}</summary>
      <Scroll label={caption}>
        <table className={kit.table}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {head.map((words) => (
                <th key={words} scope="col">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...values]) => (
              <tr key={String(first)}>
                <th scope="row">{first}</th>
                {values.map((value, i) => (
                  <td key={head[i + 1]} data-number="">
                    {typeof value === 'number' ? format.number(value) : value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}

/** A line through the values, broken where there is none. */
function pathOf(
  values: readonly (number | null)[],
  x: (i: number) => number,
  y: (value: number) => number,
): string {
  return values
    .map((value, i) => {
      if (value === null) return '';
      const start = i === 0 || values[i - 1] === null;
      return `${start ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
}

/** The next of 1, 2, 4, 5, 8 or 10 times a power of ten, so that the lines across have plain numbers. */
function niceAbove(value: number): number {
  if (value <= STEPS) return STEPS;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 4, 5, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}
