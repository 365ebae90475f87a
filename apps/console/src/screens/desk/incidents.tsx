import { useQueries } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useMe, useOwnNetworks } from '../../frame/me.js';
import { Words } from '../../frame/terms.js';
import { ask } from '../../graph/ask.js';
import { problemAt } from '../../graph/refusal.js';
import type { DeskIncidentsQuery, IncidentKind, Severity } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Badge } from '../../ui/feedback.js';
import { Check, Choice, Day, Line, Radios } from '../../ui/fields.js';
import { Card, Fact, Facts, Stack } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { useToday } from '../../ui/use-now.js';
import { useOpened } from '../../ui/use-opened.js';
import type { Deployment } from './deployment.js';
import {
  DeskDuties,
  DeskIncidents,
  HandleIncident,
  RecordIncident,
} from './deployments.graphql.js';
import { INCIDENT_KINDS, SEVERITIES } from './lists.js';

type Incident = DeskIncidentsQuery['deskIncidents'][number];

/** What happened at work: for the safety officer of the desk and for her alone. */
export function Incidents({ deployment }: { readonly deployment: Deployment }): ReactNode {
  const t = useT('console-desk');
  const isOfficer = useSafetyOfficer();
  const { id, beganAt } = deployment;
  // Of the desk of another network of hers she may be none: then the service answers that there is nothing.
  const { data } = useAsk(DeskIncidents, { id }, { enabled: isOfficer });
  const [open, opened] = useOpened<Incident>(
    (incident, onClose) =>
      incident ? (
        <Handle incident={incident} onClose={onClose} />
      ) : (
        <RecordOne id={id} onClose={onClose} />
      ),
    (incident) => data?.deskIncidents.find((one) => one.id === incident.id),
  );
  if (!isOfficer || !data) return null;
  const { deskIncidents } = data;
  return (
    <Card title={t('incidents.title')}>
      <p>{t('incidents.about')}</p>
      {deskIncidents.length === 0 ? <p>{t('incidents.none')}</p> : null}
      <Stack>
        {deskIncidents.map((incident) => (
          <section key={incident.id}>
            <h3>
              {t(`incidentKind.${incident.kind}`)}{' '}
              <Badge tone={incident.closedAt ? 'neutral' : 'danger'}>
                {t(incident.closedAt ? 'incidents.closed' : 'incidents.open')}
              </Badge>
            </h3>
            <OneIncident incident={incident} />
            {incident.closedAt === null ? (
              <Button onPress={() => open(incident)}>{t('incidents.handle')}</Button>
            ) : null}
          </section>
        ))}
      </Stack>
      {beganAt === null ? null : (
        <Button onPress={() => open(null)}>{t('incidents.record')}</Button>
      )}
      {opened}
    </Card>
  );
}

function OneIncident({ incident }: { readonly incident: Incident }): ReactNode {
  const t = useT('console-desk');
  const format = useFormat();
  const { severity, happenedOn, reporter, reportedAt, words, action, closedAt } = incident;
  return (
    <Facts>
      <Fact term={t('incidents.severity')}>{t(`severity.${severity}`)}</Fact>
      <Fact term={t('incidents.day')}>{format.day(happenedOn)}</Fact>
      <Fact term={t('incidents.reported')}>
        {t('incidents.reportedBy', {
          who: t(`reporter.${reporter}`),
          at: format.moment(reportedAt),
        })}
      </Fact>
      <Fact term={t('incidents.words')}>
        <Words text={words} />
      </Fact>
      <Fact term={t('incidents.action')}>{action ? <Words text={action} /> : null}</Fact>
      <Fact term={t('incidents.closedAt')}>{closedAt ? format.moment(closedAt) : null}</Fact>
    </Facts>
  );
}

function RecordOne({
  id,
  onClose,
}: {
  readonly id: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-desk');
  const today = useToday();
  const [kind, setKind] = useState<IncidentKind | ''>('');
  const [severity, setSeverity] = useState<Severity | ''>('');
  const [happenedOn, setDay] = useState(today);
  const [words, setWords] = useState('');
  return (
    <StepDialog
      title={t('incidents.record')}
      action={t('incidents.save')}
      change={useChange(RecordIncident)}
      variables={() => ({
        id,
        kind: kind as IncidentKind,
        severity: severity as Severity,
        happenedOn,
        words,
      })}
      done={t('incidents.saved')}
      disabled={kind === '' || severity === '' || happenedOn === '' || words.trim() === ''}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <Choice
            label={t('incidents.kind')}
            none={t('choose')}
            required
            value={kind}
            options={INCIDENT_KINDS.map((one) => [one, t(`incidentKind.${one}`)])}
            onChange={setKind}
            problem={problemAt(refused, 'kind')}
          />
          <Radios
            label={t('incidents.severity')}
            required
            value={severity}
            options={SEVERITIES.map((one) => [one, t(`severity.${one}`)])}
            onChange={setSeverity}
            problem={problemAt(refused, 'severity')}
          />
          <Day
            label={t('incidents.day')}
            required
            max={today}
            value={happenedOn}
            onChange={setDay}
            problem={problemAt(refused, 'happenedOn')}
          />
          <Line
            label={t('incidents.words')}
            long
            required
            value={words}
            onChange={setWords}
            problem={problemAt(refused, 'words')}
          />
        </>
      )}
    </StepDialog>
  );
}

function Handle({
  incident: { id, revision, action: before },
  onClose,
}: {
  readonly incident: Incident;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-desk');
  const [action, setAction] = useState(before);
  const [closes, setCloses] = useState(false);
  return (
    <StepDialog
      title={t('incidents.handle')}
      action={t('incidents.save')}
      change={useChange(HandleIncident)}
      variables={() => ({ id, revision, action, closes })}
      done={t('incidents.saved')}
      disabled={action.trim() === ''}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('incidents.handleAbout')}</p>
          <Line
            label={t('incidents.action')}
            long
            required
            value={action}
            onChange={setAction}
            problem={problemAt(refused, 'action')}
          />
          <Check label={t('incidents.closes')} value={closes} onChange={setCloses} />
        </>
      )}
    </StepDialog>
  );
}

/** Whether she is safety officer at the desk of any of her networks. */
function useSafetyOfficer(): boolean {
  const { account } = useMe();
  const answers = useQueries({
    queries: useOwnNetworks().map(({ slug }) => ({
      queryKey: [DeskDuties.name, slug],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
        ask(DeskDuties, { network: slug }, { signal }),
    })),
  });
  return answers.some(({ data }) =>
    data?.networkDesk.people?.some(
      ({ accountId, duties }) => accountId === account.id && duties.includes('SAFETY_OFFICER'),
    ),
  );
}
