import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useParams } from 'wouter';
import { useMe } from '../../frame/me.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { giveServedFile } from '../../ui/download.js';
import { Answered, Failure, Notice } from '../../ui/feedback.js';
import { Day } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Card, Gone, Page, RecordScreen, Stack } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Pager, Table } from '../../ui/table.js';
import { OpenBreachDialog } from '../breaches/open-dialog.js';
import { AccountToFreeze, AccountTrace, FreezeAccount } from './emergency.graphql.js';

/** For administrators: freezes an account that may be in wrong hands, and lists what was done from it. */
export default function AccountScreen(): ReactNode {
  const t = useT('console-emergency');
  const tc = useT('console');
  const { id } = useParams<{ id: string }>();
  const query = useAsk(AccountToFreeze, { id });
  return (
    <RecordScreen query={query} gone={<Gone />}>
      {({ node }) =>
        node?.__typename === 'Account' ? (
          <Page title={node.name} crumbs={[[tc('menu.accounts'), '/accounts']]}>
            <Stack>
              <p>
                {t('account')}: <bdi>{node.email}</bdi>
              </p>
              <Freeze {...node} />
              <WriteDown {...node} />
              <Trace id={node.id} />
            </Stack>
          </Page>
        ) : null
      }
    </RecordScreen>
  );
}

function Freeze({
  id,
  name,
  state,
}: {
  readonly id: string;
  readonly name: string;
  readonly state: string;
}): ReactNode {
  const t = useT('console-emergency');
  const own = useMe().account.id;
  const [open, setOpen] = useState(false);
  const change = useChange(FreezeAccount);
  if (state === 'SUSPENDED') return <Notice tone="warm" title={t('freeze.frozen')} />;
  if (id === own) return null;
  return (
    <Card title={t('freeze')}>
      <p>{t('freeze.about')}</p>
      <Button look="alarm" onPress={() => setOpen(true)}>
        {t('freeze')}
      </Button>
      {open ? (
        <StepDialog
          title={t('freeze.of', { name })}
          action={t('freeze')}
          look="danger"
          change={change}
          variables={() => ({ id })}
          done={t('freeze.done')}
          onClose={() => setOpen(false)}
        >
          <p>{t('freeze.about')}</p>
        </StepDialog>
      ) : null}
    </Card>
  );
}

/** Goes on to the register of data in wrong hands, with this account. Not of one's own: others look into that. */
function WriteDown({
  id,
  name,
  email,
}: {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}): ReactNode {
  const t = useT('console-breaches');
  const own = useMe().account.id;
  const [isOpen, setOpen] = useState(false);
  if (id === own) return null;
  return (
    <Card title={t('open')}>
      <p>{t('about')}</p>
      <Button onPress={() => setOpen(true)}>{t('open')}</Button>
      {isOpen ? (
        <OpenBreachDialog
          account={{ id, words: name, about: email }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Card>
  );
}

function Trace({ id }: { readonly id: string }): ReactNode {
  const t = useT('console-emergency');
  const format = useFormat();
  const [since, setSince] = useParam('since');
  const day = since === '' ? null : since;
  const query = useAsk(AccountTrace, { id, since: day, ...usePage(50) }, { keepPrevious: true });
  const file = useMutation({
    mutationFn: async () =>
      giveServedFile(
        `/accounts/${encodeURIComponent(id)}/trace`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(day === null ? {} : { since: day }),
        },
        'account-trace.csv',
      ),
  });
  return (
    <section aria-labelledby="trace">
      <h2 id="trace">{t('trace')}</h2>
      <p>{t('trace.about')}</p>
      <div className={kit.filters}>
        <Day label={t('trace.since')} value={since} onChange={setSince} />
        <Button isPending={file.isPending} onPress={() => file.mutate()}>
          {t('trace.csv')}
        </Button>
        <LinkButton to={`/refused?account=${encodeURIComponent(id)}`}>
          {t('trace.refused')}
        </LinkButton>
      </div>
      {file.error ? <Failure error={file.error} /> : null}
      <Answered query={query}>
        {({ accountTrace: { totalCount, since: first, women, edges, pageInfo } }) =>
          totalCount === 0 ? (
            <p>{t('trace.none', { since: format.shortDay(first) })}</p>
          ) : (
            <>
              <Table
                caption={t('trace.counted', {
                  count: totalCount,
                  since: format.shortDay(first),
                  women,
                })}
                rows={edges.map(({ node }) => node)}
                keyOf={({ number }) => String(number)}
                columns={[
                  {
                    id: 'number',
                    words: t('trace.number'),
                    number: true,
                    cell: ({ number }) => format.number(number),
                  },
                  { id: 'when', words: t('trace.when'), cell: ({ at }) => format.moment(at) },
                  {
                    id: 'action',
                    words: t('trace.action'),
                    names: true,
                    cell: ({ action }) => <code className={kit.code}>{action}</code>,
                  },
                  {
                    id: 'subject',
                    words: t('trace.subject'),
                    cell: ({ subjectKind, subjectId }) => (
                      <>
                        <code>{subjectKind}</code> {subjectId ? <code>{subjectId}</code> : null}
                      </>
                    ),
                  },
                  {
                    id: 'purpose',
                    words: t('trace.purpose'),
                    cell: ({ purpose }) => (purpose === null ? null : <code>{purpose}</code>),
                  },
                ]}
              />
              <Pager page={pageInfo} />
            </>
          )
        }
      </Answered>
    </section>
  );
}
