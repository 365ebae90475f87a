import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { DEPLOYMENT_TONES } from '../../frame/deployment-states.js';
import { OutcomeCard } from '../../frame/outcome.js';
import { TermsFacts, Words } from '../../frame/terms.js';
import type { DeskDeploymentByIdQuery } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button, type Look } from '../../ui/button.js';
import { Badge, Notice } from '../../ui/feedback.js';
import { Card, Fact, Facts, Gone, Page, RecordScreen, Row, Stack } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import { useNames } from '../../vocabulary/use-vocabulary.js';
import { CheckIns } from './check-ins.js';
import { Clearance } from './clearance.js';
import { Clear, Edit, Extend, RefuseExtension, Report, Step, Stop } from './deployment-steps.js';
import { DeskDeploymentById } from './deployments.graphql.js';
import { Emergency } from './emergency.js';
import { Incidents } from './incidents.js';

const ProposePlace = lazy(() =>
  import('./propose-place.js').then((module) => ({ default: module.ProposePlace })),
);

export type Deployment = DeskDeploymentByIdQuery['deskDeployment'];

type Open =
  | 'clear'
  | 'edit'
  | 'ready'
  | 'activate'
  | 'resume'
  | 'close'
  | 'cancel'
  | 'suspend'
  | 'end'
  | 'propose'
  | 'accept'
  | 'refuse'
  | 'complete'
  | 'report'
  | 'place';

/** One deployment as the desk works on it. */
export default function DeploymentScreen(): ReactNode {
  const { id } = useParams<{ id: string }>();
  const query = useAsk(DeskDeploymentById, { id }, { every: 60_000 });
  return (
    <RecordScreen query={query} gone={<Gone />}>
      {({ deskDeployment }) => <Whole deployment={deskDeployment} />}
    </RecordScreen>
  );
}

function Whole({ deployment }: { readonly deployment: Deployment }): ReactNode {
  const t = useT('console-desk');
  const [open, setOpen] = useState<Open | null>(null);
  const { state, missing, place, mediatorName } = deployment;
  const isAtWork = state === 'ACTIVE' || state === 'SUSPENDED';
  return (
    <Page
      title={mediatorName ?? t('noName')}
      crumbs={[[t('deployments.title'), '/desk/deployments']]}
      actions={
        <>
          <Badge tone={DEPLOYMENT_TONES[state]}>{t(`deploymentState.${state}`)}</Badge>
          {place === 'ALONGSIDE' ? <Badge>{t('place.ALONGSIDE')}</Badge> : null}
        </>
      }
    >
      <Stack>
        {missing ? (
          <Notice tone="danger" title={t('checkIns.missing')}>
            <p>{t('checkIns.missingAbout')}</p>
          </Notice>
        ) : null}
        <Card title={t('next.title')}>
          <p>{t(`deploymentNext.${state}`)}</p>
          <Actions deployment={deployment} onChoose={setOpen} />
        </Card>
        <Dialogs deployment={deployment} open={open} onClose={() => setOpen(null)} />
        <Extension deployment={deployment} onChoose={setOpen} />
        <Plan deployment={deployment} />
        {deployment.setting === null ? null : <Clearance deployment={deployment} />}
        <CheckIns deployment={deployment} />
        {isAtWork ? <Emergency deployment={deployment} /> : null}
        <Incidents deployment={deployment} />
        <OutcomeCard deployment={deployment}>
          <Fact term={t('outcome.experience')}>
            {deployment.experience ? t(`experience.${deployment.experience}`) : null}
          </Fact>
        </OutcomeCard>
        <Card title={t('deployment.terms')}>
          <TermsFacts terms={deployment.terms} />
        </Card>
        <SpokenWords spoken={deployment.spoken} />
      </Stack>
    </Page>
  );
}

function Actions({
  deployment: { state, setting, place, proposedUntil },
  onChoose,
}: {
  readonly deployment: Deployment;
  readonly onChoose: (open: Open) => void;
}): ReactNode {
  const t = useT('console-desk');
  const isBefore = state === 'PLANNED' || state === 'CLEARING' || state === 'READY';
  const isAtWork = state === 'ACTIVE' || state === 'SUSPENDED';
  const isOver = state === 'COMPLETED' || state === 'ENDED_EARLY';
  const steps: readonly (readonly [open: Open, shown: boolean, look: Look])[] = [
    ['clear', state === 'PLANNED', 'primary'],
    ['ready', state === 'CLEARING', 'primary'],
    ['activate', state === 'READY', 'primary'],
    ['resume', state === 'SUSPENDED', 'primary'],
    ['clear', state === 'CLEARING' && setting !== 'UN_MISSION', 'plain'],
    ['edit', isBefore, 'plain'],
    ['complete', isAtWork, 'plain'],
    ['propose', isAtWork && proposedUntil === null, 'plain'],
    ['place', place === 'LEAD' && (isBefore || isAtWork), 'plain'],
    ['report', isOver, 'plain'],
    ['close', isOver, 'plain'],
    ['suspend', state === 'ACTIVE', 'danger'],
    ['end', isAtWork, 'danger'],
    ['cancel', isBefore, 'danger'],
  ];
  return (
    <Row>
      {steps.map(([open, shown, look]) =>
        shown ? (
          <Button key={open} look={look} onPress={() => onChoose(open)}>
            {open === 'clear' && setting !== null ? t('do.widen') : t(`do.${open}`)}
          </Button>
        ) : null,
      )}
    </Row>
  );
}

