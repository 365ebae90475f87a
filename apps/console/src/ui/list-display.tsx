import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { useT } from '../i18n/translate.js';
import { Boxes, Check } from './fields.js';
import css from './kit.module.css';
import { Stack } from './page.js';
import { useParam } from './params.js';

const NO_COLUMN = 'none';

/** What of the address says how a list is shown. */
export const DISPLAY_PARAMS = ['columns', 'density'] as const;

/** Columns that can be left out, in their order, and those that are shown until others are chosen. */
export interface ColumnNames<Name extends string> {
  readonly all: readonly Name[];
  readonly first: readonly Name[];
}

/** The columns that the address names, and whether rows stand close together. */
export function useDisplay<Name extends string>({
  all,
  first,
}: ColumnNames<Name>): {
  readonly columns: readonly Name[];
  readonly compact: boolean;
} {
  const [params] = useSearchParams();
  const names = params.get('columns')?.split('.');
  return {
    columns: names ? all.filter((one) => names.includes(one)) : first,
    compact: params.get('density') === 'compact',
  };
}

/** Chooses which columns of a list are shown, and how close together the rows stand. */
export function ListDisplay<Name extends string>({
  names,
  wordsOf,
}: {
  readonly names: ColumnNames<Name>;
  readonly wordsOf: (name: Name) => string;
}): ReactNode {
  const t = useT('console');
  const { columns, compact } = useDisplay(names);
  const [, setColumns] = useParam('columns');
  const [, setDensity] = useParam('density');
  return (
    <details className={`${css.noPrint} ${css.display}`}>
      <summary>{t('list.display')}</summary>
      <Stack>
        <Boxes
          label={t('list.columns')}
          options={names.all.map((one) => [one, wordsOf(one)])}
          chosen={columns}
          onChange={(chosen) =>
            setColumns(names.all.filter((one) => chosen.includes(one)).join('.') || NO_COLUMN)
          }
        />
        <Check
          label={t('list.compact')}
          value={compact}
          onChange={(on) => setDensity(on ? 'compact' : '')}
        />
      </Stack>
    </details>
  );
}
