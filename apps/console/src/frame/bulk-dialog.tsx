import { useEffect, useRef, type ReactNode } from 'react';
import { useT } from '../i18n/translate.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Badge, Failure } from '../ui/feedback.js';
import { Row, Stack } from '../ui/page.js';
import { Table } from '../ui/table.js';
import type { Bulk, Outcome, Selected } from './bulk.js';
import css from './bulk.module.css';

/** So many names are shown before the number of the others. */
const SHOWN = 12;

/**
 * A step with many: asks what else must be known, shows how far it is, and says what became of each. The messages are the
 * area `console-bulk`.
 */
export function BulkDialog<One extends Selected>({
  title,
  action,
  look,
  bulk,
  onRun,
  onRetry,
  onClose,
  children,
}: {
  readonly title: string;
  /** The words of the button that does it: a verb. */
  readonly action: string;
  readonly look: 'danger' | 'primary';
  readonly bulk: Bulk<One>;
  readonly onRun: () => void;
  /** The same again with those who were refused. */
  readonly onRetry: () => void;
  readonly onClose: () => void;
  /** With whom, and what else must be known. */
  readonly children: ReactNode;
}): ReactNode {
  const tc = useT('console');
  const { progress, outcomes, error } = bulk;
  const close = (): void => {
    if (progress === null) onClose();
  };
  return (
    <Dialog title={title} open onClose={close} wide={outcomes.length > 0}>
      {progress ? (
        <Progress progress={progress} label={action} />
      ) : outcomes.length > 0 ? (
        <Results outcomes={outcomes} error={error} onRetry={onRetry} onClose={close} />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onRun();
          }}
        >
          <Stack>
            {children}
            <Row>
              <Button onPress={close}>{tc('action.cancel')}</Button>
              <Button type="submit" look={look}>
                {action}
              </Button>
            </Row>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}

/** How many have been gone through. */
export function Progress({
  progress,
  label,
}: {
  readonly progress: NonNullable<Bulk<Selected>['progress']>;
  readonly label: string;
}): ReactNode {
  const t = useT('console-bulk');
  return (
    <div>
      <p role="status">{t('progress', progress)}</p>
      <progress aria-label={label} value={progress.gone} max={progress.all} />
    </div>
  );
}

/** With whom something is to be done. */
export function NamesOf({ selected }: { readonly selected: readonly Selected[] }): ReactNode {
  const t = useT('console-bulk');
  const more = selected.length - SHOWN;
  return (
    <ul className={css.names} aria-label={t('whom')}>
      {selected.slice(0, SHOWN).map(({ id, name }) => (
        <li key={id}>
          <bdi>{name}</bdi>
        </li>
      ))}
      {more > 0 ? <li>{t('more', { count: more })}</li> : null}
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
  const t = useT('console-bulk');
  const tc = useT('console');
  const failed = outcomes.filter(({ done }) => !done);
  const head = useRef<HTMLParagraphElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <Stack>
      <p ref={head} tabIndex={-1} role="status">
        <strong>
          {t('counted', { done: outcomes.length - failed.length, failed: failed.length })}
        </strong>
      </p>
      {error ? <Failure error={error} /> : null}
      <Table
        caption={t('caption')}
        rows={[...failed, ...outcomes.filter(({ done }) => done)]}
        keyOf={({ of }) => of.id}
        columns={[
          {
            id: 'name',
            words: t('name'),
            names: true,
            cell: ({ of }) => <bdi>{of.name}</bdi>,
          },
          {
            id: 'result',
            words: t('result'),
            cell: ({ done, why }) =>
              done ? (
                <Badge tone="good">{t('outcome.done')}</Badge>
              ) : (
                <>
                  <Badge tone="danger">{t('outcome.refused')}</Badge>{' '}
                  {why === '' ? t('outcome.notReached') : why}
                </>
              ),
          },
        ]}
      />
      <Row>
        {onClose ? <Button onPress={onClose}>{tc('action.close')}</Button> : null}
        {failed.length > 0 ? (
          <Button look="primary" onPress={onRetry}>
            {t('retry', { count: failed.length })}
          </Button>
        ) : null}
      </Row>
    </Stack>
  );
}
