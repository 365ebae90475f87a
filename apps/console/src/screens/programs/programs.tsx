import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { hasRole, useMe } from '../../frame/me.js';
import type { ProgramsQuery } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import { Page } from '../../ui/page.js';
import { usePage } from '../../ui/params.js';
import { PagedTable } from '../../ui/table.js';
import { NewProgram } from './new-program.js';
import { Once } from './once.js';
import { Programs } from './programs.graphql.js';
import { ProgramState } from './program-state.js';

type Webhooks = ProgramsQuery['serviceAccounts']['edges'][number]['node']['webhooks'];

/** Programs with tokens of their own: all for administrators, those of their network alone for coordinators. */
export default function ProgramsScreen(): ReactNode {
  const t = useT('console-programs');
  const tc = useT('console');
  const format = useFormat();
  const isAdministrator = hasRole(useMe(), ['ADMINISTRATOR']);
  const query = useAsk(Programs, usePage(50), { keepPrevious: true });
  const [isNew, setNew] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  return (
    <Page
      title={tc('menu.programs')}
      actions={
        isAdministrator ? (
          <Button look="primary" onPress={() => setNew(true)}>
            {t('new')}
          </Button>
        ) : null
      }
    >
      <p>{t('about')}</p>
      <Answered query={query}>
        {({ serviceAccounts }) => (
          <PagedTable
            found={serviceAccounts}
            none={
              <Empty title={t('none')}>
                <p>{t(isAdministrator ? 'none.make' : 'none.ask')}</p>
              </Empty>
            }
            caption={t('counted', { count: serviceAccounts.totalCount })}
            columns={[
              {
                id: 'name',
                words: t('name'),
                names: true,
                cell: ({ id, name, networks }) => (
                  <>
                    <Link to={`/programs/${id}`}>
                      <bdi>{name}</bdi>
                    </Link>
                    {networks.map((network) => (
                      <div key={network.slug} className={kit.hint}>
                        <bdi>{network.name}</bdi>
                      </div>
                    ))}
                  </>
                ),
              },
              {
                id: 'state',
                words: t('state'),
                cell: (program) => <ProgramState program={program} />,
              },
              {
                id: 'webhooks',
                words: t('webhooks'),
                cell: ({ webhooks }) => <WebhookCounts webhooks={webhooks} />,
              },
              {
                id: 'used',
                words: t('lastUsed'),
                short: true,
                cell: ({ lastUsedOn }) =>
                  lastUsedOn === null ? t('never') : format.shortDay(lastUsedOn),
              },
            ]}
          />
        )}
      </Answered>
      {isNew ? <NewProgram onClose={() => setNew(false)} onToken={setToken} /> : null}
      {token === null ? null : (
        <Once
          title={t('token')}
          about={t('token.about')}
          value={token}
          onClose={() => setToken(null)}
        />
      )}
    </Page>
  );
}

/** How many there are, and whether somebody has to look after one of them. */
function WebhookCounts({ webhooks }: { readonly webhooks: Webhooks }): ReactNode {
  const t = useT('console-programs');
  const format = useFormat();
  const disabled = webhooks.some(({ state }) => state === 'DISABLED');
  const failing = webhooks.some(({ state, failingSince }) => state === 'ACTIVE' && failingSince);
  return (
    <>
      {format.number(webhooks.length)}{' '}
      {disabled ? <Badge tone="danger">{t('webhookState.DISABLED')}</Badge> : null}
      {failing ? <Badge tone="warm">{t('failing')}</Badge> : null}
    </>
  );
}
