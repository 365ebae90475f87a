import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Link, useLocation, useRoute } from 'wouter';
import { ask } from '../graph/ask.js';
import { forgetToken } from '../graph/session.js';
import { useAsk } from '../graph/use-graph.js';
import { chooseLocale, LOCALE_NAMES, LOCALES, useLocale, type Locale } from '../i18n/locale.js';
import { useFormat } from '../i18n/format.js';
import { useT } from '../i18n/translate.js';
import { Button } from '../ui/button.js';
import { useKeptFocus } from '../ui/use-kept-focus.js';
import { WaitingCounts } from '../frame/waiting.graphql.js';
import { SignOut as SignOutHere } from '../frame/me.graphql.js';
import { hasRole, useMe } from '../frame/me.js';
import { MENU, type MenuEntry } from './menu.js';
import css from './shell.module.css';

const CommandMenu = lazy(() => import('./command-menu.js'));

/** What is around every screen: the way to the others, the language, and the ways out. */
export function Shell({ children }: { readonly children: ReactNode }): ReactNode {
  const t = useT('console');
  const me = useMe();
  const [path] = useLocation();
  // On a narrow screen the menu closes when another screen is shown.
  const [menuOpenAt, setMenuOpenAt] = useState<string | null>(null);
  const isMenuOpen = menuOpenAt === path;
  const [isCommandOpen, setCommandOpen] = useState(false);
  useCommandKey(() => setCommandOpen(true));
  useKeptFocus();
  const groups = MENU.map(({ group, entries }) => ({
    group,
    entries: entries.filter(({ roles }) => hasRole(me, roles)),
  })).filter(({ entries }) => entries.length > 0);
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#screen">
        {t('frame.skip')}
      </a>
      <header className={css.bar}>
        <span className={css.menuButton}>
          <Button
            small
            aria-expanded={isMenuOpen}
            aria-controls="menu"
            onPress={() => setMenuOpenAt(isMenuOpen ? null : path)}
          >
            {t('frame.menu')}
          </Button>
        </span>
        <Link className={css.brand} to="/">
          Baraza
        </Link>
        <span className={css.grow} />
        <span className={css.find}>
          <Button small onPress={() => setCommandOpen(true)}>
            {t('frame.find')} <kbd>Ctrl K</kbd>
          </Button>
        </span>
        <Language />
        <a className={css.account} href="/account" dir="auto">
          <bdi>{me.account.name}</bdi>
        </a>
        <span className={css.signOut}>
          <SignOut />
        </span>
        <a className={css.leave} href="/leave" rel="noreferrer">
          {t('frame.leave')}
        </a>
      </header>
      <nav
        id="menu"
        className={css.rail}
        aria-label={t('frame.menu')}
        {...(isMenuOpen ? {} : { 'data-closed': '' })}
      >
        {groups.map(({ group, entries }) => (
          <div key={group}>
            <h2>{t(`group.${group}`)}</h2>
            <ul>
              {entries.map((entry) => (
                <Entry key={entry.key} entry={entry} />
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <main id="screen" className={css.main} tabIndex={-1}>
        {children}
        <p className={css.foot}>{t('frame.recorded')}</p>
      </main>
      {isCommandOpen ? (
        <Suspense>
          <CommandMenu onClose={() => setCommandOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

function Entry({ entry: { key, path } }: { readonly entry: MenuEntry }): ReactNode {
  const t = useT('console');
  const [isHere] = useRoute(path === '/' ? '/' : `${path}/*?`);
  return (
    <li>
      <Link
        to={path}
        className={css.entry}
        {...(isHere ? { 'aria-current': 'page' as const } : {})}
        {...(key === 'inbox' ? { 'aria-describedby': 'waiting' } : {})}
      >
        {t(`menu.${key}`)}
      </Link>
      {key === 'inbox' ? <Waiting /> : null}
    </li>
  );
}

/** How much somebody waits for, asked for every minute. */
function Waiting(): ReactNode {
  const t = useT('console');
  const format = useFormat();
  const { data } = useAsk(WaitingCounts, { network: null }, { every: 60_000 });
  const counts = (data?.inboxCounts ?? []).filter(({ upkeep }) => !upkeep);
  const count = counts.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return null;
  const isOverdue = counts.some(({ overdue }) => overdue > 0);
  return (
    <span id="waiting" className={css.waiting} {...(isOverdue ? { 'data-overdue': '' } : {})}>
      <span aria-hidden="true">{format.number(count)}</span>
      <span className="unseen">{t('frame.waiting', { count })}</span>
    </span>
  );
}

function Language(): ReactNode {
  const t = useT('console');
  const locale = useLocale();
  return (
    <select
      className={css.language}
      aria-label={t('frame.language')}
      value={locale}
      onChange={(event) => chooseLocale(event.target.value as Locale)}
    >
      {LOCALES.map((one) => (
        <option key={one} value={one} lang={one}>
          {LOCALE_NAMES[one]}
        </option>
      ))}
    </select>
  );
}

/** Ends the session here and forgets what this page was told. */
function SignOut(): ReactNode {
  const t = useT('console');
  const queries = useQueryClient();
  const leave = async (): Promise<void> => {
    await ask(SignOutHere, {}).catch(() => null);
    queries.clear();
    forgetToken();
    location.assign('/sign-in?out');
  };
  return (
    <Button small look="quiet" onPress={() => void leave()}>
      {t('frame.signOut')}
    </Button>
  );
}

/** Ctrl-K or Command-K anywhere, and `/` where nothing is being written. */
function useCommandKey(open: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const writes =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable]') !== null;
      const isCommand = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (!isCommand && (event.key !== '/' || writes)) return;
      event.preventDefault();
      open();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}
