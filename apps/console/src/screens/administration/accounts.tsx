import { useState, type ReactNode } from 'react';
import { useMe } from '../../frame/me.js';
import { isRefused, refusalOf } from '../../graph/refusal.js';
import type {
  AccountRole,
  AccountsQuery,
  AccountState,
  SuspendAccountMutationVariables,
} from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Answered, Badge, Empty, Refusal } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Page, Row } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { SearchLine } from '../../ui/search-line.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { PagedTable } from '../../ui/table.js';
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
  const reinstate = useChange(ReinstateAccount);
  const [asked, setAsked] = useState<{ readonly step: Step; readonly account: Account } | null>(
    null,
  );
  const bring = async ({ id, name }: Account): Promise<void> => {
    const { reinstateAccount } = await reinstate.mutateAsync({ id });
    if (!isRefused(reinstateAccount)) tell(t('reinstated', { name }));
  };

  return (
    <Page
      title={tc('menu.accounts')}
      actions={
        <>
          <Invite />
          <LinkButton to="/members/invite">{t('inviteMany')}</LinkButton>
        </>
      }
    >
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
      <Refusal refused={refusalOf(reinstate.data?.reinstateAccount)} />
      <Answered query={query}>
        {({ accounts }) => (
          <PagedTable
            found={accounts}
            none={<Empty title={tc('list.noMatch')} />}
            caption={t('accounts.counted', { count: accounts.totalCount })}
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
                cell: ({ roles: held, organization }) => (
                  <>
                    {held.map((one) => (
                      <div key={`${one.role} ${one.network?.slug}`}>
                        {t(`role.${one.role}`)}
                        {one.network ? (
                          <div className={kit.hint}>
                            <bdi>{one.network.name}</bdi>
                          </div>
                        ) : null}
                      </div>
                    ))}
                    {organization ? (
                      <div className={kit.hint}>
                        <bdi>{organization.name}</bdi>
                      </div>
                    ) : null}
                  </>
                ),
              },
              {
                id: 'factor',
                words: t('secondFactor'),
                cell: (account) =>
                  account.secondFactor ? (
                    <>
                      {t('enrolled')}
                      {account.id === me.account.id ? null : (
                        <div>
                          <Button
                            small
                            aria-label={t('removeFactorOf', { name: account.name })}
                            onPress={() => setAsked({ step: 'removeFactor', account })}
                          >
                            {t('removeFactorShort')}
                          </Button>
                        </div>
                      )}
                    </>
                  ) : (
                    t('notEnrolled')
                  ),
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
                short: true,
                cell: ({ createdAt }) => format.shortDay(createdAt),
              },
              {
                id: 'steps',
                words: t('steps'),
                cell: (account) =>
                  account.id === me.account.id ? null : (
                    <Row>
                      <LinkButton
                        small
                        to={`/accounts/${account.id}`}
                        name={t('traceOf', { name: account.name })}
                      >
                        {t('traceShort')}
                      </LinkButton>
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
                    </Row>
                  ),
              },
            ]}
          />
        )}
      </Answered>
      {asked ? (
        <StepOfAccount
          key={asked.step}
          {...asked}
          undo={() => void bring(asked.account)}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </Page>
  );
}

/** Suspends her, which can be undone, or removes her authenticator, which cannot. */
function StepOfAccount({
  step,
  account: { id, name },
  undo,
  onClose,
}: {
  readonly step: Step;
  readonly account: Account;
  readonly undo: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-administration');
  const isSuspended = step === 'suspend';
  return (
    <StepDialog
      title={t(isSuspended ? 'suspendOf' : 'removeFactorOf', { name })}
      action={t(step)}
      look="danger"
      change={useChange<object, SuspendAccountMutationVariables>(
        isSuspended ? SuspendAccount : RemoveSecondFactor,
      )}
      variables={() => ({ id })}
      done={t(isSuspended ? 'suspended' : 'factorRemoved', { name })}
      undo={isSuspended ? undo : undefined}
      onClose={onClose}
    >
      <p>{t(isSuspended ? 'suspendAccountAbout' : 'removeFactorAbout')}</p>
    </StepDialog>
  );
}
