import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useOwnNetworks } from '../../frame/me.js';
import { SavedViews } from '../../frame/saved-views.js';
import { WaitingCounts } from '../../frame/waiting.graphql.js';
import type {
  InboxOwner,
  InboxQueryVariables,
  MemberMark,
  WaitingKind,
} from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Empty, Failure } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { DISPLAY_PARAMS, ListDisplay } from '../../ui/list-display.js';
import { Page } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { Pager } from '../../ui/table.js';
import { useTell } from '../../ui/toast.js';
import { ActingDialog, type Acting } from './acting.js';
import { useExport } from './export.js';
import { Inbox } from './inbox.graphql.js';
import { LINE_FACTS, ListAndRecord } from './list.js';
import { isUpkeep, UPKEEP } from './places.js';

const OWNERS: readonly InboxOwner[] = ['VIEWER', 'NOBODY'];
const EVERY_MINUTE = 60_000;
const FILTERS = ['kind', 'owner', 'snoozed', 'network'] as const;
/** The mark of members, of whom many can be worked on at once, by kind. */
const MARKS: Partial<Record<WaitingKind, MemberMark>> = {
  PROFILE_STALE: 'STALE',
  PROFILE_INCOMPLETE: 'INCOMPLETE',
  PROFILE_CONFLICT: 'CONFLICTS',
};
/** All kinds of upkeep, as the address names them. */
const ALL_UPKEEP = 'UPKEEP';

/** Everything that waits for whoever is signed in, the soonest due first, with the chosen item beside the list. */
export default function InboxScreen(): ReactNode {
  const t = useT('console-inbox');
  const tc = useT('console');
  const [params] = useSearchParams();
  const [network, setNetwork] = useParam('network');
  const [kind, setKind] = useParam('kind');
  const [owner, setOwner] = useParam('owner');
  const [snoozed, setSnoozed] = useParam('snoozed');
  const [acting, setActing] = useState<Acting | null>(null);
  const networks = useOwnNetworks();
  const counts = useAsk(
    WaitingCounts,
    { network: network === '' ? null : network },
    { keepPrevious: true, every: EVERY_MINUTE },
  );
  const filter = {
    kinds: kindsOf(kind),
    network: network === '' ? null : network,
    owner: owner === '' ? null : (owner as InboxOwner),
    snoozed: snoozed !== '',
  };
  const query = useAsk(
    Inbox,
    { ...usePage(50), ...filter },
    { keepPrevious: true, every: EVERY_MINUTE },
  );
  const kinds = counts.data?.inboxCounts ?? [];
  const awaited = kinds.filter(({ upkeep }) => !upkeep);
  const upkeep = sumOf(kinds.filter((one) => one.upkeep));
  const overdue = awaited.reduce((sum, one) => sum + one.overdue, 0);
  const isFiltered = FILTERS.some((one) => params.has(one));
  const isOfUpkeep = filter.kinds !== null && filter.kinds.every(isUpkeep);
  const mark = MARKS[kind as WaitingKind];
  const optionOf = (one: { readonly kind: WaitingKind; readonly count: number }) =>
    [one.kind, `${t(`kind.${one.kind}`)} (${one.count})`] as const;
  return (
    <Page title={t('title')} actions={<ExportButton filter={filter} />}>
      <div className={kit.filters}>
        <Choice
          label={t('column.kind')}
          value={kind}
          none={t('allCounted', { count: sumOf(awaited) })}
          options={[
            ...awaited.map(optionOf),
            ...(upkeep > 0 || kind === ALL_UPKEEP
              ? [[ALL_UPKEEP, t('upkeepCounted', { count: upkeep })] as const]
              : []),
            ...kinds.filter((one) => one.upkeep).map(optionOf),
            // What was chosen stays in sight when the last of it has been dealt with.
            ...(kind === '' || kind === ALL_UPKEEP || kinds.some((one) => one.kind === kind)
              ? []
              : [optionOf({ kind: kind as WaitingKind, count: 0 })]),
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
        <SavedViews screen="inbox" kept={[...FILTERS, ...DISPLAY_PARAMS]} />
      </div>
      <ListDisplay
        names={LINE_FACTS}
        wordsOf={(one) => (one === 'owner' ? t('owner') : t(`column.${one}`))}
      />
      <Answered query={query}>
        {({ inbox: { totalCount, edges, pageInfo } }) =>
          totalCount === 0 ? (
            <Empty title={isFiltered ? tc('list.noMatch') : t('empty.title')}>
              <p>{t('empty.about')}</p>
            </Empty>
          ) : (
            <>
              <p role="status">
                {t(isOfUpkeep ? 'upkeep.counted' : 'counted', { count: totalCount })}{' '}
                {overdue > 0 && !isFiltered ? t('overdueCounted', { count: overdue }) : ''}
              </p>
              <ListAndRecord
                items={edges.map(({ node }) => node)}
                isActing={acting !== null}
                onAct={setActing}
              >
                <Pager page={pageInfo} />
              </ListAndRecord>
            </>
          )
        }
      </Answered>
      {acting ? <ActingDialog acting={acting} onClose={() => setActing(null)} /> : null}
      {mark ? (
        <p>
          <Link
            to={`/members?${new URLSearchParams({ ...(network === '' ? {} : { network }), mark }).toString()}`}
          >
            {t('upkeep.inMembers')}
          </Link>
        </p>
      ) : null}
      {upkeep > 0 && !isFiltered ? (
        <p>
          {t('upkeep.more', { count: upkeep })}{' '}
          <Button small look="quiet" onPress={() => setKind(ALL_UPKEEP)}>
            {t('upkeep.show')}
          </Button>
        </p>
      ) : null}
    </Page>
  );
}

/** Gives her what the filters find as a file. */
function ExportButton({ filter }: { readonly filter: InboxQueryVariables }): ReactNode {
  const t = useT('console-inbox');
  const tell = useTell();
  const give = useExport();
  const file = useMutation({
    mutationFn: async () => give(filter),
    onSuccess: () => tell(t('export.done')),
  });
  return (
    <>
      <Button isPending={file.isPending} onPress={() => file.mutate()}>
        {t('export')}
      </Button>
      {file.error ? <Failure error={file.error} /> : null}
    </>
  );
}

/** The kinds that the address names; null is everything that somebody waits for. */
function kindsOf(kind: string): WaitingKind[] | null {
  if (kind === '') return null;
  return kind === ALL_UPKEEP ? [...UPKEEP] : [kind as WaitingKind];
}

function sumOf(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
