import { useState, type ReactNode } from 'react';
import { problemAt } from '../../../graph/refusal.js';
import { useChange } from '../../../graph/use-graph.js';
import { useT } from '../../../i18n/translate.js';
import { Choice, Line } from '../../../ui/fields.js';
import { StepDialog } from '../../../ui/step-dialog.js';
import { SaveBudgetLine } from '../agenda.graphql.js';
import type { Item } from './item-dialog.js';
import { orNull } from './parts.js';

export type BudgetLine = Item['budgetLines'][number];

const AMOUNTS = ['planned', 'allocated', 'spent'] as const;
const MARKERS = ['0', '1', '2'] as const;
const ANSWERS = ['yes', 'no'] as const;

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
  const tc = useT('console');
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
  const known = line?.toWomenCso ?? null;
  const [toWomen, setToWomen] = useState<(typeof ANSWERS)[number] | ''>(
    known === null ? '' : known ? 'yes' : 'no',
  );
  return (
    <StepDialog
      title={t(line ? 'edit.line' : 'edit.newLine')}
      action={tc('action.save')}
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
          toWomenCso: toWomen === '' ? null : toWomen === 'yes',
        },
      })}
      done={tc('state.saved')}
      onClose={onClose}
    >
      {(refused) => {
        const at = (path: string): string | undefined => problemAt(refused, path);
        return (
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
            <Choice
              label={t('edit.toWomen')}
              none={t('edit.unknown')}
              value={toWomen}
              options={ANSWERS.map((each) => [each, t(`word.${each}`)])}
              onChange={setToWomen}
            />
            <Line
              label={t('edit.moneySource')}
              maxLength={200}
              value={source}
              onChange={setSource}
              problem={at('source')}
            />
          </>
        );
      }}
    </StepDialog>
  );
}
