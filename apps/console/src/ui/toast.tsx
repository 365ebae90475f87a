import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { GraphError, OfflineError, SignedOutError } from '../graph/errors.js';
import { refusalIn, type Refused } from '../graph/refusal.js';
import { useT } from '../i18n/translate.js';
import { Button } from './button.js';
import { Failure, Refusal } from './feedback.js';
import css from './kit.module.css';

/** As long as something that can be undone is offered to be undone. */
const SHOWN_MS = 10_000;

interface Toast {
  readonly id: number;
  readonly words: string;
  readonly undo: Undo | null;
}

/** Takes back what was done, and gives the answer to the mutation that does so: it may be refused. */
type Undo = () => unknown;

type Tell = (words: string, undo?: Undo) => void;

const Telling = createContext<Tell>(() => {});

/** Tells that something was done, for ten seconds, with a way back where there is one. What cannot be taken back is told, too. */
export function useTell(): Tell {
  return use(Telling);
}

export function Toasts({ children }: { readonly children: ReactNode }): ReactNode {
  const [shown, setShown] = useState<readonly Toast[]>([]);
  const next = useRef(0);
  const remove = useCallback((id: number) => {
    setShown((all) => all.filter((one) => one.id !== id));
  }, []);
  const tell = useCallback<Tell>(
    (words, undo) => {
      next.current += 1;
      const id = next.current;
      setShown((all) => [...all.slice(-2), { id, words, undo: undo ?? null }]);
      setTimeout(() => remove(id), SHOWN_MS);
    },
    [remove],
  );
  const t = useT('console');
  const [failed, fail] = useFailedChange();
  const [refused, setRefused] = useState<Refused | null>(null);
  const close = useCallback(() => {
    fail(null);
    setRefused(null);
  }, [fail]);
  const takeBack = useCallback(
    async (undo: Undo): Promise<void> => {
      close();
      try {
        setRefused(refusalIn((await undo()) as object | undefined));
      } catch (error) {
        if (!(error instanceof SignedOutError)) fail(error);
      }
    },
    [close, fail],
  );
  const region = useMemo(
    () => (
      <div className={css.toasts} role="status" aria-label={t('frame.messages')}>
        {failed === null && refused === null ? null : (
          <div className={css.failed}>
            {failed === null ? <Refusal refused={refused} /> : <Failure error={failed} />}
            <Button small onPress={close}>
              {t('action.close')}
            </Button>
          </div>
        )}
        {shown.map(({ id, words, undo }) => (
          <div key={id} className={css.toast}>
            <span>{words}</span>
            {undo ? (
              <Button
                small
                onPress={() => {
                  remove(id);
                  void takeBack(undo);
                }}
              >
                {t('action.undo')}
              </Button>
            ) : null}
          </div>
        ))}
      </div>
    ),
    [shown, remove, takeBack, failed, refused, close, t],
  );
  return (
    <Telling value={tell}>
      {children}
      {region}
    </Telling>
  );
}

/**
 * The last change that was not made because the service did not answer, until she closes it or another is made. It is
 * told here for every screen. That nobody is signed in any more is told by the frame.
 */
function useFailedChange(): readonly [failed: unknown, fail: (error: unknown) => void] {
  const queries = useQueryClient();
  const [failed, setFailed] = useState<unknown>(null);
  useEffect(
    () =>
      queries.getMutationCache().subscribe(({ type, mutation }) => {
        if (type !== 'updated') return;
        const { status, error } = mutation.state;
        if (status === 'success') setFailed(null);
        if (status === 'error' && !(error instanceof SignedOutError)) setFailed(error);
      }),
    [queries],
  );
  useEffect(() => {
    const told = (event: PromiseRejectionEvent): void => {
      const { reason } = event as { reason: unknown };
      const isTold = [GraphError, OfflineError, SignedOutError].some(
        (kind) => reason instanceof kind,
      );
      if (isTold) event.preventDefault();
    };
    addEventListener('unhandledrejection', told);
    return () => removeEventListener('unhandledrejection', told);
  }, []);
  return [failed, setFailed];
}
