import { useState, type ReactNode } from 'react';
import css from '../../frame/bulk.module.css';
import type { WaitingKind } from '../../graph/types.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Check, Choice } from '../../ui/fields.js';
import { Row } from '../../ui/page.js';
import type { Acting, InboxStep } from './acting.js';
import { ACTS } from './bulk-dialog.js';
import { keyOf, type Item } from './places.js';

/** What can be done with many profiles at once, where nothing else is ticked. */
const STEPS: Partial<Record<WaitingKind, readonly InboxStep[]>> = {
  PROFILE_REVIEW: ['VERIFY', 'PUBLISH', 'RETURN'],
  PROFILE_STALE: ['CONFIRM', 'ASK'],
  PROFILE_INCOMPLETE: ['ASK'],
};

/** How many are ticked, and what can be done with them. */
export function InboxBulkBar({
  items,
  ticked,
  onTick,
  onAct,
}: {
  readonly items: readonly Item[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
  readonly onAct: (acting: Acting) => void;
}): ReactNode {
  const t = useT('console-inbox');
  const tc = useT('console');
  const [chosen, setChosen] = useState<Acting['action'] | ''>('');
  const those = items.filter((item) => ticked.has(keyOf(item)));
  const steps = stepsOf(those);
  const action = [...ACTS, ...steps].find((one) => one === chosen);
  const onLeft = (left: readonly string[]): void => {
    setChosen('');
    onTick(new Set(left));
  };
  return (
    <div className={css.bulk}>
      <Check
        label={tc('list.selectAll')}
        value={those.length > 0 && those.length === items.length}
        some={those.length > 0 && those.length < items.length}
        onChange={(all) => onTick(new Set(all ? items.map(keyOf) : []))}
      />
      {those.length === 0 ? null : (
        <>
          <p role="status" className={css.bulkCount}>
            {t('bulk.ticked', { count: those.length })}
          </p>
          <Choice
            label={t('bulk.choose')}
            value={action ?? ''}
            none={t('bulk.none')}
            options={[
              ...ACTS.map((one) => [one, t(`act.${one}`)] as const),
              ...steps.map((one) => [one, t(`step.${one}`)] as const),
            ]}
            onChange={setChosen}
          />
          <Row>
            <Button
              look="primary"
              isDisabled={action === undefined}
              onPress={() => action && onAct({ action, items: those, onLeft })}
            >
              {t('bulk.go')}
            </Button>
            <Button look="quiet" onPress={() => onTick(new Set())}>
              {t('bulk.clear')}
            </Button>
          </Row>
        </>
      )}
    </div>
  );
}

/** What all of them have in common; nothing where they are of several networks. */
function stepsOf(those: readonly Item[]): readonly InboxStep[] {
  const [first, ...others] = those;
  if (!first) return [];
  const isOne = others.every(({ network }) => network?.slug === first.network?.slug);
  if (!isOne) return [];
  return (STEPS[first.kind] ?? []).filter((step) =>
    others.every(({ kind }) => STEPS[kind]?.includes(step)),
  );
}
