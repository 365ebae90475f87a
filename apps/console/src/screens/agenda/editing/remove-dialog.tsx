import type { ReactNode } from 'react';
import { useChange } from '../../../graph/use-graph.js';
import { useT } from '../../../i18n/translate.js';
import { StepDialog } from '../../../ui/step-dialog.js';
import { RemoveBudgetLine, RemoveItem } from '../agenda.graphql.js';

/** Removes an item or a budget line of a plan, once she has read what goes. */
export function RemoveDialog({
  what,
  id,
  revision,
  words,
  onClose,
}: {
  readonly what: 'item' | 'line';
  readonly id: string;
  readonly revision: number;
  /** What is removed, in words. */
  readonly words: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const items = useChange(RemoveItem);
  const lines = useChange(RemoveBudgetLine);
  const shown = {
    title: t('edit.remove'),
    action: t('edit.remove'),
    look: 'danger',
    variables: () => ({ id, revision }),
    done: t('edit.removed'),
    onClose,
  } as const;
  const about = (
    <p>
      <bdi>{words}</bdi>
    </p>
  );
  return what === 'item' ? (
    <StepDialog {...shown} change={items}>
      {about}
    </StepDialog>
  ) : (
    <StepDialog {...shown} change={lines}>
      {about}
    </StepDialog>
  );
}
