import { lazy, Suspense, useState, type ReactNode } from 'react';
import css from '../../frame/bulk.module.css';
import type { WaitingKind } from '../../graph/types.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Check, Choice } from '../../ui/fields.js';
import { Row } from '../../ui/page.js';
import type { MemberAction } from '../members/bulk-dialog.js';
import { ACTS, ActDialog, type InboxAct } from './bulk-dialog.js';
import { keyOf, type Item } from './places.js';

const MembersDialog = lazy(() =>
  import('../members/bulk-dialog.js').then((module) => ({ default: module.MembersDialog })),
);

type Step = Extract<MemberAction, 'VERIFY' | 'PUBLISH' | 'RETURN' | 'CONFIRM' | 'ASK'>;

/** What can be done with many profiles at once, where nothing else is ticked. */
const STEPS: Partial<Record<WaitingKind, readonly Step[]>> = {
  PROFILE_REVIEW: ['VERIFY', 'PUBLISH', 'RETURN'],
  PROFILE_STALE: ['CONFIRM', 'ASK'],
  PROFILE_INCOMPLETE: ['ASK'],
};

/** How many are ticked, and what can be done with them. */
export function InboxBulkBar({
  items,
  ticked,
  onTick,
}: {
  readonly items: readonly Item[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}): ReactNode {
  const t = useT('console-inbox');
  const tc = useT('console');
  const [chosen, setChosen] = useState<InboxAct | Step | ''>('');
  const [isOpen, setOpen] = useState(false);
  const those = items.filter((item) => ticked.has(keyOf(item)));
  const steps = stepsOf(those);
  const action = [...ACTS, ...steps].find((one) => one === chosen) ?? '';
  const act = ACTS.find((one) => one === action);
  const step = steps.find((one) => one === action);
  const network = those[0]?.network?.slug ?? '';
  const close = (left: readonly string[]): void => {
    setOpen(false);
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
            value={action}
            none={t('bulk.none')}
            options={[
              ...ACTS.map((one) => [one, t(`act.${one}`)] as const),
              ...steps.map((one) => [one, t(`step.${one}`)] as const),
            ]}
            onChange={setChosen}
          />
          <Row>
            <Button look="primary" isDisabled={action === ''} onPress={() => setOpen(true)}>
              {t('bulk.go')}
            </Button>
            <Button look="quiet" onPress={() => onTick(new Set())}>
              {t('bulk.clear')}
            </Button>
          </Row>
        </>
      )}
      {isOpen && act ? <ActDialog act={act} items={those} onClose={close} /> : null}
      {isOpen && step ? (
        <Suspense>
          <MembersDialog
            network={network}
            action={step}
            selected={those.map(({ subjectId, mediatorName }) => ({
              id: subjectId,
              name: mediatorName ?? '',
            }))}
            onClose={(left) => {
              const ids = new Set(left.map(({ id }) => id));
              close(those.filter(({ subjectId }) => ids.has(subjectId)).map(keyOf));
            }}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

/** What all of them have in common; nothing where they are of several networks. */
function stepsOf(those: readonly Item[]): readonly Step[] {
  const [first, ...others] = those;
  if (!first) return [];
  const isOne = others.every(({ network }) => network?.slug === first.network?.slug);
  if (!isOne) return [];
  return (STEPS[first.kind] ?? []).filter((step) =>
    others.every(({ kind }) => STEPS[kind]?.includes(step)),
  );
}
