import { useState, type ReactNode } from 'react';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Badge, Warning } from '../../ui/feedback.js';
import { Card, Row, Stack } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import { Timeline } from '../../ui/timeline.js';
import { useOpened } from '../../ui/use-opened.js';
import { ItemDialog } from './editing/dialogs.js';
import type { Item } from './editing/item-dialog.js';
import { useStepsColumn } from './editing/steps-column.js';
import { RemoveDialog } from './editing/remove-dialog.js';
import { TakeNameOut } from './editing/take-name-out.js';
import type { WholePlan } from './plan.js';
import { PROGRESS_TONES } from './words.js';

/** Goals, outcomes and actions: those with days as bars, and all of them in the table that says the same. */
export function PlanItems({
  plan,
  isOwn,
  writes,
}: {
  readonly plan: WholePlan;
  /** Whether it is a plan of her actor. */
  readonly isOwn: boolean;
  /** Whether it can still be changed by her. */
  readonly writes: boolean;
}): ReactNode {
  const t = useT('console-agenda');
  const format = useFormat();
  const [year] = useState(() => new Date().getUTCFullYear());
  const { items } = plan;
  const now = ({ id }: Item): Item | undefined => items.find((one) => one.id === id);
  const [edit, editing] = useOpened<Item>(
    (item, onClose) => <ItemDialog plan={plan} item={item} onClose={onClose} />,
    now,
  );
  const [remove, removing] = useOpened<Item>(
    (item, onClose) =>
      item && (
        <RemoveDialog
          what="item"
          id={item.id}
          revision={item.revision}
          words={item.text}
          onClose={onClose}
        />
      ),
    now,
  );
  const steps = useStepsColumn<Item>(isOwn, ({ text }) => text, {
    onChange: edit,
    onRemove: remove,
    can: () => writes,
    always: (item) => (
      <TakeNameOut
        part={item}
        words={item.text}
        texts={[
          ['RESPONSIBLE', t('column.responsible'), item.responsible],
          ['PROGRESS_NOTE', t('edit.progressNote'), item.progressNote],
        ]}
        small
      />
    ),
  });
  const daysOf = ({ from, until }: Item): string | null =>
    from && until
      ? t('days', { from: format.shortDay(from), until: format.shortDay(until) })
      : (from ?? until)
        ? format.shortDay((from ?? until)!)
        : null;
  const dated = items.filter(({ from, until }) => from && until);
  return (
    <Stack>
      {dated.length > 0 ? (
        <Card>
          <Timeline
            year={year}
            spans={dated.map((item) => ({
              key: item.id,
              name: item.text,
              from: inYears(item.from!),
              until: inYears(item.until!),
              words: daysOf(item) ?? '',
              marked: item.progress !== 'DONE',
            }))}
          />
          <p>{t('plan.timelineKey')}</p>
        </Card>
      ) : null}
      {items.length === 0 ? <p>{t('plan.empty')}</p> : null}
      <Table
        caption={t('plan.itemsCaption', { count: items.length })}
        rows={inOrder(items)}
        keyOf={({ id }) => id}
        columns={[
          {
            id: 'item',
            words: t('column.item'),
            names: true,
            cell: ({ text, hasSmallNumber }) => (
              <>
                <bdi>{text}</bdi>{' '}
                {hasSmallNumber ? <Warning>{t('word.small-number')}</Warning> : null}
              </>
            ),
          },
          { id: 'kind', words: t('column.kind'), cell: ({ kind }) => t(`itemKind.${kind}`) },
          { id: 'days', words: t('column.period'), cell: daysOf },
          {
            id: 'office',
            words: t('column.responsible'),
            cell: ({ responsible }) => (responsible ? <bdi>{responsible}</bdi> : null),
          },
          {
            id: 'progress',
            words: t('column.progress'),
            cell: ({ progress, progressNote }) => (
              <>
                <Badge tone={PROGRESS_TONES[progress]}>{t(`progress.${progress}`)}</Badge>{' '}
                {progressNote ? <bdi>{progressNote}</bdi> : null}
              </>
            ),
          },
          {
            id: 'measure',
            words: t('column.indicator'),
            cell: ({ indicators }) =>
              indicators.length === 0 ? null : (
                <ul>
                  {indicators.map(({ text, baseline, target, source, alignedWith }) => (
                    <li key={text}>
                      <bdi>{text}</bdi>:{' '}
                      {t('plan.measure', {
                        baseline: baseline ?? t('plan.unstated'),
                        target: target ?? t('plan.unstated'),
                        source: source ?? t('plan.unstated'),
                      })}{' '}
                      {alignedWith ? <bdi>{alignedWith}</bdi> : null}
                    </li>
                  ))}
                </ul>
              ),
          },
          ...steps,
        ]}
      />
      {writes ? (
        <Row>
          <Button onPress={() => edit(null)}>{t('edit.newItem')}</Button>
        </Row>
      ) : null}
      {editing}
      {removing}
    </Stack>
  );
}

/** A day as a year with its part that has passed. */
function inYears(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return year + (month - 1 + (date - 1) / 31) / 12;
}

/** Each item before those that belong to it. */
function inOrder(items: readonly Item[], parentId: string | null = null): readonly Item[] {
  return items.flatMap((item) =>
    (item.parentId ?? null) === parentId ? [item, ...inOrder(items, item.id)] : [],
  );
}
