import { lazy, type ReactNode } from 'react';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Card, Fact, Facts, Page, Row, Stack } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { Pager, Table } from '../../ui/table.js';
import { useOpened } from '../../ui/use-opened.js';
import { CommitmentsOfMeeting, OwnActor } from './agenda.graphql.js';
import { CommitmentDialog } from './commitment-dialog.js';
import { NewCommitment } from './editing/dialogs.js';
import { useActors, useMeetings, type Meeting } from './use-all.js';
import { useLeads } from './use-leads.js';
import { useWrittenActor } from './use-own.js';
import { COMMITMENT_TONES, GROUPINGS } from './words.js';

const MeetingDialog = lazy(async () => ({
  default: (await import('./editing/meeting-dialog.js')).MeetingDialog,
}));

const BeginReport = lazy(async () => ({
  default: (await import('./begin-report.js')).BeginReport,
}));

/** The form of a member’s sheet for a meeting. */
const SHEET = 'f7-network-meeting';

/** What was undertaken at a meeting, and how it stands when one meets again. */
export default function MeetingsScreen(): ReactNode {
  const t = useT('console-agenda');
  const tc = useT('console');
  const format = useFormat();
  const [chosen, choose] = useParam('meeting');
  const meetings = useMeetings();
  const to = useT('console-offices');
  const written = useWrittenActor();
  const leads = useLeads();
  const actors = useActors();
  const leadsAny = (actors.data ?? []).some(
    ({ code, kind }) => GROUPINGS.includes(kind) && leads(code),
  );
  const [edit, editing] = useOpened<Meeting>(
    (meeting, onClose) => (
      <MeetingDialog meeting={meeting} leads={leads} onClose={onClose} onDone={choose} />
    ),
    ({ code }) => meetings.data?.find((one) => one.code === code),
  );
  const [write, writing] = useOpened<Meeting>(
    (meeting, onClose) =>
      meeting &&
      written !== null && (
        <NewCommitment actor={written} meeting={meeting.code} onClose={onClose} />
      ),
  );
  /** From the end of the meeting before, where there was one, to the day of this one. */
  const [begin, beginning] = useOpened<{ readonly from: string; readonly until: string }>(
    (days, onClose) =>
      days &&
      written !== null && (
        <BeginReport actor={written} given={{ form: SHEET, ...days }} onClose={onClose} />
      ),
  );
  return (
    <Page
      title={tc('menu.meetings')}
      actions={
        leadsAny ? (
          <Button look="primary" onPress={() => edit(null)}>
            {to('meeting.new')}
          </Button>
        ) : null
      }
    >
      <p>{t('meetings.about')}</p>
      <Answered query={meetings}>
        {(all) => {
          const meeting = all.find(({ code }) => code === chosen) ?? all[0];
          if (!meeting) return <Empty title={t('meetings.none')} />;
          const mates = all.filter(({ grouping }) => grouping.code === meeting.grouping.code);
          const before = mates.find(({ from }) => from < meeting.from);
          const next = all.findLast(
            (one) => one.grouping.code === meeting.grouping.code && one.from > meeting.from,
          );
          return (
            <Stack>
              <div className={kit.filters}>
                <Choice
                  label={t('column.meeting')}
                  value={meeting.code}
                  options={all.map((one) => [
                    one.code,
                    t('meetings.one', {
                      grouping: one.grouping.name,
                      place: one.place,
                      day: format.shortDay(one.from),
                    }),
                  ])}
                  onChange={choose}
                />
              </div>
              <About meeting={meeting} next={next ?? null} />
              <Row>
                {written === null ? null : (
                  <>
                    <Button onPress={() => write(meeting)}>{t('edit.newCommitment')}</Button>
                    <Button
                      onPress={() => begin({ from: before?.until ?? '', until: meeting.from })}
                    >
                      {to('meeting.sheet')}
                    </Button>
                  </>
                )}
                {leads(meeting.grouping.code) ? (
                  <Button onPress={() => edit(meeting)}>{to('meeting.edit')}</Button>
                ) : null}
              </Row>
              <Commitments meeting={meeting} />
            </Stack>
          );
        }}
      </Answered>
      {editing}
      {writing}
      {beginning}
    </Page>
  );
}

