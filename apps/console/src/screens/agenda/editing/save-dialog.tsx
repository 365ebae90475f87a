import type { ReactNode } from 'react';
import { problemAt } from '../../../graph/refusal.js';
import { useT } from '../../../i18n/translate.js';
import { StepDialog } from '../../../ui/step-dialog.js';

type Step<Result extends object, Variables> = Parameters<typeof StepDialog<Result, Variables>>[0];

/**
 * What is wrong with the field of a path: what the service says of it, or that it is needed.
 *
 * @param lacks whether it is needed and still empty, which is told once the button was pressed
 */
export type ProblemAt = (path: string, lacks?: boolean) => string | undefined;

/** A record of the agenda while it is written down or changed: its fields, and the button that saves them. */
export function SaveDialog<Result extends object, Variables>({
  children,
  ...step
}: Omit<Step<Result, Variables>, 'action' | 'done' | 'children'> & {
  /** The words of the button and of what is told then, where they are others than of saving. */
  readonly action?: string;
  readonly done?: string;
  readonly children: (problem: ProblemAt) => ReactNode;
}): ReactNode {
  const t = useT('console-agenda');
  const tc = useT('console');
  return (
    <StepDialog action={tc('action.save')} done={tc('state.saved')} {...step}>
      {(refused, isTried) =>
        children(
          (path, lacks = false) =>
            problemAt(refused, path) ?? (isTried && lacks ? t('commitment.needed') : undefined),
        )
      }
    </StepDialog>
  );
}
