import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Choice } from '../../ui/fields.js';
import { Table } from '../../ui/table.js';
import { useOpened } from '../../ui/use-opened.js';
import { BudgetLineDialog } from './editing/dialogs.js';
import type { BudgetLine } from './editing/budget-line-dialog.js';
import type { Item } from './editing/item-dialog.js';
import { useStepsColumn } from './editing/steps-column.js';
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
  const lines = items.flatMap((item) => item.budgetLines.map((line) => ({ item, line })));
  const wordsOf = ({ item, line }: LineOfItem): string => `${item.text} · ${line.year}`;
  const now = ({ line }: { readonly line: BudgetLine | null }): LineOfItem | undefined =>
    lines.find((one) => one.line.id === line?.id);
  const [edit, editing] = useOpened<{ readonly item: Item; readonly line: BudgetLine | null }>(
    (one, onClose) => one && <BudgetLineDialog {...one} onClose={onClose} />,
    now,
  );
  const [remove, removing] = useOpened<LineOfItem>(
    (one, onClose) =>
      one && (
        <RemoveDialog
          what="line"
          id={one.line.id}
          revision={one.line.revision}
          words={wordsOf(one)}
          onClose={onClose}
        />
      ),
    now,
  );
  const steps = useStepsColumn(writes, wordsOf, { onChange: edit, onRemove: remove });
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
            ...steps,
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
            if (item) edit({ item, line: null });
          }}
        />
      ) : null}
      {editing}
      {removing}
    </>
  );
}