function About({
  meeting,
  next,
}: {
  readonly meeting: Meeting;
  /** The one after it of those who met. */
  readonly next: Meeting | null;
}): ReactNode {
  const t = useT('console-agenda');
  const format = useFormat();
  const names = (actors: Meeting['hosts']): ReactNode =>
    actors.length === 0 ? null : format.list(actors.map(({ name }) => name));
  return (
    <Card>
      <Facts>
        <Fact term={t('meetings.days')}>
          {t('days', {
            from: format.shortDay(meeting.from),
            until: format.shortDay(meeting.until),
          })}
        </Fact>
        <Fact term={t('meetings.place')}>
          <bdi>{meeting.place}</bdi>
        </Fact>
        <Fact term={t('meetings.theme')}>{meeting.theme ? <bdi>{meeting.theme}</bdi> : null}</Fact>
        <Fact term={t('meetings.hosts')}>{names(meeting.hosts)}</Fact>
        <Fact term={t('meetings.participants')}>{names(meeting.participants)}</Fact>
        <Fact term={t('meetings.documents')}>
          {meeting.documents.length === 0
            ? null
            : meeting.documents.map(({ title, symbol, url }) => (
                <div key={title}>
                  {url ? (
                    <a href={url} rel="noreferrer">
                      <bdi>{title}</bdi>
                    </a>
                  ) : (
                    <bdi>{title}</bdi>
                  )}{' '}
                  {symbol ? <bdi>{symbol}</bdi> : null}
                </div>
              ))}
        </Fact>
        <Fact term={t('column.source')}>
          <bdi>{meeting.source}</bdi>
        </Fact>
        <Fact term={t('meetings.next')}>
          {next
            ? t('meetings.one', {
                grouping: next.grouping.name,
                place: next.place,
                day: format.shortDay(next.from),
              })
            : null}
        </Fact>
      </Facts>
    </Card>
  );
}

function Commitments({ meeting: { code } }: { readonly meeting: Meeting }): ReactNode {
  const t = useT('console-agenda');
  const format = useFormat();
  const own = useAsk(OwnActor, {}).data?.ownWpsActor ?? null;
  const query = useAsk(
    CommitmentsOfMeeting,
    { meeting: code, ...usePage(50) },
    { keepPrevious: true },
  );
  const [open, opened] = useOpened<string>(
    (id, onClose) => id && <CommitmentDialog id={id} onClose={onClose} />,
  );
  return (
    <Answered query={query}>
      {({ commitments: { edges, totalCount, pageInfo } }) =>
        totalCount === 0 ? (
          <Empty title={t('meetings.noCommitments')}>
            <p>{t('meetings.noCommitmentsAbout')}</p>
          </Empty>
        ) : (
          <>
            <Table
              caption={t('meetings.counted', { count: totalCount })}
              rows={edges.map(({ node }) => node)}
              keyOf={({ id }) => id}
              columns={[
                {
                  id: 'what',
                  words: t('column.commitment'),
                  names: true,
                  cell: ({ text }) => <bdi>{text}</bdi>,
                },
                {
                  id: 'by',
                  words: t('meetings.by'),
                  cell: ({ actor }) => <bdi>{actor.name}</bdi>,
                },
                {
                  id: 'due',
                  words: t('column.due'),
                  short: true,
                  cell: ({ due }) => (due ? format.shortDay(due) : t('owing.noDay')),
                },
                {
                  id: 'state',
                  words: t('column.state'),
                  cell: ({ state }) => (
                    <Badge tone={COMMITMENT_TONES[state]}>{t(`commitmentState.${state}`)}</Badge>
                  ),
                },
                {
                  id: 'evidence',
                  words: t('column.evidence'),
                  cell: ({ state, reason, evidence }) => {
                    const words = state === 'DROPPED' ? reason : evidence;
                    return words ? <bdi>{words}</bdi> : null;
                  },
                },
                {
                  id: 'steps',
                  words: t('owing.steps'),
                  cell: (one) =>
                    one.actor.code === own?.code ? (
                      <Button
                        small
                        aria-label={t('owing.COMMITMENT.actionOf', { what: one.text })}
                        onPress={() => open(one.id)}
                      >
                        {t('owing.COMMITMENT.action')}
                      </Button>
                    ) : null,
                },
              ]}
            />
            <Pager page={pageInfo} />
            {opened}
          </>
        )
      }
    </Answered>
  );
}
