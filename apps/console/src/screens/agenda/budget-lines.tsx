import { Suspense, useState, type ReactNode } from 'react';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Choice } from '../../ui/fields.js';
import { Row } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import { BudgetLineDialog } from './editing/dialogs.js';
import type { BudgetLine } from './editing/budget-line-dialog.js';
import type { Item } from './editing/item-dialog.js';
import { RemoveDialog } from './editing/remove-dialog.js';
import type { WholePlan } from './plan.js';

interface LineOfItem {
  readonly item: Item;
  readonly line: BudgetLine;
}

const AMOUNTS = ['planned', 'allocated', 'spent'] as const;

/** The budget of a plan line by line, by item and year. */
export function BudgetLines({
  plan: { items },
  writes,
}: {
  readonly plan: WholePlan;
  readonly writes: boolean;
}): ReactNode {
  const t = useT('console-agenda');
  const format = useFormat();
  const [open, setOpen] = useState<{ readonly item: Item; readonly line: BudgetLine | null }>();
  const [removed, setRemoved] = useState<LineOfItem>();
  const lines = items.flatMap((item) => item.budgetLines.map((line) => ({ item, line })));
  const wordsOf = ({ item, line }: LineOfItem): string => `${item.text} · ${line.year}`;
  return (
    <>
      {lines.length === 0 ? null : (
        <Table
          caption={t('money.lines', { count: lines.length })}
          rows={lines}
          keyOf={({ line }) => line.id}
          columns={[
            {
              id: 'item',
              words: t('column.item'),
              names: true,
              cell: ({ item }) => <bdi>{item.text}</bdi>,
            },
            {
              id: 'year',
              words: t('edit.year'),
              cell: ({ line }) => `${line.year} ${line.currency}`,
            },
            ...AMOUNTS.map((amount) => ({
              id: amount,
              words: t(`column.${amount}`),
              cell: ({ line }: LineOfItem) =>
                line[amount] ? format.number(Number(line[amount])) : null,
            })),
            {
              id: 'marker',
              words: t('edit.marker'),
              cell: ({ line: { marker } }) =>
                marker === 0 || marker === 1 || marker === 2
                  ? t(`marker.${marker}`)
                  : t('edit.notScreened'),
            },
            {
              id: 'source',
              words: t('column.source'),
              cell: ({ line: { source } }) => (source ? <bdi>{source}</bdi> : null),
            },
            ...(writes
              ? [
                  {
                    id: 'steps',
                    words: t('owing.steps'),
                    cell: (one: LineOfItem) => (
                      <Row>
                        <Button
                          small
                          aria-label={t('edit.changeOf', { what: wordsOf(one) })}
                          onPress={() => setOpen(one)}
                        >
                          {t('edit.change')}
                        </Button>
                        <Button
                          small
                          aria-label={t('edit.removeOf', { what: wordsOf(one) })}
                          onPress={() => setRemoved(one)}
                        >
                          {t('edit.remove')}
                        </Button>
                      </Row>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {writes && items.length > 0 ? (
        <Choice
          label={t('edit.newLine')}
          none={t('edit.chooseItem')}
          value=""
          options={items.map(({ id, text }) => [id, text])}
          onChange={(id) => {
            const item = items.find((one) => one.id === id);
            if (item) setOpen({ item, line: null });
          }}
        />
      ) : null}
      <Suspense fallback={null}>
        {open ? <BudgetLineDialog {...open} onClose={() => setOpen(undefined)} /> : null}
      </Suspense>
      {removed ? (
        <RemoveDialog
          what="line"
          id={removed.line.id}
          revision={removed.line.revision}
          words={wordsOf(removed)}
          onClose={() => setRemoved(undefined)}
        />
      ) : null}
    </>
  );
}
