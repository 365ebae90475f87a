import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { OwnNetworkChoice, useOwnNetwork } from '../../frame/own-network.js';
import type { LinkState } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Page } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { PagedTable, Table } from '../../ui/table.js';
import { Duplicates, DuplicatesElsewhere } from './duplicates.graphql.js';

const STATES: readonly LinkState[] = ['OPEN', 'SAME', 'DIFFERENT', 'CANNOT_SAY', 'ASK_HER'];

/** Pairs of records of a list that may be of one mediator. */
export default function DuplicatesScreen(): ReactNode {
  const t = useT('console-duplicates');
  const tc = useT('console');
  const network = useOwnNetwork();
  const [state, setState] = useParam('state');
  return (
    <Page title={t('title')}>
      <p>{t('about')}</p>
      <div className={kit.filters}>
        <OwnNetworkChoice />
        <Choice
          label={t('state')}
          none={tc('list.all')}
          value={state}
          options={STATES.map((each) => [each, t(`state.${each}`)])}
          onChange={setState}
        />
      </div>
      {network ? (
        <>
          <Pairs network={network.slug} state={STATES.find((each) => each === state) ?? null} />
          <Elsewhere network={network.slug} />
        </>
      ) : null}
    </Page>
  );
}

function Pairs({
  network,
  state,
}: {
  readonly network: string;
  readonly state: LinkState | null;
}): ReactNode {
  const t = useT('console-duplicates');
  const tc = useT('console');
  const format = useFormat();
  const query = useAsk(Duplicates, { network, state, ...usePage(50) }, { keepPrevious: true });
  return (
    <Answered query={query}>
      {({ linkSuggestions }) => (
        <PagedTable
          found={linkSuggestions}
          none={
            <Empty title={state ? tc('list.noMatch') : t('none')}>
              <p>{t('noneAbout')}</p>
            </Empty>
          }
          caption={t('counted', { count: linkSuggestions.totalCount })}
          columns={[
            {
              id: 'pair',
              words: t('pair'),
              names: true,
              cell: ({ id, one, other, across }) => (
                <>
                  <Link to={`/duplicates/${id}`}>
                    <bdi>{one.name}</bdi> – <bdi>{other.name}</bdi>
                  </Link>{' '}
                  {across ? <Badge tone="neutral">{t('across')}</Badge> : null}
                </>
              ),
            },
            {
              id: 'numbers',
              words: t('numbers'),
              cell: ({ one, other }) => (
                <bdi>{format.list([one, other].flatMap(({ externalId }) => externalId ?? []))}</bdi>
              ),
            },
            {
              id: 'state',
              words: t('state'),
              cell: (row) => <StateBadge state={row.state} />,
            },
            {
              id: 'likely',
              words: t('likely'),
              number: true,
              cell: ({ probability }) => format.percent(probability),
            },
            {
              id: 'found',
              words: t('found'),
              cell: ({ foundAt }) => format.shortDay(foundAt),
            },
          ]}
        />
      )}
    </Answered>
  );
}

/** Members who say that another directory lists them, too; nothing where nobody does. */
function Elsewhere({ network }: { readonly network: string }): ReactNode {
  const t = useT('console-duplicates');
  const query = useAsk(DuplicatesElsewhere, { network });
  return (
    <Answered query={query}>
      {({ listedElsewhere }) =>
        listedElsewhere.length === 0 ? null : (
          <section>
            <h2>{t('elsewhere.title')}</h2>
            <p>{t('elsewhere.about')}</p>
            <Table
              caption={t('elsewhere.title')}
              rows={listedElsewhere}
              keyOf={({ mediator, directory }) => `${mediator.profileId} ${directory}`}
              columns={[
                {
                  id: 'mediator',
                  words: t('elsewhere.mediator'),
                  names: true,
                  cell: ({ mediator }) => (
                    <Link to={`/profiles/${mediator.profileId}`}>
                      <bdi>{mediator.name}</bdi>
                    </Link>
                  ),
                },
                {
                  id: 'directory',
                  words: t('elsewhere.directory'),
                  cell: ({ directory }) => <bdi>{directory}</bdi>,
                },
              ]}
            />
          </section>
        )
      }
    </Answered>
  );
}

export function StateBadge({ state }: { readonly state: LinkState }): ReactNode {
  const t = useT('console-duplicates');
  return <Badge tone={state === 'OPEN' ? 'warm' : 'neutral'}>{t(`state.${state}`)}</Badge>;
}
