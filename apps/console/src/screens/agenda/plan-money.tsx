import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Fact, Facts, Stack } from '../../ui/page.js';
import { BudgetLines } from './budget-lines.js';
import type { WholePlan } from './plan.js';

const SHARES = ['principalShare', 'genderShare', 'execution', 'womenCsoShare'] as const;
const AMOUNTS = ['planned', 'allocated', 'spent'] as const;
const MICRO = 1_000_000;

/** What the budget of a plan says, by currency: coverage stands beside every share. */
export function PlanMoney({
  plan,
  writes,
}: {
  readonly plan: WholePlan;
  readonly writes: boolean;
}): ReactNode {
  const t = useT('console-agenda');
  const format = useFormat();
  const { budget } = plan;
  const shareOf = (share: number | null | undefined): string =>
    typeof share === 'number' ? format.percent(share / MICRO) : t('money.nothing');
  return (
    <Stack>
      <p>{t(budget.length === 0 ? 'money.none' : 'money.about')}</p>
      {budget.map((figures) => (
        <section key={figures.currency}>
          <h3>{figures.currency}</h3>
          <Facts>
            {AMOUNTS.map((amount) => (
              <Fact key={amount} term={t(`column.${amount}`)}>
                {format.number(Number(figures[amount]))}
              </Fact>
            ))}
            <Fact term={t('column.coverage')}>{shareOf(figures.coverage)}</Fact>
            {SHARES.map((share) => (
              <Fact key={share} term={t(`money.${share}`)}>
                {t('money.ofCovered', {
                  share: shareOf(figures[share]),
                  coverage: shareOf(figures.coverage),
                })}
              </Fact>
            ))}
            <Fact term={t('money.linesWithout')}>
              {format.number(figures.linesWithoutAllocation)}
            </Fact>
          </Facts>
        </section>
      ))}
      <BudgetLines plan={plan} writes={writes} />
    </Stack>
  );
}