function Dialogs({
  deployment,
  open,
  onClose,
}: {
  readonly deployment: Deployment;
  readonly open: Open | null;
  readonly onClose: () => void;
}): ReactNode {
  const props = { deployment, onClose };
  switch (open) {
    case 'clear':
      return <Clear {...props} />;
    case 'edit':
      return <Edit {...props} />;
    case 'ready':
    case 'activate':
    case 'resume':
    case 'close':
      return <Step key={open} {...props} step={open} />;
    case 'cancel':
    case 'suspend':
    case 'end':
      return <Stop key={open} {...props} step={open} />;
    case 'propose':
    case 'accept':
      return <Extend key={open} {...props} step={open} />;
    case 'refuse':
      return <RefuseExtension {...props} />;
    case 'complete':
    case 'report':
      return <Report key={open} {...props} step={open} />;
    case 'place':
      return (
        <Suspense>
          <ProposePlace {...props} />
        </Suspense>
      );
    case null:
      return null;
    default:
      throw new TypeError(`No dialog ${String(open satisfies never)}.`);
  }
}

/** A later last day that waits for an answer. */
function Extension({
  deployment: { proposedUntil, proposedBy },
  onChoose,
}: {
  readonly deployment: Deployment;
  readonly onChoose: (open: Open) => void;
}): ReactNode {
  const t = useT('console-desk');
  const format = useFormat();
  if (proposedUntil === null || proposedBy === null) return null;
  const isTheirs = proposedBy === 'ORGANIZER';
  return (
    <Notice tone="warm" title={t('extension.title', { day: format.day(proposedUntil) })}>
      <p>{t(isTheirs ? 'extension.theirs' : 'extension.ours')}</p>
      <Row>
        {isTheirs ? (
          <Button look="primary" onPress={() => onChoose('accept')}>
            {t('do.accept')}
          </Button>
        ) : null}
        <Button onPress={() => onChoose('refuse')}>
          {t(isTheirs ? 'do.refuse' : 'do.takeBack')}
        </Button>
      </Row>
    </Notice>
  );
}

function Plan({ deployment }: { readonly deployment: Deployment }): ReactNode {
  const t = useT('console-desk');
  const format = useFormat();
  const role = useNames('ROLE');
  const track = useNames('TRACK');
  const { startsOn, endsOn, firstEndsOn, reason, endedBy, percent } = deployment;
  return (
    <Card title={t('plan.title')}>
      <Facts>
        <Fact term={t('field.organization')}>
          <bdi>{deployment.organizationName}</bdi>
        </Fact>
        <Fact term={t('field.need')}>
          <bdi>{deployment.needTitle}</bdi>
        </Fact>
        <Fact term={t('field.days')}>
          {t('dates', { from: format.day(startsOn), until: format.day(endsOn) })}
        </Fact>
        <Fact term={t('plan.firstEndsOn')}>
          {firstEndsOn === endsOn ? null : format.day(firstEndsOn)}
        </Fact>
        <Fact term={t('plan.percent')}>{format.percent(percent / 100)}</Fact>
        <Fact term={t('plan.role')}>{deployment.role ? role(deployment.role) : null}</Fact>
        <Fact term={t('plan.track')}>{deployment.track ? track(deployment.track) : null}</Fact>
        <Fact term={t('plan.territory')}>{deployment.territory?.label}</Fact>
        <Fact term={t('plan.supervisor')}>
          {deployment.supervisor ? <bdi>{deployment.supervisor}</bdi> : null}
        </Fact>
        <Fact term={t('plan.began')}>
          {deployment.beganAt ? format.moment(deployment.beganAt) : null}
        </Fact>
        <Fact term={t('plan.ended')}>
          {deployment.endedAt ? format.moment(deployment.endedAt) : null}
        </Fact>
        <Fact term={t('plan.stoppedBy')}>{endedBy ? t(`side.${endedBy}`) : null}</Fact>
        <Fact term={t('plan.reason')}>{reason ? t(`endReason.${reason}`) : null}</Fact>
        <Fact term={t('plan.reasonWords')}>
          {deployment.reasonWords ? <Words text={deployment.reasonWords} /> : null}
        </Fact>
        <Fact term={t('field.profile')}>
          <Row>
            <Link to={`/profiles/${deployment.profileId}`}>{t('asks.profile')}</Link>
            <Link to={`/desk?profile=${encodeURIComponent(deployment.profileId)}`}>
              {t('plan.introductions')}
            </Link>
          </Row>
        </Fact>
      </Facts>
    </Card>
  );
}

const SPOKEN_OF = ['waiver', 'extension', 'check-in-plan'] as const;

function SpokenWords({ spoken }: { readonly spoken: Deployment['spoken'] }): ReactNode {
  const t = useT('console-desk');
  const format = useFormat();
  if (spoken.length === 0) return null;
  return (
    <Table
      caption={t('spoken.counted', { count: spoken.length })}
      rows={spoken}
      keyOf={({ at }) => at}
      columns={[
        {
          id: 'to',
          words: t('spoken.step'),
          names: true,
          cell: ({ to }) => {
            const known = SPOKEN_OF.find((one) => one === to);
            return known ? t(`spokenOf.${known}`) : to;
          },
        },
        { id: 'channel', words: t('spoken.channel'), cell: (one) => t(`spokenBy.${one.channel}`) },
        { id: 'proof', words: t('spoken.proof'), cell: ({ proof }) => <bdi>{proof}</bdi> },
        { id: 'at', words: t('spoken.at'), cell: ({ at }) => format.moment(at) },
      ]}
    />
  );
}
