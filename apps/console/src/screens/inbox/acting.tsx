import { lazy, Suspense, type ReactNode } from 'react';
import type { MemberAction } from '../members/bulk-dialog.js';
import { ACTS, ActDialog, type InboxAct } from './bulk-dialog.js';
import { keyOf, type Item } from './places.js';

const MembersDialog = lazy(() =>
  import('../members/bulk-dialog.js').then((module) => ({ default: module.MembersDialog })),
);

/** What can be done with profiles that wait in the inbox. */
export type InboxStep = Extract<MemberAction, 'VERIFY' | 'PUBLISH' | 'RETURN' | 'CONFIRM' | 'ASK'>;

/** What is being done with items of the inbox; a step of profiles is done with those of one network. */
export interface Acting {
  readonly action: InboxAct | InboxStep;
  readonly items: readonly Item[];
  /** Is told the keys of those with which it was not done. */
  readonly onLeft?: (left: readonly string[]) => void;
}

/** Its dialog. It stands outside of the list: it says what became of each, also when nothing is left to be listed. */
export function ActingDialog({
  acting: { action, items, onLeft },
  onClose,
}: {
  readonly acting: Acting;
  readonly onClose: () => void;
}): ReactNode {
  const close = (left: readonly string[]): void => {
    onLeft?.(left);
    onClose();
  };
  const act = ACTS.find((one) => one === action);
  if (act) return <ActDialog act={act} items={items} onClose={close} />;
  return (
    <Suspense>
      <MembersDialog
        network={items[0]?.network?.slug ?? ''}
        action={action as InboxStep}
        selected={items.map(({ subjectId, mediatorName }) => ({
          id: subjectId,
          name: mediatorName ?? '',
        }))}
        onClose={(left) => {
          const ids = new Set(left.map(({ id }) => id));
          close(items.filter(({ subjectId }) => ids.has(subjectId)).map(keyOf));
        }}
      />
    </Suspense>
  );
}
