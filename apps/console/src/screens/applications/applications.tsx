import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { OwnNetworkChoice, useOwnNetwork } from '../../frame/own-network.js';
import type { ApplicationState } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { LOCALE_NAMES, type Locale } from '../../i18n/locale.js';
import { useT } from '../../i18n/translate.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Page, Stack } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { PagedTable } from '../../ui/table.js';
import { Applications } from './applications.graphql.js';
import { CallsOfNetwork } from './calls.js';

const STATES: readonly ApplicationState[] = ['SUBMITTED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'];

/** The calls of a network for new members, and who has applied. */
export default function ApplicationsScreen(): ReactNode {
  const t = useT('console-applications');
  const network = useOwnNetwork();
  return (
    <Page title={t('title')}>
      <div className={kit.filters}>
        <OwnNetworkChoice />
      </div>
      {network ? (
        <Stack>
          <CallsOfNetwork network={network.slug} />
          <Applied network={network.slug} />
        </Stack>
      ) : null}
    </Page>
  );
}

function Applied({ network }: { readonly network: string }): ReactNode {
  const t = useT('console-applications');
  const tc = useT('console');
  const format = useFormat();
  const page = usePage(50);
  const [state, setState] = useParam('state');
  const [call, setCall] = useParam('call');
  const one = STATES.find((each) => each === state);
  const query = useAsk(
    Applications,
    { network, states: one ? [one] : null, call: call || null, ...page },
    { keepPrevious: true },
  );
  return (
    <section>
      <h2>{t('applied')}</h2>
      <div className={kit.filters}>
        <Choice
          label={t('state')}
          none={tc('list.all')}
          value={one ?? ''}
          options={STATES.map((each) => [each, t(`state.${each}`)])}
          onChange={setState}
        />
      </div>
      {call ? (
        <p>
          {t('ofCall')}{' '}
          <button type="button" className={kit.button} onClick={() => setCall('')}>
            {tc('list.clear')}
          </button>
        </p>
      ) : null}
      <Answered query={query}>
        {({ applications }) => (
          <PagedTable
            found={applications}
            none={
              <Empty title={one || call ? tc('list.noMatch') : t('none')}>
                <p>{one || call ? null : t('noneAbout')}</p>
              </Empty>
            }
            caption={t('counted', { count: applications.totalCount })}
            columns={[
              {
                id: 'name',
                words: t('name'),
                names: true,
                cell: ({ id, stated }) => (
                  <Link to={`/applications/${id}`}>
                    <bdi>{stated?.displayName ?? stated?.fullName ?? t('nameGone')}</bdi>
                  </Link>
                ),
              },
              {
                id: 'state',
                words: t('state'),
                cell: (row) => (
                  <Badge tone={row.state === 'SUBMITTED' ? 'warm' : 'neutral'}>
                    {t(`state.${row.state}`)}
                  </Badge>
                ),
              },
              {
                id: 'call',
                words: t('call'),
                cell: (row) => <bdi>{row.call.title}</bdi>,
              },
              {
                id: 'language',
                words: t('language'),
                cell: ({ language }) => LOCALE_NAMES[language.toLowerCase() as Locale],
              },
              {
                id: 'submitted',
                words: t('submitted'),
                cell: ({ submittedAt }) => format.moment(submittedAt),
              },
            ]}
          />
        )}
      </Answered>
    </section>
  );
}
