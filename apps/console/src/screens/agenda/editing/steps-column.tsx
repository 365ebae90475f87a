import type { ReactNode } from 'react';
import { useT } from '../../../i18n/translate.js';
import { Button } from '../../../ui/button.js';
import { Row } from '../../../ui/page.js';

/** The column of a list in which each record is changed, or removed again; none where she writes nothing. */
export function useStepsColumn<One>(
  writes: boolean,
  wordsOf: (one: One) => string,
  steps: {
    readonly onChange: (one: One) => void;
    readonly onRemove?: (one: One) => void;
    /** Whether this one can be changed. */
    readonly can?: (one: One) => boolean;
    /** Other steps of this one, before the change. */
    readonly more?: (one: One) => ReactNode;
    /** Steps that it has also where it cannot be changed. */
    readonly always?: (one: One) => ReactNode;
  },
) {
  const t = useT('console-agenda');
  if (!writes) return [];
  const { onChange, onRemove, can = () => true, more, always } = steps;
  return [
    {
      id: 'steps',
      words: t('owing.steps'),
      cell: (one: One): ReactNode => (
        <Row>
          {can(one) ? (
            <>
              {more?.(one)}
              <Button
                small
                aria-label={t('edit.changeOf', { what: wordsOf(one) })}
                onPress={() => onChange(one)}
              >
                {t('edit.change')}
              </Button>
              {onRemove ? (
                <Button
                  small
                  aria-label={t('edit.removeOf', { what: wordsOf(one) })}
                  onPress={() => onRemove(one)}
                >
                  {t('edit.remove')}
                </Button>
              ) : null}
            </>
          ) : null}
          {always?.(one)}
        </Row>
      ),
    },
  ];
}
