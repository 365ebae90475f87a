import { useState, type ReactNode } from 'react';
import { useChange } from '../../../graph/use-graph.js';
import { useT } from '../../../i18n/translate.js';
import { Choice, Line } from '../../../ui/fields.js';
import { SaveBudgetLine } from '../agenda.graphql.js';
import type { Item } from './item-dialog.js';
import { KnownChoice, orNull } from './parts.js';
import { SaveDialog } from './save-dialog.js';

export type BudgetLine = Item['budgetLines'][number];

const AMOUNTS = ['planned', 'allocated', 'spent'] as const;
const MARKERS = ['0', '1', '2'] as const;

/** Writes money for an item of a plan down, or changes that. A line that was not screened has no marker, which is never 0. */
export function BudgetLineDialog({
  item,
  line,
  onClose,
}: {
  readonly item: Item;
  /** The one that is changed; null for a new one. */
  readonly line: BudgetLine | null;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const [year, setYear] = useState(() => String(line?.year ?? new Date().getUTCFullYear()));
  const [currency, setCurrency] = useState(line?.currency ?? '');
  const [amounts, setAmounts] = useState({
    planned: line?.planned ?? '',
    allocated: line?.allocated ?? '',
    spent: line?.spent ?? '',
  });
  const [source, setSource] = useState(line?.source ?? '');
  const [marker, setMarker] = useState<(typeof MARKERS)[number] | ''>(
    MARKERS.find((one) => one === String(line?.marker)) ?? '',
  );
  const [toWomenCso, setToWomenCso] = useState(line?.toWomenCso ?? null);
  return (
    <SaveDialog
      title={t(line ? 'edit.line' : 'edit.newLine')}
      change={useChange(SaveBudgetLine)}
      variables={() => ({
        input: {
          ...(line ? { id: line.id, revision: line.revision } : {}),
          item: item.id,
          year: Number(year),
          currency: currency.trim().toUpperCase(),
          planned: orNull(amounts.planned),
          allocated: orNull(amounts.allocated),
          spent: orNull(amounts.spent),
          source: orNull(source),
          marker: marker === '' ? null : Number(marker),
          toWomenCso,
        },
      })}
      onClose={onClose}
    >
      {(at) => (
        <>
          <p>
            <bdi>{item.text}</bdi>
          </p>
          <Line
            label={t('edit.year')}
            type="number"
            required
            value={year}
            onChange={setYear}
            problem={at('year')}
          />
          <Line
            label={t('edit.currency')}
            hint={t('edit.currencyHint')}
            required
            maxLength={3}
            value={currency}
            onChange={setCurrency}
            problem={at('currency')}
          />
          {AMOUNTS.map((amount) => (
            <Line
              key={amount}
              label={t(`column.${amount}`)}
              hint={t('edit.amountHint')}
              value={amounts[amount]}
              onChange={(text) => setAmounts((old) => ({ ...old, [amount]: text }))}
              problem={at(amount)}
            />
          ))}
          <Choice
            label={t('edit.marker')}
            hint={t('edit.markerHint')}
            none={t('edit.notScreened')}
            value={marker}
            options={MARKERS.map((each) => [each, t(`marker.${each}`)])}
            onChange={setMarker}
            problem={at('marker')}
          />
          <KnownChoice label={t('edit.toWomen')} value={toWomenCso} onChange={setToWomenCso} />
          <Line
            label={t('edit.moneySource')}
            maxLength={200}
            value={source}
            onChange={setSource}
            problem={at('source')}
          />
        </>
      )}
    </SaveDialog>
  );
}
