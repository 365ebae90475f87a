import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { DEPLOYMENT_TONES } from '../../frame/deployment-states.js';
import { OutcomeDialog, OutcomeCard } from '../../frame/outcome.js';
import { useOwnNeeds } from '../../frame/own-needs.js';
import type { DeploymentState, WholeDeploymentFragment } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Badge, Notice } from '../../ui/feedback.js';
import { Card, Fact, Facts, Gone, Page, RecordScreen, Stack } from '../../ui/page.js';
import { TermsFacts } from '../../vocabulary/terms.js';
import { useNames } from '../../vocabulary/use-vocabulary.js';
import { Alongside } from './alongside.js';
import {
  CompleteDeployment,
  DeploymentById,
  PlacesAlongside,
  ReportOutcome,
} from './deployments.graphql.js';
import { EditDialog } from './edit-dialog.js';
import { Extension } from './extension.js';
import { Lines } from './lines.js';
import { LookBack } from './look-back.js';
import { StopDialog } from './stop-dialog.js';

/** Before she begins. */
const BEFORE: ReadonlySet<DeploymentState> = new Set(['PLANNED', 'CLEARING', 'READY']);
const AT_WORK: ReadonlySet<DeploymentState> = new Set(['ACTIVE', 'SUSPENDED']);
const ENDED: ReadonlySet<DeploymentState> = new Set(['COMPLETED', 'ENDED_EARLY', 'CLOSED']);

/** One who works for her organization: the plan, what is to be cleared, and what came of it. */
export default function DeploymentScreen(): ReactNode {
  const t = useT('console-deployments');
  const { id } = useParams<{ id: string }>();
  const query = useAsk(DeploymentById, { id });
  return (
    <RecordScreen query={query} gone={<Gone title={t('gone')} />}>
      {({ node }) => (node?.__typename === 'Deployment' ? <Deployment deployment={node} /> : null)}
    </RecordScreen>
  );
}

function Deployment({ deployment }: { readonly deployment: WholeDeploymentFragment }): ReactNode {
  const t = useT('console-deployments');
  const tc = useT('console');
  const format = useFormat();
  const role = useNames('ROLE');
  const track = useNames('TRACK');
  const { titleOf } = useOwnNeeds();
  const places = useAsk(PlacesAlongside, {});
  const [dialog, setDialog] = useState<'edit' | 'stop' | 'outcome' | null>(null);
  const { id, state, needId, mediator, startsOn, endsOn, firstEndsOn } = deployment;
  const name = mediator?.name ?? t('noLongerListed');
  const hasBegunOrNot = BEFORE.has(state) || AT_WORK.has(state);
  // Days of work are reckoned in UTC for organizers.
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const isLastDay = endsOn <= today;
  const mayReport = state === 'COMPLETED' || state === 'ENDED_EARLY';
  const offered = (places.data?.alongsidePlaces ?? []).filter(
    ({ deploymentId }) => deploymentId === id,
  );
  return (
    <Page
      title={name}
      crumbs={[[tc('menu.deployments'), '/deployments']]}
      actions={
        <>
          {BEFORE.has(state) ? (
            <Button onPress={() => setDialog('edit')}>{t('edit.action')}</Button>
          ) : null}
          {AT_WORK.has(state) && isLastDay ? (
            <Button look="primary" onPress={() => setDialog('outcome')}>
              {t('complete.action')}
            </Button>
          ) : null}
          {mayReport ? (
            <Button look="primary" onPress={() => setDialog('outcome')}>
              {t('report.action')}
            </Button>
          ) : null}
          {hasBegunOrNot ? (
            <Button look="danger" onPress={() => setDialog('stop')}>
              {BEFORE.has(state) ? t('stop.CANCEL') : t('stop.action')}
            </Button>
          ) : null}
        </>
      }
    >
      <Stack>
        <Card title={t('plan')}>
          <p role="status">
            <Badge tone={DEPLOYMENT_TONES[state]}>{t(`state.${state}`)}</Badge>{' '}
            {t(`stateAbout.${state}`)}
          </p>
          <Facts>
            <Fact term={t('mediator')}>
              {mediator ? (
                <Link to={`/mediators/${mediator.id}`}>
                  <bdi>{mediator.name}</bdi>
                </Link>
              ) : null}
            </Fact>
            <Fact term={t('place')}>{t(`place.${deployment.place}`)}</Fact>
            <Fact term={t('need')}>
              <Link to={`/needs/${needId}`}>
                <bdi>{titleOf(needId) ?? t('theNeed')}</bdi>
              </Link>
            </Fact>
            <Fact term={t('introduction')}>
              <Link to={`/introductions/${deployment.introductionId}`}>{t('theIntroduction')}</Link>
            </Fact>
            <Fact term={t('days')}>
              {t('daysFromTo', { from: format.day(startsOn), to: format.day(endsOn) })}
            </Fact>
            <Fact term={t('firstEndsOn')}>
              {firstEndsOn === endsOn ? null : format.day(firstEndsOn)}
            </Fact>
            <Fact term={t('role')}>{deployment.role ? role(deployment.role) : null}</Fact>
            <Fact term={t('track')}>{deployment.track ? track(deployment.track) : null}</Fact>
            <Fact term={t('territory')}>
              {deployment.territory ? deployment.territory.label : null}
            </Fact>
            <Fact term={t('share')}>{t('shareOf', { share: deployment.percent / 100 })}</Fact>
            <Fact term={t('supervisor')}>
              {deployment.supervisor === '' ? null : <bdi>{deployment.supervisor}</bdi>}
            </Fact>
            <Fact term={t('beganAt')}>
              {deployment.beganAt ? format.moment(deployment.beganAt) : null}
            </Fact>
            <Fact term={t('endedAt')}>
              {deployment.endedAt ? format.moment(deployment.endedAt) : null}
            </Fact>
            <Fact term={t('reason')}>
              {deployment.reason ? t(`reason.${deployment.reason}`) : null}
            </Fact>
            <Fact term={t('words')}>
              {deployment.reasonWords === '' ? null : <bdi>{deployment.reasonWords}</bdi>}
            </Fact>
          </Facts>
          <Notice>{t('notShown')}</Notice>
        </Card>
        <OutcomeCard deployment={deployment} />
        <Lines deployment={deployment} />
        {AT_WORK.has(state) || deployment.proposedUntil ? (
          <Extension deployment={deployment} />
        ) : null}
        {offered.length > 0 ? <Alongside places={offered} /> : null}
        {ENDED.has(state) ? <LookBack id={id} /> : null}
        <Card title={t('terms')}>
          <details>
            <summary>{t('terms.show')}</summary>
            <TermsFacts terms={deployment.terms} />
          </details>
        </Card>
      </Stack>
      {dialog === 'edit' ? (
        <EditDialog deployment={deployment} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'stop' ? (
        <StopDialog deployment={deployment} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'outcome' ? (
        <OutcomeDialog
          deployment={deployment}
          operation={mayReport ? ReportOutcome : CompleteDeployment}
          title={t(mayReport ? 'report.action' : 'complete.action')}
          about={t(mayReport ? 'report.about' : 'complete.about')}
          done={t(mayReport ? 'report.done' : 'complete.done')}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </Page>
  );
}
