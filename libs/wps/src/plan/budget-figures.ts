/** A line of a budget, as far as figures rest on it. Amounts are decimal numbers with two places, as the database gives them. */
export interface BudgetAmounts {
  readonly currency: string;
  readonly planned: string | null;
  readonly allocated: string | null;
  readonly spent: string | null;
  readonly marker: number | null;
  readonly toWomenCso: boolean | null;
}

/** What a budget says, of one currency. Shares are in micro-units, rounded down; null if there is nothing to divide by. */
export interface BudgetFigures {
  readonly currency: string;
  readonly planned: string;
  readonly allocated: string;
  readonly spent: string;
  /** Lines of which no allocation is stated: no share counts them. */
  readonly linesWithoutAllocation: number;
  /** Allocated to what was screened / allocated. */
  readonly coverage: number | null;
  /** Allocated with marker 2 / allocated to what was screened. */
  readonly principalShare: number | null;
  /** Allocated with marker 1 or 2 / allocated to what was screened. */
  readonly genderShare: number | null;
  /** Spent / allocated, of lines that state both. */
  readonly execution: number | null;
  /** Allocated to women's organizations / allocated where the recipient is known. */
  readonly womenCsoShare: number | null;
}

/**
 * The figures of budget lines, for each currency in the order of its code; no rate of exchange is assumed. The shares are
 * those of the gender equality policy marker of the OECD Development Assistance Committee: 0 is screened and not targeted, 1
 * a significant and 2 the principal objective. What was not screened (null) is in no share but the coverage.
 */
export function budgetFigures(lines: readonly BudgetAmounts[]): BudgetFigures[] {
  const currencies = [...new Set(lines.map(({ currency }) => currency))].toSorted();
  return currencies.map((currency) => {
    const of = lines.filter((line) => line.currency === currency);
    const allocated = of.filter((line) => line.allocated !== null);
    const screened = allocated.filter(({ marker }) => marker !== null);
    const known = allocated.filter(({ toWomenCso }) => toWomenCso !== null);
    const spent = allocated.filter((line) => line.spent !== null);
    const money = (some: readonly BudgetAmounts[]) => sum(some, 'allocated');
    return {
      currency,
      planned: decimal(sum(of, 'planned')),
      allocated: decimal(money(of)),
      spent: decimal(sum(of, 'spent')),
      linesWithoutAllocation: of.length - allocated.length,
      coverage: share(money(screened), money(allocated)),
      principalShare: share(money(screened.filter(({ marker }) => marker === 2)), money(screened)),
      genderShare: share(money(screened.filter(({ marker }) => marker !== 0)), money(screened)),
      execution: share(sum(spent, 'spent'), money(spent)),
      womenCsoShare: share(money(known.filter(({ toWomenCso }) => toWomenCso)), money(known)),
    };
  });
}

const MICRO = 1_000_000n;

function sum(lines: readonly BudgetAmounts[], of: 'planned' | 'allocated' | 'spent'): bigint {
  return lines.reduce((total, line) => total + hundredths(line[of] ?? '0'), 0n);
}

/** A decimal number with at most two places, in hundredths: sums of floating-point numbers would not add up. */
function hundredths(amount: string): bigint {
  const [whole = '0', places = ''] = amount.split('.');
  return BigInt(whole + places.padEnd(2, '0').slice(0, 2));
}

function decimal(amount: bigint): string {
  const digits = amount.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function share(part: bigint, of: bigint): number | null {
  return of === 0n ? null : Number((part * MICRO) / of);
}
