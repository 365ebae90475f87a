import { useState, type ReactNode } from 'react';
import { ask } from '../../graph/ask.js';
import type {
  HeadOfProfileFragment,
  ProfileHistoryQuery,
  RevertFieldMutation,
  RevertProfileMutation,
} from '../../graph/types.js';
import { useAsk, useChange, useSteps } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Empty } from '../../ui/feedback.js';
import { Radios } from '../../ui/fields.js';
import { Card, Stack } from '../../ui/page.js';
import { usePage } from '../../ui/params.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Pager, Table } from '../../ui/table.js';
import css from './profiles.module.css';
import {
  MergesOfNetwork,
  ProfileHistory,
  RevertField,
  RevertProfile,
  UnmergeProfiles,
} from './profiles.graphql.js';
import { useOwnListings } from './use-own.js';
import { useSourceName, useWho } from './who.js';

type Past = NonNullable<ProfileHistoryQuery['profile']>;
type Change = NonNullable<Past['history']>['edges'][number]['node'];

/** What changed, by whom and when, with the way back; the imports that she came by; merges that can be undone. */
export function HistoryTab({ id }: { readonly id: string }): ReactNode {
  const { first, after } = usePage(20);
  const query = useAsk(
    ProfileHistory,
    { id, ...(first === undefined ? {} : { first }), ...(after === undefined ? {} : { after }) },
    { keepPrevious: true },
  );
  return (
    <Answered query={query}>
      {({ profile }) =>
        profile ? (
          <Stack>
            <Changes profile={profile} />
            <Imports profile={profile} />
            <Merges profile={profile} />
          </Stack>
        ) : null
      }
    </Answered>
  );
}

function Changes({ profile }: { readonly profile: Past }): ReactNode {
  const t = useT('console-profiles');
  const tf = useT('console-fields');
  const format = useFormat();
  const who = useWho();
  const sourceName = useSourceName();
  const [wanted, setWanted] = useState<Change | null>(null);
  const { history } = profile;
  if (!history || history.totalCount === 0) {
    return (
      <Empty title={t('history.none')}>
        <p>{t('history.noneAbout')}</p>
      </Empty>
    );
  }
  return (
    <>
      <Table
        caption={t('history.counted', { count: history.totalCount })}
        rows={history.edges.map(({ node }) => node)}
        keyOf={({ id }) => id}
        columns={[
          {
            id: 'field',
            words: t('history.field'),
            names: true,
            cell: ({ field }) => tf(field),
          },
          {
            id: 'change',
            words: t('history.change'),
            cell: (change) => <Difference change={change} />,
          },
          {
            id: 'source',
            words: t('history.source'),
            cell: ({ source }) => <bdi>{sourceName(source)}</bdi>,
          },
          { id: 'who', words: t('history.who'), cell: ({ changedBy }) => who(changedBy) },
          {
            id: 'when',
            words: t('history.when'),
            cell: ({ changedAt }) => format.moment(changedAt),
          },
          {
            id: 'steps',
            words: t('history.back'),
            cell: (change) => (
              <Button
                small
                aria-label={t('history.revertOf', {
                  field: tf(change.field),
                  when: format.moment(change.changedAt),
                })}
                onPress={() => setWanted(change)}
              >
                {t('history.revert')}
              </Button>
            ),
          },
        ]}
      />
      <Pager page={{ ...history.pageInfo, hasPreviousPage: false }} />
      {wanted ? (
        <Revert key={wanted.id} profile={profile} change={wanted} onClose={() => setWanted(null)} />
      ) : null}
    </>
  );
}

/** What was there before and after, told apart by words and not by colour alone. */
function Difference({
  change: { beforeWords, afterWords },
}: {
  readonly change: Change;
}): ReactNode {
  const t = useT('console-profiles');
  return (
    <div className={css.difference}>
      <del>
        <span className={css.sign}>{t('history.before')}</span>{' '}
        <bdi>{beforeWords ?? t('value.none')}</bdi>
      </del>
      <ins>
        <span className={css.sign}>{t('history.after')}</span>{' '}
        <bdi>{afterWords ?? t('value.none')}</bdi>
      </ins>
    </div>
  );
}

