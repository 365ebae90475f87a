import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useT } from '../i18n/translate.js';
import { Button } from './button.js';
import css from './kit.module.css';

/** As long as something that can be undone is offered to be undone. */
const SHOWN_MS = 10_000;

interface Toast {
  readonly id: number;
  readonly words: string;
  readonly undo: (() => void) | null;
}

type Tell = (words: string, undo?: () => void) => void;

const Telling = createContext<Tell>(() => {});

/** Tells that something was done, for ten seconds, with a way back where there is one. */
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
  const region = useMemo(
    () => (
      <div className={css.toasts} role="status" aria-label={t('frame.messages')}>
        {shown.map(({ id, words, undo }) => (
          <div key={id} className={css.toast}>
            <span>{words}</span>
            {undo ? (
              <Button
                small
                onPress={() => {
                  remove(id);
                  undo();
                }}
              >
                {t('action.undo')}
              </Button>
            ) : null}
          </div>
        ))}
      </div>
    ),
    [shown, remove, t],
  );
  return (
    <Telling value={tell}>
      {children}
      {region}
    </Telling>
  );
}
