import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import type { BreachChannel, WholeBreachQuery } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Clock } from '../../ui/clock.js';
import { giveFile } from '../../ui/download.js';
import { Answered } from '../../ui/feedback.js';
import { Moment, momentOf } from '../../ui/fields.js';
import { Card, Fact, Facts, Gone, Page, RecordScreen, Row, Stack } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { problemAt } from '../../graph/refusal.js';
import { useWho } from '../profiles/who.js';
import {
  NoteBreachReported,
  NotifyBreach,
  WholeBreach,
  WhomBreachTells,
} from './breaches.graphql.js';
import { BreachRecord } from './record.js';
import { whileTelling } from './while-telling.js';

export type Breach = Extract<
  NonNullable<WholeBreachQuery['node']>,
  { readonly __typename: 'Breach' }
>;

/** One breach: what happened, the clock of the authority, whom it concerns, and how each is told. */
export default function BreachScreen(): ReactNode {
  const te = useT('console-emergency');
  const tc = useT('console');
  const { id } = useParams<{ id: string }>();
  const query = useAsk(WholeBreach, { id }, { every: ({ node }) => whileTelling(node) });
  return (
    <RecordScreen query={query} gone={<Gone />}>
      {({ node }) =>
        node?.__typename === 'Breach' ? (
          <Page
            title={te(`breachCause.${node.cause}`)}
            crumbs={[[tc('menu.breaches'), '/breaches']]}
          >
            <Stack>
              <Register breach={node} />
              <Authority breach={node} />
              <Telling breach={node} />
              <BreachRecord id={node.id} />
            </Stack>
          </Page>
        ) : null
      }
    </RecordScreen>
  );
}

function Register({ breach }: { readonly breach: Breach }): ReactNode {
  const t = useT('console-breaches');
  const te = useT('console-emergency');
  const format = useFormat();
  const who = useWho();
  const { from, until, knownAt, account, facts, advice, openedAt, openedBy } = breach;
  return (
    <Card title={t('register')}>
      <Facts>
        <Fact term={te('toTell.what')}>
          <bdi>{breach.what}</bdi>
        </Fact>
        <Fact term={t('days')}>
          {te('toTell.days', { from: format.day(from), until: format.day(until) })}
        </Fact>
        <Fact term={t('known')}>{format.moment(knownAt)}</Fact>
        <Fact term={t('account')}>
          {account ? (
            <Link to={`/accounts/${account.id}`}>
              <bdi>{account.name}</bdi>
            </Link>
          ) : null}
        </Fact>
        <Fact term={t('networks')}>
          {breach.networks.length === 0
            ? null
            : format.list(breach.networks.map(({ name }) => name))}
        </Fact>
        <Fact term={t('concerns')}>
          {t('concerns.counted', { count: breach.women })}
          <ul>
            {facts.map(({ fact, women }) => (
              <li key={fact}>{t('concerns.fact', { fact: te(`breachFact.${fact}`), women })}</li>
            ))}
          </ul>
        </Fact>
        <Fact term={t('consequences')}>
          {breach.consequences === '' ? null : <bdi>{breach.consequences}</bdi>}
        </Fact>
        <Fact term={t('measures')}>
          {breach.measures === '' ? null : <bdi>{breach.measures}</bdi>}
        </Fact>
        <Fact term={t('advice')}>{format.list(advice.map((one) => t(`advice.${one}`)))}</Fact>
        <Fact term={t('entered')}>
          {te('hidings.byWhom', { when: format.moment(openedAt), who: who(openedBy) })}
        </Fact>
      </Facts>
    </Card>
  );
}

