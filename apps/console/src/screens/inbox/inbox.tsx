import { useRef, useState, type ReactNode } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { useOwnNetworks } from '../../frame/me.js';
import { WaitingCounts } from '../../frame/waiting.graphql.js';
import type { InboxOwner, WaitingKind } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Beside, Page } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { Pager } from '../../ui/table.js';
import { Inbox } from './inbox.graphql.js';
import css from './inbox.module.css';
import { KeysDialog } from './keys-dialog.js';
import { keyOf, placeOf, type Item } from './places.js';
import { Record } from './record.js';
import { useKeys } from './use-keys.js';

const OWNERS: readonly InboxOwner[] = ['VIEWER', 'NOBODY'];
const EVERY_MINUTE = 60_000;

/** Everything that waits for whoever is signed in, the soonest due first, with the chosen item beside the list. */
export default function InboxScreen(): ReactNode {
  const t = useT('console-inbox');
  const tc = useT('console');
  const [params] = useSearchParams();
  const [network, setNetwork] = useParam('network');
  const [kind, setKind] = useParam('kind');
  const [owner, setOwner] = useParam('owner');
  const [snoozed, setSnoozed] = useParam('snoozed');
  const networks = useOwnNetworks();
  const counts = useAsk(
    WaitingCounts,
    { network: network === '' ? null : network },
    { keepPrevious: true, every: EVERY_MINUTE },
  );
  const query = useAsk(
    Inbox,
    {
      ...usePage(50),
      kinds: kind === '' ? null : [kind as WaitingKind],
      network: network === '' ? null : network,
      owner: owner === '' ? null : (owner as InboxOwner),
      snoozed: snoozed !== '',
    },
    { keepPrevious: true, every: EVERY_MINUTE },
  );
  const kinds = counts.data?.inboxCounts ?? [];
  const all = kinds.reduce((sum, { count }) => sum + count, 0);
  const overdue = kinds.reduce((sum, one) => sum + one.overdue, 0);
  const isFiltered = ['kind', 'owner', 'snoozed', 'network'].some((one) => params.has(one));
  return (
    <Page title={t('title')}>
      <div className={kit.filters}>
        <Choice
          label={t('column.kind')}
          value={kind}
          none={t('allCounted', { count: all })}
          options={[
            ...kinds.map((one) => [one.kind, `${t(`kind.${one.kind}`)} (${one.count})`] as const),
            // What was chosen stays in sight when the last of it has been dealt with.
            ...(kind === '' || kinds.some((one) => one.kind === kind)
              ? []
              : [[kind as WaitingKind, `${t(`kind.${kind as WaitingKind}`)} (0)`] as const]),
          ]}
          onChange={setKind}
        />
        <Choice
          label={t('owner')}
          value={owner}
          none={t('owner.all')}
          options={OWNERS.map((one) => [one, t(`owner.${one}`)])}
          onChange={setOwner}
        />
        <Choice
          label={t('show')}
          value={snoozed}
          none={t('show.now')}
          options={[['1', t('show.snoozed')]]}
          onChange={setSnoozed}
        />
        {networks.length > 1 ? (
          <Choice
            label={tc('choose.network')}
            value={network}
            none={tc('list.all')}
            options={networks.map(({ slug, name }) => [slug, name])}
            onChange={setNetwork}
          />
        ) : null}
      </div>
      <Answered query={query}>
        {({ inbox: { totalCount, edges, pageInfo } }) =>
          totalCount === 0 ? (
            <Empty title={isFiltered ? tc('list.noMatch') : t('empty.title')}>
              <p>{t('empty.about')}</p>
            </Empty>
          ) : (
            <>
              <p role="status">
                {t('counted', { count: totalCount })}{' '}
                {overdue > 0 && !isFiltered ? t('overdueCounted', { count: overdue }) : ''}
              </p>
              <ListAndRecord items={edges.map(({ node }) => node)}>
                <Pager page={pageInfo} />
              </ListAndRecord>
            </>
          )
        }
      </Answered>
    </Page>
  );
}

function ListAndRecord({
  items,
  children,
}: {
  readonly items: readonly Item[];
  readonly children: ReactNode;
}): ReactNode {
  const t = useT('console-inbox');
  const [, go] = useLocation();
  const [key, setKey] = useParam('item');
  const [isHelp, setHelp] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const record = useRef<HTMLElement>(null);
  // An item that has been dealt with is gone: the one that took its place is shown.
  const [place, setPlace] = useState(0);
  const found = items.findIndex((item) => keyOf(item) === key);
  const index = found >= 0 ? found : Math.min(place, items.length - 1);
  const current = items[index];

  const choose = (next: number): void => {
    const item = items[next];
    if (!item) return;
    setPlace(next);
    setKey(keyOf(item));
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  const open = (item: Item): void => {
    const to = placeOf(item);
    if (to === null) record.current?.querySelector<HTMLElement>('textarea')?.focus();
    else if (to.outside) location.assign(to.to);
    else go(to.to);
  };
  useKeys(
    {
      // The first press goes to the list, at what is shown.
      j: () => choose(found < 0 ? index : Math.min(index + 1, items.length - 1)),
      k: () => choose(Math.max(index - 1, 0)),
      '?': () => setHelp(true),
    },
    !isHelp,
  );
  return (
    <Beside>
      <div>
        <ul ref={list} className={css.list} aria-label={t('title')}>
          {items.map((item, i) => (
            <li key={keyOf(item)}>
              <Line
                item={item}
                isCurrent={i === index}
                onChoose={() => {
                  // Pressed once more, the item that is shown is opened.
                  if (i === index && found >= 0) open(item);
                  else choose(i);
                }}
              />
            </li>
          ))}
        </ul>
        {children}
        <p>
          <Button small look="quiet" onPress={() => setHelp(true)}>
            {t('keys')} <kbd>?</kbd>
          </Button>
        </p>
      </div>
      <section ref={record} aria-label={t('record')} className={kit.card}>
        {current ? (
          <Record
            key={keyOf(current)}
            item={current}
            onGone={() => {
              setPlace(index);
              setKey('');
            }}
          />
        ) : null}
      </section>
      {isHelp ? <KeysDialog onClose={() => setHelp(false)} /> : null}
    </Beside>
  );
}

function Line({
  item: { kind, network, dueAt, overdue, since, owner },
  isCurrent,
  onChoose,
}: {
  readonly item: Item;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const t = useT('console-inbox');
  const format = useFormat();
  return (
    <button
      type="button"
      className={css.item}
      {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
      onClick={onChoose}
    >
      <span className={css.head}>
        <strong>{t(`kind.${kind}`)}</strong>
        {dueAt === null ? null : (
          <Badge tone={overdue ? 'danger' : 'neutral'}>
            {overdue
              ? t('overdue', { since: format.relative(dueAt) })
              : t('due', { when: format.relative(dueAt) })}
          </Badge>
        )}
      </span>
      <span className={kit.hint}>
        {network ? <bdi>{network.name}</bdi> : null}
        {network ? ' · ' : ''}
        {t('waitingSince', { when: format.relative(since) })}
        {owner ? (
          <>
            {' · '}
            <bdi>{owner.name}</bdi>
          </>
        ) : null}
      </span>
    </button>
  );
}
