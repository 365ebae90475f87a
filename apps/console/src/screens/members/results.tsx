import { useEffect, useRef, type ReactNode } from 'react';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Badge, Failure } from '../../ui/feedback.js';
import { Row, Stack } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import type { Outcome, Selected } from './bulk.js';
import css from './members.module.css';

/** So many names are shown before the number of the others. */
const SHOWN = 12;

/** With whom something is to be done. */
export function NamesOf({ selected }: { readonly selected: readonly Selected[] }): ReactNode {
  const t = useT('console-members');
  const more = selected.length - SHOWN;
  return (
    <ul className={css.names} aria-label={t('bulk.whom')}>
      {selected.slice(0, SHOWN).map(({ id, name }) => (
        <li key={id}>
          <bdi>{name}</bdi>
        </li>
      ))}
      {more > 0 ? <li>{t('bulk.more', { count: more })}</li> : null}
    </ul>
  );
}

/** What became of each: those who were refused first, with why. */
export function Results({
  outcomes,
  error,
  onRetry,
  onClose,
}: {
  readonly outcomes: readonly Outcome[];
  /** Why some were not reached at all. */
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly onClose?: () => void;
}): ReactNode {
  const t = useT('console-members');
  const tc = useT('console');
  const failed = outcomes.filter(({ done }) => !done);
  const head = useRef<HTMLParagraphElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <Stack>
      <p ref={head} tabIndex={-1} role="status">
        <strong>
          {t('results.counted', { done: outcomes.length - failed.length, failed: failed.length })}
        </strong>
      </p>
      {error ? <Failure error={error} /> : null}
      <Table
        caption={t('results.caption')}
        rows={[...failed, ...outcomes.filter(({ done }) => done)]}
        keyOf={({ of }) => of.id}
        columns={[
          {
            id: 'name',
            words: t('column.name'),
            names: true,
            cell: ({ of }) => <bdi>{of.name}</bdi>,
          },
          {
            id: 'result',
            words: t('column.result'),
            cell: ({ done, why }) =>
              done ? (
                <Badge tone="good">{t('result.done')}</Badge>
              ) : (
                <>
                  <Badge tone="danger">{t('result.refused')}</Badge>{' '}
                  {why === '' ? t('result.notReached') : why}
                </>
              ),
          },
        ]}
      />
      <Row>
        {onClose ? <Button onPress={onClose}>{tc('action.close')}</Button> : null}
        {failed.length > 0 ? (
          <Button look="primary" onPress={onRetry}>
            {t('results.retry', { count: failed.length })}
          </Button>
        ) : null}
      </Row>
    </Stack>
  );
}
