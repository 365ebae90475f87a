import { useState, type ReactNode } from 'react';
import type {
  MergeChoiceInput,
  MergeKeep,
  PreviewOfMergeQuery,
  ProfileToMergeQuery,
  StatedField,
} from '../../graph/types.js';
import { useT } from '../../i18n/translate.js';
import { Badge } from '../../ui/feedback.js';
import { Check } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Table } from '../../ui/table.js';
import { RECORD_FIELDS } from './fields.js';
import css from './profiles.module.css';

export type Whole = NonNullable<ProfileToMergeQuery['profile']>;
type Preview = Extract<PreviewOfMergeQuery['mergePreview'], { __typename: 'MergePreview' }>;

/** Two records field by field, and what of each is kept where she can choose. */
export function MergeFields({
  kept,
  other,
  fields,
  chosen,
  onChoose,
}: {
  readonly kept: Whole;
  readonly other: Whole;
  /** What can be chosen. */
  readonly fields: Preview['fields'];
  readonly chosen: readonly MergeChoiceInput[];
  readonly onChoose: (field: StatedField, keep: MergeKeep | '') => void;
}): ReactNode {
  const t = useT('console-profiles');
  const tf = useT('console-fields');
  const [onlyDifferent, setOnlyDifferent] = useState(true);
  const rows = RECORD_FIELDS.map(({ field }) => {
    const [left, right] = [wordsIn(kept, field), wordsIn(other, field)];
    const choices = fields.find((one) => one.field === field)?.choices ?? [];
    return { field, left, right, mark: markOf(left, right), choices };
  }).filter(({ left, right, mark }) =>
    onlyDifferent ? mark !== 'same' : left !== '' || right !== '',
  );
  return (
    <>
      <p className={kit.hint}>{t('merge.choiceAbout')}</p>
      <Check label={t('merge.onlyDifferent')} value={onlyDifferent} onChange={setOnlyDifferent} />
      <Table
        caption={t('merge.counted', { count: rows.length })}
        rows={rows}
        keyOf={({ field }) => field}
        columns={[
          {
            id: 'field',
            words: t('history.field'),
            names: true,
            cell: ({ field }) => tf(field),
          },
          {
            id: 'mark',
            words: t('merge.mark'),
            cell: ({ mark }) => (
              <Badge tone={mark === 'different' ? 'warm' : 'neutral'}>
                <span aria-hidden="true">{MARKS[mark]}</span> {t(`mark.${mark}`)}
              </Badge>
            ),
          },
          {
            id: 'kept',
            words: t('merge.kept', { name: kept.displayName }),
            cell: ({ left }) => <bdi className={css.words}>{left}</bdi>,
          },
          {
            id: 'other',
            words: t('merge.other', { name: other.displayName }),
            cell: ({ right }) => <bdi className={css.words}>{right}</bdi>,
          },
          {
            id: 'choice',
            words: t('merge.choice'),
            cell: ({ field, choices }) =>
              choices.length < 2 ? null : (
                <select
                  className={kit.input}
                  aria-label={t('merge.choiceOf', { field: tf(field) })}
                  value={chosen.find((one) => one.field === field)?.keep ?? ''}
                  onChange={(event) => onChoose(field, event.target.value as MergeKeep | '')}
                >
                  <option value="">{t('merge.unchosen')}</option>
                  {choices.map((keep) => (
                    <option key={keep} value={keep}>
                      {t(`merge.keep.${keep}`)}
                    </option>
                  ))}
                </select>
              ),
          },
        ]}
      />
    </>
  );
}

const MARKS = { same: '=', different: '≠', 'only-kept': '◧', 'only-other': '◨' } as const;

function markOf(left: string, right: string): keyof typeof MARKS {
  if (left === right) return 'same';
  if (right === '') return 'only-kept';
  return left === '' ? 'only-other' : 'different';
}

/** What counts in a field, in words. */
function wordsIn({ statements }: Whole, field: StatedField): string {
  const words = (statements ?? [])
    .filter((one) => one.field === field && one.counts)
    .map((one) => one.words);
  return [...new Set(words)].join('\n');
}