function Revert({
  profile,
  change,
  onClose,
}: {
  readonly profile: HeadOfProfileFragment;
  readonly change: Change;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-profiles');
  const tf = useT('console-fields');
  const [extent, setExtent] = useState<'field' | 'since'>('field');
  const own = useOwnListings(profile);
  const network = own.find(({ slug }) => slug === change.source.network?.slug) ?? own[0];
  const wanted = { id: profile.id, change: change.id, network: network?.slug ?? '' };
  const revert = useSteps(async (): Promise<RevertFieldMutation | RevertProfileMutation> =>
    extent === 'field' ? ask(RevertField, wanted) : ask(RevertProfile, wanted),
  );
  return (
    <StepDialog
      title={t('history.revertTitle', { field: tf(change.field) })}
      action={t('history.revert')}
      disabled={network === undefined}
      change={revert}
      variables={() => undefined}
      done={t('history.reverted')}
      onClose={onClose}
    >
      <p>
        {change.beforeWords === null
          ? t('history.revertToNothing', { network: network?.name ?? '' })
          : t('history.revertTo', { network: network?.name ?? '', words: change.beforeWords })}
      </p>
      {network?.slug === change.source.network?.slug ? (
        <Radios
          label={t('history.extent')}
          value={extent}
          options={(['field', 'since'] as const).map((one) => [one, t(`extent.${one}`)] as const)}
          onChange={setExtent}
        />
      ) : null}
    </StepDialog>
  );
}

function Imports({ profile }: { readonly profile: Past }): ReactNode {
  const t = useT('console-profiles');
  const format = useFormat();
  const who = useWho();
  const imports = profile.imports ?? [];
  return (
    <Card title={t('imports.title')}>
      {imports.length === 0 ? (
        <p>{t('imports.none')}</p>
      ) : (
        <ul className={css.entries}>
          {imports.map((one) => (
            <li key={one.importId}>
              <bdi>{one.network?.name}</bdi>
              {': '}
              {one.fileName
                ? t('imports.row', { file: one.fileName, row: one.row })
                : t('imports.rowOnly', { row: one.row })}
              <small className={css.when}>
                {t('by', { who: who(one.importedBy), when: format.moment(one.importedAt) })}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Merges of which this record came about; the latest can be undone. */
function Merges({ profile }: { readonly profile: HeadOfProfileFragment }): ReactNode {
  const t = useT('console-profiles');
  const format = useFormat();
  const who = useWho();
  const unmerge = useChange(UnmergeProfiles);
  const [wanted, setWanted] = useState<string | null>(null);
  const [network] = useOwnListings(profile);
  const query = useAsk(
    MergesOfNetwork,
    { network: network?.slug ?? '' },
    { enabled: network !== undefined },
  );
  const merges = (query.data?.workList.edges ?? []).flatMap(({ node }) =>
    node.merge && node.profile?.id === profile.id ? [node.merge] : [],
  );
  if (merges.length === 0) return null;
  return (
    <Card title={t('merges.title')}>
      <ul className={css.entries}>
        {merges.map((one) => (
          <li key={one.id}>
            {t('by', { who: who(one.mergedBy), when: format.moment(one.mergedAt) })}{' '}
            <Button small onPress={() => setWanted(one.id)}>
              {t('merges.undo')}
            </Button>
          </li>
        ))}
      </ul>
      {wanted === null ? null : (
        <StepDialog
          title={t('merges.undo')}
          action={t('merges.undo')}
          look="danger"
          change={unmerge}
          variables={() => ({ merge: wanted })}
          done={t('merges.undone')}
          onClose={() => setWanted(null)}
        >
          <p>{t('merges.consequences')}</p>
        </StepDialog>
      )}
    </Card>
  );
}
