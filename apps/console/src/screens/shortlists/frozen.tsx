import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Criterion, FrozenReasonFragment, OnShortlistFragment } from '../../graph/types.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { StackedBar } from '../../ui/charts.js';
import { Badge } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import { Row } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import { WHOLE } from '../../ui/numbers.js';

/** The criteria of all entries, in the order in which they first appear: so each has one colour on the page. */
export function criteriaOf(
  entries: readonly { readonly explanation: readonly FrozenReasonFragment[] }[],
): readonly Criterion[] {
  return [
    ...new Set(entries.flatMap(({ explanation }) => explanation.map(({ criterion }) => criterion))),
  ];
}

/** Who she is, as she may be seen now. */
export function Name({
  mediator: { id, name, pseudonymous, affiliations },
  children,
}: {
  readonly mediator: OnShortlistFragment;
  readonly children?: ReactNode;
}): ReactNode {
  const t = useT('console-shortlists');
  const format = useFormat();
  return (
    <>
      <Row>
        <h3>
          <Link to={`/mediators/${id}`}>
            <bdi>{name}</bdi>
          </Link>
        </h3>
        {pseudonymous ? <Badge tone="warm">{t('entry.codeName')}</Badge> : null}
        {children}
      </Row>
      {affiliations.length > 0 ? (
        <p className={kit.hint}>
          <bdi>{format.list(affiliations.map(({ network }) => network.name))}</bdi>
        </p>
      ) : null}
    </>
  );
}

/** What the ranking said on the day on which she was chosen; it changes no more. */
export function Frozen({
  name,
  rank,
  score,
  eligible,
  explanation,
  criteria,
  children,
}: {
  readonly name: string;
  readonly rank: number;
  readonly score: number | null;
  readonly eligible: number;
  readonly explanation: readonly FrozenReasonFragment[];
  readonly criteria: readonly Criterion[];
  /** The day and the version, where they are known. */
  readonly children?: ReactNode;
}): ReactNode {
  const t = useT('console-shortlists');
  const tc = useT('console');
  return (
    <>
      <p>
        {t('entry.rank', { rank, eligible })}{' '}
        {score === null ? (
          t('entry.scoreHidden')
        ) : (
          <strong>{t('entry.score', { score: score / WHOLE })}</strong>
        )}{' '}
        {children}
      </p>
      <StackedBar
        most={WHOLE}
        parts={explanation.map(({ criterion, contribution }) => ({
          index: criteria.indexOf(criterion),
          value: contribution,
        }))}
      />
      <details className={kit.onPaper}>
        <summary>{t('entry.why')}</summary>
        <Table
          label={t('entry.whyOf', { name })}
          caption={t('entry.whyOf', { name })}
          compact
          rows={explanation}
          keyOf={({ criterion }) => criterion}
          columns={[
            {
              id: 'criterion',
              words: t('entry.criterion'),
              names: true,
              cell: ({ criterion }) => tc(`criterion.${criterion}`),
            },
            { id: 'sentence', words: t('entry.sentence'), cell: ({ sentence }) => sentence },
            {
              id: 'share',
              words: t('entry.share'),
              number: true,
              cell: ({ contribution }) => t('entry.score', { score: contribution / WHOLE }),
            },
          ]}
        />
      </details>
    </>
  );
}