/** Until when an authority is told, what it asks for, and that it was told. */
function Authority({
  breach: { id, reportDueAt, reportedAt, registerEntry, openedAt },
}: {
  readonly breach: Breach;
}): ReactNode {
  const t = useT('console-breaches');
  const te = useT('console-emergency');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState('');
  const change = useChange(NoteBreachReported);
  return (
    <Card title={t('authority')}>
      <Stack>
        {reportedAt === null ? (
          <>
            <p>
              <Clock at={reportDueAt} label={t('authority.due')} />
            </p>
            <p>{t('authority.about')}</p>
          </>
        ) : (
          <p>{te('toTell.told', { when: format.moment(reportedAt) })}</p>
        )}
        <Row>
          <Button
            onPress={() =>
              giveFile(`breach-${openedAt.slice(0, 10)}.md`, 'text/markdown', registerEntry)
            }
          >
            {t('entry')}
          </Button>
          {reportedAt === null ? (
            <Button onPress={() => setOpen(true)}>{t('report')}</Button>
          ) : null}
        </Row>
        <p>{t('entry.about')}</p>
      </Stack>
      {isOpen ? (
        <StepDialog
          title={t('report')}
          action={t('report')}
          change={change}
          variables={() => ({ id, at: momentOf(at) })}
          done={te('toTell.done')}
          onClose={() => setOpen(false)}
        >
          {(refused) => (
            <Moment
              label={t('report.at')}
              hint={t('report.hint')}
              value={at}
              onChange={setAt}
              problem={problemAt(refused, 'at')}
            />
          )}
        </StepDialog>
      ) : null}
    </Card>
  );
}

function Telling({ breach }: { readonly breach: Breach }): ReactNode {
  const t = useT('console-breaches');
  const te = useT('console-emergency');
  const format = useFormat();
  const who = useWho();
  const { toldAt, toldBy, channels, waiting, toTell, read } = breach;
  return (
    <Card title={t('telling')}>
      {toldAt === null ? (
        <BeforeTelling id={breach.id} />
      ) : (
        <Facts>
          <Fact term={t('women.told')}>
            {te('hidings.byWhom', { when: format.moment(toldAt), who: who(toldBy ?? '') })}
          </Fact>
          <Fact term={t('ways')}>
            <Ways channels={channels} />
          </Fact>
          {waiting === 0 ? null : <Fact term={t('waiting')}>{format.number(waiting)}</Fact>}
          <Fact term={t('toTell')}>{format.number(toTell)}</Fact>
          <Fact term={t('read')}>{format.number(read)}</Fact>
        </Facts>
      )}
    </Card>
  );
}

/** Whom it would tell now, by which way, and the button that does. */
function BeforeTelling({ id }: { readonly id: string }): ReactNode {
  const t = useT('console-breaches');
  const [isOpen, setOpen] = useState(false);
  const query = useAsk(WhomBreachTells, { id });
  const change = useChange(NotifyBreach);
  return (
    <Answered query={query} lines={3}>
      {({ node }) =>
        node?.__typename === 'Breach' ? (
          <Stack>
            <p>{t('telling.about')}</p>
            <Ways channels={node.preview.channels} />
            {node.preview.inPerson.length === 0 ? null : (
              <>
                <p>{t('inPerson')}</p>
                <ul>
                  {node.preview.inPerson.map(({ network, women }) => (
                    <li key={network?.slug ?? ''}>
                      {t('inPerson.counted', {
                        network: network?.name ?? t('inPerson.nobody'),
                        count: women,
                      })}
                    </li>
                  ))}
                </ul>
              </>
            )}
            <Row>
              <Button look="primary" onPress={() => setOpen(true)}>
                {t('notify')}
              </Button>
            </Row>
            {isOpen ? (
              <StepDialog
                title={t('notify')}
                action={t('notify')}
                look="danger"
                change={change}
                variables={() => ({ id })}
                done={t('notify.done')}
                onClose={() => setOpen(false)}
              >
                <p>{t('concerns.counted', { count: node.preview.women })}</p>
                <Ways channels={node.preview.channels} />
                <p>{t('notify.about')}</p>
              </StepDialog>
            ) : null}
          </Stack>
        ) : null
      }
    </Answered>
  );
}

function Ways({
  channels,
}: {
  readonly channels: readonly { readonly channel: BreachChannel; readonly women: number }[];
}): ReactNode {
  const t = useT('console-breaches');
  return (
    <ul>
      {channels.map(({ channel, women }) => (
        <li key={channel}>{t('way.counted', { way: t(`way.${channel}`), count: women })}</li>
      ))}
    </ul>
  );
}
