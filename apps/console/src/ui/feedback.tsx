import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { GraphError, OfflineError, SignedOutError } from '../graph/errors.js';
import type { Refused } from '../graph/refusal.js';
import { goToSignIn } from '../graph/session.js';
import { useT } from '../i18n/translate.js';
import { Button } from './button.js';
import css from './kit.module.css';

export type Tone = 'neutral' | 'good' | 'warm' | 'danger' | 'accent';

/** Something to know before one goes on. Danger is announced at once, everything else when there is a pause. */
export function Notice({
  tone = 'accent',
  title,
  children,
}: {
  readonly tone?: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className={css.notice} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      {title ? (
        <p>
          <strong>{title}</strong>
        </p>
      ) : null}
      {children}
    </div>
  );
}

/** A state in one or two words. The word says it; the colour only helps. */
export function Badge({
  tone = 'neutral',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className={css.badge} data-tone={tone}>
      {children}
    </span>
  );
}

/** A warning in a sentence: it takes as many lines as it needs. */
export function Warning({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <span className={`${css.badge} ${css.sentence}`} data-tone="warm">
      {children}
    </span>
  );
}

/** What stands where a list has nothing: why, and what to do. */
export function Empty({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className={css.empty}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** The shape of what is coming. */
export function Skeleton({ lines = 6 }: { readonly lines?: number }): ReactNode {
  const t = useT('console');
  return (
    <div className={css.skeleton} role="status" aria-label={t('state.loading')}>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} aria-hidden="true" />
      ))}
    </div>
  );
}

/** A question that was not answered: what happened, and what can be done. */
export function Failure({
  error,
  again,
}: {
  readonly error: unknown;
  readonly again?: () => void;
}): ReactNode {
  const t = useT('console');
  if (error instanceof SignedOutError) {
    return (
      <Notice tone="warm" title={t('state.signedOut')}>
        <p>{t('state.signedOutAbout')}</p>
        <Button look="primary" onPress={goToSignIn}>
          {t('state.signIn')}
        </Button>
      </Notice>
    );
  }
  if (error instanceof GraphError && error.code === 'OPERATION_NOT_STORED') {
    // The page is of another version than the service: it was open during an upgrade.
    return (
      <Notice tone="warm" title={t('state.renewed')}>
        <p>{t('state.renewedAbout')}</p>
        <Button look="primary" onPress={() => location.reload()}>
          {t('state.loadAgain')}
        </Button>
      </Notice>
    );
  }
  const offline = error instanceof OfflineError;
  const kind = !offline ? 'failed' : error.mayBeDone ? 'unanswered' : 'offline';
  const about = offline && error.mayBeDone && error.isOnce ? 'unansweredOnce' : kind;
  const told = error instanceof GraphError && error.message !== '';
  return (
    <Notice tone="danger" title={t(`state.${kind}`)}>
      <p>{told ? error.message : t(`state.${about}About`)}</p>
      {error instanceof GraphError && error.requestId !== null ? (
        <p>{t('state.requestId', { id: error.requestId })}</p>
      ) : null}
      {again ? <Button onPress={again}>{t('state.again')}</Button> : null}
    </Notice>
  );
}

/** Why a change was refused: its sentence, and what was wrong with which field. */
export function Refusal({
  refused,
  onReload,
}: {
  readonly refused: Refused | null | undefined;
  /** Offered for a conflict: reads what is there now. */
  readonly onReload?: () => void;
}): ReactNode {
  const t = useT('console');
  if (!refused) return null;
  const fields = refused.fields ?? [];
  return (
    <Notice
      tone={refused.__typename === 'Conflict' ? 'warm' : 'danger'}
      title={refused.__typename === 'Conflict' ? t('state.conflict') : t('state.refused')}
    >
      <p>{refused.message}</p>
      {fields.length > 0 ? (
        <ul>
          {fields.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{message}</li>
          ))}
        </ul>
      ) : null}
      {refused.__typename === 'Conflict' && onReload ? (
        <Button onPress={onReload}>{t('state.reload')}</Button>
      ) : null}
    </Notice>
  );
}

/** The answer to a question, or what stands for it while there is none. */
export function Answered<Result>({
  query,
  lines,
  children,
}: {
  readonly query: UseQueryResult<Result>;
  readonly lines?: number;
  readonly children: (result: Result) => ReactNode;
}): ReactNode {
  if (query.data !== undefined) {
    return (
      <>
        {query.error ? <Failure error={query.error} again={() => void query.refetch()} /> : null}
        {children(query.data)}
      </>
    );
  }
  if (query.error) return <Failure error={query.error} again={() => void query.refetch()} />;
  return <Skeleton {...(lines === undefined ? {} : { lines })} />;
}
