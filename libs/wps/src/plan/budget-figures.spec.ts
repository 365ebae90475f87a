import { describe, expect, it } from '@jest/globals';
import { budgetFigures, type BudgetAmounts } from './budget-figures.js';

const line = (more: Partial<BudgetAmounts> = {}): BudgetAmounts => ({
  currency: 'XOF',
  planned: null,
  allocated: '100.00',
  spent: null,
  marker: null,
  toWomenCso: null,
  ...more,
});

describe('the figures of a budget', () => {
  it('never count a line that was not screened as one without the objective', () => {
    const [figures] = budgetFigures([
      line({ marker: 2 }),
      line({ marker: 1, allocated: '50.00' }),
      line({ marker: 0, allocated: '50.00' }),
      line({ allocated: '600.00' }),
    ]);
    expect(figures).toMatchObject({
      allocated: '800.00',
      coverage: 250_000,
      principalShare: 500_000,
      genderShare: 750_000,
    });
  });

  it('are null where nothing was screened, allocated or stated', () => {
    expect(budgetFigures([line()])).toEqual([
      {
        currency: 'XOF',
        planned: '0.00',
        allocated: '100.00',
        spent: '0.00',
        linesWithoutAllocation: 0,
        coverage: 0,
        principalShare: null,
        genderShare: null,
        execution: null,
        womenCsoShare: null,
      },
    ]);
    expect(budgetFigures([line({ allocated: null, planned: '7.50', marker: 2 })])).toMatchObject([
      { planned: '7.50', linesWithoutAllocation: 1, coverage: null, principalShare: null },
    ]);
    expect(budgetFigures([])).toEqual([]);
  });

  it('compare what was spent with what was allocated to the same lines', () => {
    const [figures] = budgetFigures([
      line({ spent: '25.00', toWomenCso: true }),
      line({ spent: null, allocated: '900.00', toWomenCso: false }),
      line({ spent: '3.00', allocated: null }),
    ]);
    expect(figures).toMatchObject({ spent: '28.00', execution: 250_000, womenCsoShare: 100_000 });
  });

  it('add up to the cent, and each currency by itself', () => {
    const cents = Array.from({ length: 10 }, () =>
      line({ allocated: '0.10', planned: '9999999999999999.99' }),
    );
    expect(budgetFigures([...cents, line({ currency: 'EUR' })])).toMatchObject([
      { currency: 'EUR', allocated: '100.00' },
      { currency: 'XOF', allocated: '1.00', planned: '99999999999999999.90' },
    ]);
  });
});
