import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.js';
import { isRightToLeft, useLocale } from '../../i18n/locale.js';
import { useT } from '../../i18n/translate.js';
import charts from '../../ui/charts.module.css';
import { Button } from '../../ui/button.js';
import { Badge, Warning } from '../../ui/feedback.js';
import { Card, Row } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import css from './agenda.module.css';
import { ShareWithFewer } from './editing/share-with-fewer.js';
import type { Figure } from './use-all.js';

const WIDTH = 280;
const HEIGHT = 132;
const EDGE = 12;
/** Room for the first and last value above the line, and for their years below it. */
const TOP = 24;
const FOOT = 24;

/** One indicator over time: a small picture, the target of a plan, and a table with the source of each point. */
export function IndicatorFigures({
  figures,
  target,
  onCorrect,
}: {
  /** Of one indicator, by their last day. */
  readonly figures: readonly Figure[];
  /** As a plan states it; null where none names this indicator. */
  readonly target: string | null;
  /** Null where the observations are not hers to correct. */
  readonly onCorrect: ((figure: Figure) => void) | null;
}): ReactNode {
  const t = useT('console-agenda');
  const format = useFormat();
  const { framework, code, text, unit, checked } = figures[0]!.indicator;
  const isShare = unit === 'SHARE';
  const valueOf = ({ value, text: words }: Figure): string => {
    if (value === null || value === undefined) return words ?? '';
    return isShare ? format.percent(Number(value)) : format.number(Number(value));
  };
  const whole = figures.filter(({ part, value }) => !part && value);
  const caption = `${framework} ${code}: ${text}`;
  const wordsOf = (figure: Figure): string => `${caption}, ${valueOf(figure)}`;
  return (
    <Card>
      <h2 className={css.indicator}>
        <bdi>
          {framework} {code}
        </bdi>
        : <bdi>{text}</bdi>
      </h2>
      {checked ? null : <p className={css.small}>{t('indicators.unchecked')}</p>}
      {whole.length > 1 ? (
        <Line
          figures={whole}
          target={numberOf(target, isShare)}
          caption={caption}
          valueOf={valueOf}
        />
      ) : null}
      {target === null ? null : <p className={css.small}>{t('indicators.target', { target })}</p>}
      <details className={charts.twin ?? ''}>
        <summary>{t('indicators.points', { count: figures.length })}</summary>
        <Table
          caption={caption}
          rows={figures}
          keyOf={({ id }) => id}
          columns={[
            {
              id: 'period',
              words: t('column.period'),
              names: true,
              cell: ({ from, until }) =>
                t('days', { from: format.shortDay(from), until: format.shortDay(until) }),
            },
            {
              id: 'value',
              words: t('column.value'),
              cell: (figure) => (
                <>
                  <bdi>{valueOf(figure)}</bdi>{' '}
                  {figure.part ? (
                    <Badge>
                      <bdi>{figure.part}</bdi>
                    </Badge>
                  ) : null}{' '}
                  {figure.hasSmallNumber ? <Warning>{t('word.small-number')}</Warning> : null}
                </>
              ),
            },
            {
              id: 'status',
              words: t('column.status'),
              cell: ({ status }) => t(`observationStatus.${status}`),
            },
            {
              id: 'source',
              words: t('column.source'),
              cell: ({ source, url, methodNote }) => (
                <>
                  {url ? (
                    <a href={url} rel="noreferrer">
                      <bdi>{source}</bdi>
                    </a>
                  ) : (
                    <bdi>{source}</bdi>
                  )}{' '}
                  {methodNote ? <bdi>{methodNote}</bdi> : null}
                </>
              ),
            },
            ...(onCorrect
              ? [
                  {
                    id: 'steps',
                    words: t('owing.steps'),
                    cell: (figure: Figure) => (
                      <Row>
                        <Button
                          small
                          aria-label={t('edit.correctOf', { what: wordsOf(figure) })}
                          onPress={() => onCorrect(figure)}
                        >
                          {t('edit.correct')}
                        </Button>
                        <ShareWithFewer record={figure} words={wordsOf(figure)} isCorrected small />
                      </Row>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </details>
    </Card>
  );
}

/** Points by their last days, with a line for the target. A picture: the table below says the same. */
function Line({
  figures,
  target,
  caption,
  valueOf,
}: {
  readonly figures: readonly Figure[];
  readonly target: number | null;
  readonly caption: string;
  /** A value as it is written. */
  readonly valueOf: (figure: Figure) => string;
}): ReactNode {
  const t = useT('console-agenda');
  const rtl = isRightToLeft(useLocale());
  const values = figures.map(({ value }) => Number(value));
  const all = target === null ? values : [...values, target];
  const [least, most] = [Math.min(0, ...all), Math.max(...all)];
  const days = figures.map(({ until }) => new Date(until).getTime());
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const x = (day: number): number => {
    const along = last === first ? 0.5 : (day - first) / (last - first);
    return EDGE + (WIDTH - 2 * EDGE) * (rtl ? 1 - along : along);
  };
  const y = (value: number): number =>
    TOP + (HEIGHT - TOP - FOOT) * (most === least ? 0.5 : 1 - (value - least) / (most - least));
  const points = values.map((value, i) => [x(days[i]!), y(value)] as const);
  return (
    <svg
      className={charts.plot}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('indicators.picture', { caption, count: values.length })}
    >
      <line x1={EDGE} x2={WIDTH - EDGE} y1={y(least)} y2={y(least)} />
      {target === null ? null : (
        <line className={css.target} x1={EDGE} x2={WIDTH - EDGE} y1={y(target)} y2={y(target)} />
      )}
      <path
        className={css.line}
        d={points
          .map(([a, b], i) => `${i === 0 ? 'M' : 'L'}${a.toFixed(1)} ${b.toFixed(1)}`)
          .join('')}
      />
      {points.map(([a, b], i) => (
        <circle key={figures[i]!.id} className={css.point} cx={a} cy={b} r={3.5} />
      ))}
      {(last === first ? [0] : [0, points.length - 1]).map((i) => {
        const [a, b] = points[i]!;
        const figure = figures[i]!;
        const textAnchor = a < WIDTH / 2 ? 'start' : 'end';
        const from = a < WIDTH / 2 ? 0 : WIDTH;
        return (
          <g key={figure.id} textAnchor={textAnchor}>
            <text x={from} y={b - 8}>
              {valueOf(figure)}
            </text>
            <text x={from} y={HEIGHT - 2}>
              {figure.until.slice(0, 4)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** A target that is a plain number, or a percentage of a share; every other one is told in words alone. */
function numberOf(target: string | null, isShare: boolean): number | null {
  const [, digits, percent] = /^(\d+(?:\.\d+)?)\s*(%)?$/.exec(target?.trim() ?? '') ?? [];
  if (digits === undefined) return null;
  const value = Number(digits);
  if (percent === undefined) return isShare && value > 1 ? null : value;
  return isShare ? value / 100 : null;
}
