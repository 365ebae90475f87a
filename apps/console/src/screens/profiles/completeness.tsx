import type { ReactNode } from 'react';
import type { RecordOfProfileFragment, StatedField } from '../../graph/types.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/page.js';
import css from './profiles.module.css';

/** How much is there of what makes her easy to find, and what each missing field would add. */
export function Completeness({
  completeness: { percent, missing },
  onAdd,
  disabled,
}: {
  readonly completeness: RecordOfProfileFragment['completeness'];
  readonly onAdd: (field: StatedField) => void;
  readonly disabled: boolean;
}): ReactNode {
  const t = useT('console-profiles');
  const tf = useT('console-fields');
  const tc = useT('console');
  const format = useFormat();
  return (
    <Card title={t('completeness.title')}>
      <p className={css.complete}>
        <progress max={100} value={percent} aria-label={t('completeness.title')} />
        <span>{format.percent(percent / 100)}</span>
      </p>
      {missing.length === 0 ? (
        <p>{t('completeness.whole')}</p>
      ) : (
        <ul className={css.missing}>
          {missing.map(({ field, gain, criterion }) => (
            <li key={field}>
              <span>
                {t('completeness.adds', {
                  field: tf(field),
                  gain: format.percent(gain / 100),
                  criterion: tc(`criterion.${criterion}`),
                })}
              </span>
              <Button
                small
                onPress={() => onAdd(field)}
                isDisabled={disabled}
                aria-label={t('completeness.addField', { field: tf(field) })}
              >
                {t('completeness.add')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
