import type { UseMutationResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { refusalIn, type Refused } from '../graph/refusal.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { Failure, Refusal } from './feedback.js';
import { Row, Stack } from './page.js';
import { useTell } from './toast.js';
import { useT } from '../i18n/translate.js';

/**
 * One step with what it needs to know: says what follows from it, keeps what was written where it is refused, and closes
 * when it has been taken. After a conflict the page behind has read what is there now, and pressing again takes the step
 * from there.
 */
export function StepDialog<Result extends object, Variables>({
  title,
  action,
  look = 'primary',
  disabled = false,
  lacks = false,
  wide = false,
  change,
  variables,
  done,
  undo,
  onClose,
  onDone,
  children,
}: {
  readonly title: string;
  /** The words of the button that takes it: a verb. */
  readonly action: string;
  readonly look?: 'danger' | 'primary';
  readonly disabled?: boolean;
  /** Something is still to be written: pressed all the same, the button takes no step, and its fields say what it is. */
  readonly lacks?: boolean;
  readonly wide?: boolean;
  readonly change: UseMutationResult<Result, Error, Variables>;
  readonly variables: () => Variables;
  /** What is told when it has been taken; left out where the screen itself shows it. */
  readonly done?: string | ((result: Result) => string);
  /** Takes it back, where that is possible: offered beside what is told. */
  readonly undo?: ((result: Result) => unknown) | undefined;
  readonly onClose: () => void;
  readonly onDone?: (result: Result) => void;
  /** Its fields, which are told what was wrong with them, and whether the button was pressed while something was missing. */
  readonly children?: ReactNode | ((refused: Refused | null, isTried: boolean) => ReactNode);
}): ReactNode {
  const t = useT('console');
  const tell = useTell();
  const [isTried, setTried] = useState(false);
  // What was refused when the dialog was open before is not told again.
  const refused = isTried ? refusalIn(change.data) : null;
  const take = async (): Promise<void> => {
    const result = await change.mutateAsync(variables()).catch(() => null);
    // What follows happens also where the step took the screen away that this stands on.
    if (result === null || refusalIn(result)) return;
    onClose();
    const words = typeof done === 'function' ? done(result) : done;
    if (words !== undefined) tell(words, undo && (() => undo(result)));
    onDone?.(result);
  };
  return (
    <Dialog title={title} open onClose={onClose} wide={wide}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!disabled && !lacks && !change.isPending) void take();
        }}
      >
        <Stack>
          {typeof children === 'function' ? children(refused, isTried) : children}
          <Refusal refused={refused} />
          {isTried && change.error ? <Failure error={change.error} /> : null}
          <Row>
            <Button onPress={onClose}>{t('action.cancel')}</Button>
            <Button type="submit" look={look} isDisabled={disabled} isPending={change.isPending}>
              {action}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
