import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Component, Suspense, useEffect, useLayoutEffect, useState, type ReactNode } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { GraphError, SignedOutError } from '../graph/errors.js';
import type { MeQuery } from '../graph/types.js';
import { goToSignIn } from '../graph/session.js';
import { useAsk } from '../graph/use-graph.js';
import { useLocale } from '../i18n/locale.js';
import { preload, useT } from '../i18n/translate.js';
import { Button } from '../ui/button.js';
import { Empty, Failure, Notice, Skeleton } from '../ui/feedback.js';
import { Page } from '../ui/page.js';
import { Toasts } from '../ui/toast.js';
import { Me } from '../frame/me.graphql.js';
import { hasRole, SignedIn, useMe } from '../frame/me.js';
import { MENU } from './menu.js';
import { ROUTES } from './routes.js';
import { Shell } from './shell.js';

type FoundMe = NonNullable<MeQuery['me']>;

/** What is known is asked for anew whenever it is looked at: a consent may have ended since. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 0,
      gcTime: 60_000,
      refetchOnWindowFocus: true,
      networkMode: 'always',
      retry: (failures, error) =>
        failures < 1 && !(error instanceof GraphError) && !(error instanceof SignedOutError),
    },
    mutations: { networkMode: 'always' },
  },
});

export function App(): ReactNode {
  const locale = useLocale();
  return (
    <I18nProvider locale={locale}>
      <QueryClientProvider client={queries}>
        <Router base="/console">
          <WithLinks>
            <Suspense>
              <Toasts>
                <Session />
              </Toasts>
            </Suspense>
          </WithLinks>
        </Router>
      </QueryClientProvider>
    </I18nProvider>
  );
}

/** Links inside of menus and lists lead through the router, too. */
function WithLinks({ children }: { readonly children: ReactNode }): ReactNode {
  const [, go] = useLocation();
  return <RouterProvider navigate={go}>{children}</RouterProvider>;
}

/**
 * Shows screens to whoever is signed in, and the sign-in page to everybody else. Where the session ends while she
 * works, for instance in another tab, what she has written stays until she leaves the page herself.
 */
function Session(): ReactNode {
  const query = useAsk(Me, {});
  const found = query.data?.me ?? null;
  const [shown, setShown] = useState<FoundMe | null>(null);
  // Somebody else has signed in at another tab: nothing of what is here is for her.
  const isAnother = found !== null && shown !== null && found.account.id !== shown.account.id;
  if (found !== null && found !== shown && !isAnother) setShown(found);
  const isSignedOut =
    query.error instanceof SignedOutError || (query.data !== undefined && found === null);
  const lacksFactor = found?.secondFactorMissing ?? false;
  const isNobody = isSignedOut && shown === null && !query.isFetching;
  useEffect(() => {
    if (isNobody) goToSignIn();
    else if (isAnother) location.reload();
    else if (lacksFactor) location.assign('/account/authenticator');
  }, [isNobody, isAnother, lacksFactor]);
  if (shown === null || lacksFactor || isAnother) {
    if (query.error && !isSignedOut) {
      return <Failure error={query.error} again={() => void query.refetch()} />;
    }
    return <Skeleton />;
  }
  return (
    <SignedIn me={shown}>
      <Shell>
        {isSignedOut ? <Failure error={new SignedOutError()} /> : null}
        <Screens />
      </Shell>
    </SignedIn>
  );
}

function Screens(): ReactNode {
  const me = useMe();
  const locale = useLocale();
  const own = ROUTES.filter(({ roles }) => hasRole(me, roles));
  const [path] = useLocation();
  // Not everybody has an inbox: the console then begins with the first screen of her menu.
  const first = MENU.flatMap(({ entries }) => entries).find((each) => hasRole(me, each.roles));
  return (
    <Broken key={path}>
      <Untitled />
      <Suspense fallback={<Skeleton />}>
        <Switch>
          {own.map(({ path: pattern, areas, Screen }) => (
            <Route key={pattern} path={pattern}>
              {() => {
                void preload(areas, locale);
                return <Screen />;
              }}
            </Route>
          ))}
          {first ? (
            <Route path="/">
              <Redirect to={first.path} replace />
            </Route>
          ) : null}
          <Route>
            <Nothing />
          </Route>
        </Switch>
      </Suspense>
    </Broken>
  );
}

/** Until a screen says what it is called, the page is not called by the one before. */
function Untitled(): null {
  useLayoutEffect(() => {
    document.title = 'Baraza';
  }, []);
  return null;
}

/** The same for what is not there and for what is not hers. */
function Nothing(): ReactNode {
  const t = useT('console');
  const me = useMe();
  const isMediator = hasRole(me, ['MEDIATOR']);
  return (
    <Page title={t('nothing.title')}>
      <Empty title={t('nothing.title')}>
        <p>{t('nothing.about')}</p>
        {isMediator ? (
          <p>
            <a href="/me">{t('nothing.ownPages')}</a>
          </p>
        ) : null}
      </Empty>
    </Page>
  );
}

/** A screen that breaks leaves the others usable. */
class Broken extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenScreen /> : this.props.children;
  }
}

function BrokenScreen(): ReactNode {
  const t = useT('console');
  return (
    <Notice tone="danger" title={t('state.failed')}>
      <p>{t('state.broken')}</p>
      <Button onPress={() => location.reload()}>{t('state.again')}</Button>
    </Notice>
  );
}
