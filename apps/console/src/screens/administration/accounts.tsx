import { useState, type ReactNode } from 'react';
import { useMe } from '../../frame/me.js';
import { refusalOf, type Refused } from '../../graph/refusal.js';
import type { AccountRole, AccountsQuery, AccountState } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { Answered, Badge, Empty, Refusal } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Page, Row } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { SearchLine } from '../../ui/search-line.js';
import { Pager, Table } from '../../ui/table.js';
import { useTell } from '../../ui/toast.js';
import {
  Accounts,
  ReinstateAccount,
  RemoveSecondFactor,
  SuspendAccount,
} from './administration.graphql.js';
import { Invite } from './invite.js';

type Account = AccountsQuery['accounts']['edges'][number]['node'];

export const ROLES: readonly AccountRole[] = [
  'ADMINISTRATOR',
  'COORDINATOR',
  'ORGANIZER',
  'FOCAL_POINT',
  'MEDIATOR',
];
const STATES: readonly AccountState[] = ['ACTIVE', 'SUSPENDED'];

type Step = 'suspend' | 'removeFactor';

/** Everybody who can sign in, and invitations of others. */
export default function AccountsScreen(): ReactNode {
  const t = useT('console-administration');
  const tc = useT('console');
  const format = useFormat();
  const tell = useTell();
  const me = useMe();
  const [search, setSearch] = useParam('q');
  const [state, setState] = useParam('state');
  const [role, setRole] = useParam('role');
  const page = usePage(50);
  const states = STATES.filter((one) => one === state);
  const roles = ROLES.filter((one) => one === role);
  const query = useAsk(
    Accounts,
    {
      ...page,
      search: search || null,
      states: states.length > 0 ? states : null,
      roles: roles.length > 0 ? roles : null,
    },
    { keepPrevious: true },
  );
  const suspend = useChange(SuspendAccount);
  const reinstate = useChange(ReinstateAccount);
  const removeFactor = useChange(RemoveSecondFactor);
  const [asked, setAsked] = useState<{ readonly step: Step; readonly account: Account } | null>(
    null,
  );
  const [refused, setRefused] = useState<Refused | null>(null);

  const bring = async ({ id, name }: Account): Promise<void> => {
    const { reinstateAccount } = await reinstate.mutateAsync({ id });
    setRefused(refusalOf(reinstateAccount));
    if (reinstateAccount.__typename === 'Done') tell(t('reinstated', { name }));
  };
  const confirm = async (): Promise<void> => {
    if (!asked) return;
    const { step, account } = asked;
    const result =
      step === 'suspend'
        ? (await suspend.mutateAsync({ id: account.id })).suspendAccount
        : (await removeFactor.mutateAsync({ id: account.id })).removeSecondFactor;
    setRefused(refusalOf(result));
    setAsked(null);
    if (result.__typename !== 'Done') return;
    if (step === 'suspend') tell(t('suspended', { name: account.name }), () => void bring(account));
    else tell(t('factorRemoved', { name: account.name }));
  };

  return (
    <Page title={tc('menu.accounts')} actions={<Invite />}>
      <div className={kit.filters}>
        <SearchLine label={t('searchPerson')} value={search} onSearch={setSearch} />
        <Choice
          label={t('role')}
          none={tc('list.all')}
          value={roles[0] ?? ''}
          options={ROLES.map((one) => [one, t(`role.${one}`)])}
          onChange={setRole}
        />
        <Choice
          label={t('state')}
          none={tc('list.all')}
          value={states[0] ?? ''}
          options={STATES.map((one) => [one, t(`accountState.${one}`)])}
          onChange={setState}
        />
      </div>
      <Refusal refused={refused} />
      <Answered query={query}>
        {({ accounts: { totalCount, edges, pageInfo } }) =>
          totalCount === 0 ? (
            <Empty title={tc('list.noMatch')} />
          ) : (
            <>
              <Table
                caption={t('accounts.counted', { count: totalCount })}
                rows={edges.map(({ node }) => node)}
                keyOf={({ id }) => id}
                columns={[
                  {
                    id: 'name',
                    words: t('name'),
                    names: true,
                    cell: ({ name, email }) => (
                      <>
                        <bdi>{name}</bdi>
                        <div className={kit.hint}>{email}</div>
                      </>
                    ),
                  },
                  {
                    id: 'roles',
                    words: t('role'),
                    cell: (account) =>
                      account.roles.map((one) => (
                        <div key={`${one.role} ${one.network?.slug}`}>
                          {t(`role.${one.role}`)}{' '}
                          {one.network ? <bdi>{one.network.name}</bdi> : null}
                        </div>
                      )),
                  },
                  {
                    id: 'organization',
                    words: t('organization'),
                    cell: ({ organization }) =>
                      organization ? <bdi>{organization.name}</bdi> : null,
                  },
                  {
                    id: 'factor',
                    words: t('secondFactor'),
                    cell: ({ secondFactor }) => (secondFactor ? t('enrolled') : t('notEnrolled')),
                  },
                  {
                    id: 'state',
                    words: t('state'),
                    cell: (account) => (
                      <Badge tone={account.state === 'ACTIVE' ? 'good' : 'danger'}>
                        {t(`accountState.${account.state}`)}
                      </Badge>
                    ),
                  },
                  {
                    id: 'since',
                    words: t('since'),
                    cell: ({ createdAt }) => format.shortDay(createdAt),
                  },
                  {
                    id: 'steps',
                    words: t('steps'),
                    cell: (account) =>
                      account.id === me.account.id ? null : (
                        <Row>
                          {account.state === 'SUSPENDED' ? (
                            <Button
                              small
                              aria-label={t('reinstateOf', { name: account.name })}
                              onPress={() => void bring(account)}
                            >
                              {t('reinstate')}
                            </Button>
                          ) : (
                            <Button
                              small
                              look="danger"
                              aria-label={t('suspendOf', { name: account.name })}
                              onPress={() => setAsked({ step: 'suspend', account })}
                            >
                              {t('suspend')}
                            </Button>
                          )}
                          {account.secondFactor ? (
                            <Button
                              small
                              aria-label={t('removeFactorOf', { name: account.name })}
                              onPress={() => setAsked({ step: 'removeFactor', account })}
                            >
                              {t('removeFactor')}
                            </Button>
                          ) : null}
                        </Row>
                      ),
                  },
                ]}
              />
              <Pager page={pageInfo} />
            </>
          )
        }
      </Answered>
      <Confirm
        title={
          asked?.step === 'removeFactor'
            ? t('removeFactorOf', { name: asked.account.name })
            : t('suspendOf', { name: asked?.account.name ?? '' })
        }
        open={asked !== null}
        onClose={() => setAsked(null)}
        action={asked?.step === 'removeFactor' ? t('removeFactor') : t('suspend')}
        busy={suspend.isPending || removeFactor.isPending}
        onConfirm={() => void confirm()}
      >
        <p>{asked?.step === 'removeFactor' ? t('removeFactorAbout') : t('suspendAccountAbout')}</p>
      </Confirm>
    </Page>
  );
}
