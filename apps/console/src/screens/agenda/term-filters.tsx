import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Badge } from '../../ui/feedback.js';
import { Check, Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { useParam } from '../../ui/params.js';
import type { Column } from '../../ui/table.js';

/** Whose terms a list shows, and whether past and future ones are among them. Both are in the address. */
export function TermFilters({
  name,
  label,
  names,
}: {
  /** Of the filter in the address. */
  readonly name: string;
  readonly label: string;
  /** What can be chosen: names by code. */
  readonly names: ReadonlyMap<string, string>;
}): ReactNode {
  const t = useT('console-offices');
  const tc = useT('console');
  const [chosen, choose] = useParam(name);
  const [past, setPast] = useParam('past');
  return (
    <div className={kit.filters}>
      <Choice
        label={label}
        none={tc('list.all')}
        value={names.has(chosen) ? chosen : ''}
        options={[...names]}
        onChange={choose}
      />
      <Check
        label={t('offices.past')}
        value={past !== ''}
        onChange={(on) => setPast(on ? '1' : '')}
      />
    </div>
  );
}

/**
 * The last day of a term, or what its absence means.
 *
 * @param areEndsKnown whether a term without a last day lasts; of public facts the last day is only not known then
 */
export function useUntilColumn<Row extends { readonly until: string | null }>(
  areEndsKnown: boolean,
): Column<Row> {
  const t = useT('console-offices');
  const ta = useT('console-agenda');
  const format = useFormat();
  return {
    id: 'until',
    words: ta('column.until'),
    short: true,
    cell: ({ until }) => {
      if (until !== null) return format.shortDay(until);
      return areEndsKnown ? <Badge tone="good">{t('lasting')}</Badge> : t('unknown');
    },
  };
}
