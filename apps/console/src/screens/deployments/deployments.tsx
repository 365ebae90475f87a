import type { ReactNode } from 'react';
import { Link } from 'wouter';
import {
  DEPLOYMENT_STATES,
  DEPLOYMENT_TONES,
  isClosedLine,
} from '../../frame/deployment-states.js';
import { useOwnNeeds } from '../../frame/own-needs.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { LinkButton } from '../../ui/button.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Page } from '../../ui/page.js';
import { newestFirst, useNewestPage, useParam } from '../../ui/params.js';
import { Pager, Table } from '../../ui/table.js';
import { Deployments } from './deployments.graphql.js';

/** Everybody who works, worked or will work for her organization. */
export default function DeploymentsScreen(): ReactNode {
  const t = useT('console-deployments');
  const tc = useT('console');
  const format = useFormat();
  const [state, setState] = useParam('state');
  const [needId, setNeed] = useParam('need');
  const { options, titleOf } = useOwnNeeds();
  const shown = DEPLOYMENT_STATES.find((each) => each === state);
  const states = shown ? [shown] : null;
  const query = useAsk(
    Deployments,
    { ...useNewestPage(), states, needId: needId === '' ? null : needId },
    { keepPrevious: true },
  );
  const isFiltered = states !== null || needId !== '';
  return (
    <Page title={tc('menu.deployments')}>
      <div className={kit.filters}>
        <Choice
          label={t('state')}
          none={tc('list.all')}
          value={shown ?? ''}
          options={DEPLOYMENT_STATES.map((each) => [each, t(`state.${each}`)])}
          onChange={setState}
        />
        <Choice
          label={t('need')}
          none={tc('list.all')}
          value={needId}
          options={options}
          onChange={setNeed}
        />
      </div>
      <Answered query={query}>
        {({ deployments }) => {
          const { edges, pageInfo } = newestFirst(deployments);
          const { totalCount } = deployments;
          return totalCount === 0 ? (
            <Empty title={isFiltered ? tc('list.noMatch') : t('list.empty')}>
              <p>{t('list.emptyAbout')}</p>
              <LinkButton to="/introductions">{tc('menu.introductions')}</LinkButton>
            </Empty>
          ) : (
            <>
              <Table
                caption={t('list.counted', { count: totalCount })}
                rows={edges.map(({ node }) => node)}
                keyOf={({ id }) => id}
                columns={[
                  {
                    id: 'who',
                    words: t('mediator'),
                    names: true,
                    cell: (one) => (
                      <>
                        <Link to={`/deployments/${one.id}`}>
                          <bdi>{one.mediator?.name ?? t('noLongerListed')}</bdi>
                        </Link>
                        <div className={kit.hint}>{t(`place.${one.place}`)}</div>
                      </>
                    ),
                  },
                  {
                    id: 'need',
                    words: t('need'),
                    cell: ({ needId: id }) => (
                      <Link to={`/needs/${id}`}>
                        <bdi>{titleOf(id) ?? t('theNeed')}</bdi>
                      </Link>
                    ),
                  },
                  {
                    id: 'days',
                    words: t('days'),
                    cell: ({ startsOn, endsOn }) =>
                      t('daysFromTo', {
                        from: format.shortDay(startsOn),
                        to: format.shortDay(endsOn),
                      }),
                  },
                  {
                    id: 'state',
                    words: t('state'),
                    cell: (row) => (
                      <Badge tone={DEPLOYMENT_TONES[row.state]}>{t(`state.${row.state}`)}</Badge>
                    ),
                  },
                  {
                    id: 'waits',
                    words: t('yours'),
                    cell: ({ clearance, proposedUntil, ownProposal }) => {
                      const open = clearance.filter((line) => !isClosedLine(line)).length;
                      return (
                        <>
                          {open > 0 ? (
                            <Badge tone="warm">{t('lines.open', { count: open })}</Badge>
                          ) : null}
                          {proposedUntil && !ownProposal ? (
                            <Badge tone="warm">{t('extension.waits')}</Badge>
                          ) : null}
                        </>
                      );
                    },
                  },
                ]}
              />
              <Pager page={pageInfo} />
            </>
          );
        }}
      </Answered>
    </Page>
  );
}
