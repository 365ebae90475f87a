import type { ReactNode } from 'react';
import { Link } from 'wouter';
import {
  DEPLOYMENT_STATES,
  DEPLOYMENT_TONES,
  isClosedLine,
} from '../../frame/deployment-states.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Clock } from '../../ui/clock.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { usePage, useParam } from '../../ui/params.js';
import { PagedTable } from '../../ui/table.js';
import { DeskDeployments } from './deployments.graphql.js';
import { DeskPage } from './desk-page.js';

/** Deployments of women for whom the desk acts, with what is open about each. */
export default function DeploymentsScreen(): ReactNode {
  const t = useT('console-desk');
  const [state, setState] = useParam('state');
  const [profile] = useParam('profile');
  const one = DEPLOYMENT_STATES.find((each) => each === state) ?? null;
  return (
    <DeskPage
      title={t('deployments.title')}
      filters={
        <Choice
          label={t('field.state')}
          none={t('deployments.all')}
          value={one ?? ''}
          options={DEPLOYMENT_STATES.map((each) => [each, t(`deploymentState.${each}`)])}
          onChange={setState}
        />
      }
    >
      {(network) => <List network={network} state={one} profile={profile} />}
    </DeskPage>
  );
}

function List({
  network,
  state,
  profile,
}: {
  readonly network: string;
  readonly profile: string;
  readonly state: (typeof DEPLOYMENT_STATES)[number] | null;
}): ReactNode {
  const t = useT('console-desk');
  const tc = useT('console');
  const format = useFormat();
  const page = usePage(50);
  const isFiltered = state !== null || profile !== '';
  const query = useAsk(
    DeskDeployments,
    { network, states: state ? [state] : null, profileId: profile || null, ...page },
    { keepPrevious: true, every: 60_000 },
  );
  return (
    <Answered query={query}>
      {({ deskDeployments }) => (
        <PagedTable
          found={deskDeployments}
          none={
            <Empty title={isFiltered ? tc('list.noMatch') : t('deployments.empty')}>
              {isFiltered ? null : <p>{t('deployments.emptyAbout')}</p>}
            </Empty>
          }
          caption={t('deployments.counted', { count: deskDeployments.totalCount })}
          columns={[
            {
              id: 'mediator',
              words: t('field.mediator'),
              names: true,
              cell: ({ id, mediatorName }) => (
                <Link to={`/desk/deployments/${id}`}>
                  <bdi>{mediatorName ?? t('noName')}</bdi>
                </Link>
              ),
            },
            {
              id: 'state',
              words: t('field.state'),
              cell: (row) => (
                <Badge tone={DEPLOYMENT_TONES[row.state]}>
                  {t(`deploymentState.${row.state}`)}
                </Badge>
              ),
            },
            {
              id: 'for',
              words: t('field.need'),
              cell: ({ organizationName, needTitle }) => (
                <>
                  <bdi>{needTitle}</bdi>
                  <div className={kit.hint}>
                    <bdi>{organizationName}</bdi>
                  </div>
                </>
              ),
            },
            {
              id: 'days',
              words: t('field.days'),
              cell: ({ startsOn, endsOn }) =>
                t('dates', { from: format.shortDay(startsOn), until: format.shortDay(endsOn) }),
            },
            {
              id: 'lines',
              words: t('deployments.lines'),
              number: true,
              cell: ({ clearance }) =>
                clearance.length === 0
                  ? null
                  : t('deployments.linesOf', {
                      closed: clearance.filter(isClosedLine).length,
                      all: clearance.length,
                    }),
            },
            {
              id: 'waits',
              words: t('deployments.waits'),
              cell: ({ missing, checkIns, proposedBy }) => (
                <>
                  {missing ? <Badge tone="danger">{t('deployments.missing')}</Badge> : null}
                  {proposedBy === 'ORGANIZER' ? (
                    <Badge tone="warm">{t('deployments.extension')}</Badge>
                  ) : null}
                  {checkIns
                    .filter((one) => one.state === 'DUE')
                    .map(({ dueAt }) => (
                      <Clock key={dueAt} at={dueAt} label={t('deployments.checkIn')} />
                    ))}
                </>
              ),
            },
          ]}
        />
      )}
    </Answered>
  );
}
