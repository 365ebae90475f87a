import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { isRefused, refusalOf, type Refused } from '../../graph/refusal.js';
import type { IntroductionNeedQuery, WholeIntroductionFragment } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Clock } from '../../ui/clock.js';
import { Answered, Badge, Notice, Refusal } from '../../ui/feedback.js';
import { Line } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Card, Fact, Facts, Gone, Page, RecordScreen, Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
import { TermsFacts } from '../../vocabulary/terms.js';
import { Contact } from './contact.js';
import { CloseDialog, PlanDialog, WithdrawDialog } from './end-dialogs.js';
import {
  AnswerQuestion,
  ConfirmIntroduction,
  IntroductionById,
  IntroductionNeed,
  ResendIntroduction,
} from './introductions.graphql.js';
import { Relay } from './relay.js';

/** How an introduction stands, what it waits for, and what can be done now. */
export default function IntroductionScreen(): ReactNode {
  const t = useT('console-introductions');
  const { id } = useParams<{ id: string }>();
  const query = useAsk(IntroductionById, { id }, { every: 60_000 });
  return (
    <RecordScreen query={query} gone={<Gone title={t('gone')} />}>
      {({ node }) =>
        node?.__typename === 'Introduction' ? (
          <Introduction introduction={node} reload={() => void query.refetch()} />
        ) : null
      }
    </RecordScreen>
  );
}

/** The way that leads to a connection; questions and returns are stops on its first part. */
const WAY = ['WITH_NETWORK', 'ACCEPTED', 'CONFIRMED', 'CONNECTED'] as const;

function Introduction({
  introduction,
  reload,
}: {
  readonly introduction: WholeIntroductionFragment;
  readonly reload: () => void;
}): ReactNode {
  const t = useT('console-introductions');
  const tc = useT('console');
  const format = useFormat();
  const about = useAsk(IntroductionNeed, { needId: introduction.needId });
  const [dialog, setDialog] = useState<'withdraw' | 'close' | 'plan' | null>(null);
  const { id, status, word, mediator, revision, channels } = introduction;
  const need = about.data?.node?.__typename === 'Need' ? about.data.node : null;
  const name = mediator?.name ?? t('noLongerListed');
  const isOpen = status !== 'ENDED';
  return (
    <Page
      title={name}
      crumbs={[[tc('menu.introductions'), '/introductions']]}
      actions={
        status === 'CONNECTED' ? (
          <>
            <Button look="primary" onPress={() => setDialog('plan')}>
              {t('plan.action')}
            </Button>
            <Button look="danger" onPress={() => setDialog('close')}>
              {t('close.action')}
            </Button>
          </>
        ) : word === 'ENGAGED' ? (
          <LinkButton to={`/deployments?need=${encodeURIComponent(introduction.needId)}`}>
            {tc('menu.deployments')}
          </LinkButton>
        ) : isOpen ? (
          <Button look="danger" onPress={() => setDialog('withdraw')}>
            {t('withdraw.action')}
          </Button>
        ) : null
      }
    >
      <Stack>
        <Card title={t('stands')}>
          <Way status={status} />
          <p role="status">
            <Badge tone={isOpen ? 'accent' : 'neutral'}>
              {word ? t(`word.${word}`) : t(`status.${status}`)}
            </Badge>{' '}
            {word ? t(`wordAbout.${word}`) : t(`statusAbout.${status}`)}
          </p>
          {introduction.dueAt ? (
            <p>
              <Clock at={introduction.dueAt} />
            </p>
          ) : null}
          <Facts>
            <Fact term={t('list.need')}>
              {need ? (
                <Link to={`/needs/${need.id}`}>
                  <bdi>{need.title}</bdi>
                </Link>
              ) : null}
            </Fact>
            <Fact term={t('mediator')}>
              {mediator ? (
                <Link to={`/mediators/${mediator.id}`}>
                  <bdi>{mediator.name}</bdi>
                </Link>
              ) : null}
            </Fact>
            <Fact term={t('requestedAt')}>{format.moment(introduction.requestedAt)}</Fact>
            <Fact term={t('urgency')}>{t(`urgency.${introduction.urgency}`)}</Fact>
            <Fact term={t('endedAt')}>
              {introduction.endedAt ? format.moment(introduction.endedAt) : null}
            </Fact>
          </Facts>
        </Card>
        <Next introduction={introduction} reload={reload} />
        {channels.length > 0 ? <Contact key={status} id={id} channels={channels} /> : null}
        {channels.includes('RELAY') || introduction.messages.length > 0 ? (
          <Relay introduction={introduction} reload={reload} />
        ) : null}
        <Answered query={about} lines={3}>
          {({ termsOfReference }) => (
            <AskedBy needId={introduction.needId} terms={termsOfReference} />
          )}
        </Answered>
      </Stack>
      {dialog === 'withdraw' ? (
        <WithdrawDialog id={id} revision={revision} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'close' ? (
        <CloseDialog id={id} revision={revision} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'plan' ? (
        <PlanDialog id={id} name={name} onClose={() => setDialog(null)} />
      ) : null}
    </Page>
  );
}

/** The steps of the way. What the network and she do between them, and when, is not told. */
function Way({ status }: { readonly status: WholeIntroductionFragment['status'] }): ReactNode {
  const t = useT('console-introductions');
  if (status === 'ENDED') return null;
  const at = status === 'RETURNED' || status === 'QUESTION' ? 'WITH_NETWORK' : status;
  const now = WAY.indexOf(at);
  return (
    <ol className={kit.steps} aria-label={t('way')}>
      {WAY.map((step, i) => (
        <li
          key={step}
          {...(i < now ? { 'data-done': '' } : {})}
          {...(i === now ? { 'aria-current': 'step' as const } : {})}
        >
          {t(`status.${step}`)}
        </li>
      ))}
    </ol>
  );
}

/** What the organizer does next, where it is the organizer's turn. */
function Next({
  introduction: { id, revision, status, needId, deskWords, question, answer, canConfirm },
  reload,
}: {
  readonly introduction: WholeIntroductionFragment;
  readonly reload: () => void;
}): ReactNode {
  const t = useT('console-introductions');
  const tell = useTell();
  const resend = useChange(ResendIntroduction);
  const confirm = useChange(ConfirmIntroduction);
  const reply = useChange(AnswerQuestion);
  const [words, setWords] = useState('');
  const [refused, setRefused] = useState<Refused | null>(null);
  const settle = (result: { readonly __typename?: string }, done: string): boolean => {
    setRefused(refusalOf(result));
    if (isRefused(result as Refused)) return false;
    tell(done);
    document.querySelector<HTMLElement>('h1')?.focus();
    return true;
  };
  const isSilent =
    !deskWords &&
    !question &&
    status !== 'RETURNED' &&
    status !== 'QUESTION' &&
    status !== 'ACCEPTED';
  if (isSilent && !refused) return null;
  return (
    <Card title={status === 'ENDED' ? t('said') : t('next')}>
      <Stack>
        <Refusal refused={refused} onReload={reload} />
        {deskWords ? (
          <Notice tone="warm" title={t('deskWords')}>
            <p>
              <bdi>{deskWords}</bdi>
            </p>
          </Notice>
        ) : null}
        {question ? (
          <p>
            {t('question')} <bdi>{question}</bdi>
          </p>
        ) : null}
        {answer ? (
          <p>
            {t('answer.given')} <bdi>{answer}</bdi>
          </p>
        ) : null}
        {status === 'RETURNED' ? (
          <Row>
            <LinkButton to={`/needs/${needId}/terms`}>{t('terms.edit')}</LinkButton>
            <Button
              look="primary"
              isPending={resend.isPending}
              onPress={() =>
                void resend
                  .mutateAsync({ id, revision })
                  .then((result) => settle(result.resendIntroduction, t('resend.done')))
              }
            >
              {t('resend.action')}
            </Button>
          </Row>
        ) : null}
        {status === 'QUESTION' ? (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void reply.mutateAsync({ id, revision, words: words.trim() }).then((result) => {
                if (settle(result.answerQuestion, t('answer.done'))) setWords('');
              });
            }}
          >
            <Stack>
              <Line
                label={t('answer.label')}
                hint={t('answer.hint')}
                value={words}
                onChange={setWords}
                required
                long
                maxLength={2000}
              />
              <Row>
                <Button
                  type="submit"
                  look="primary"
                  isPending={reply.isPending}
                  isDisabled={words.trim() === ''}
                >
                  {t('answer.action')}
                </Button>
              </Row>
            </Stack>
          </form>
        ) : null}
        {status === 'ACCEPTED' ? (
          canConfirm ? (
            <>
              <p>{t('confirm.about')}</p>
              <Row>
                <Button
                  look="primary"
                  isPending={confirm.isPending}
                  onPress={() =>
                    void confirm
                      .mutateAsync({ id, revision })
                      .then((result) => settle(result.confirmIntroduction, t('confirm.done')))
                  }
                >
                  {t('confirm.action')}
                </Button>
              </Row>
            </>
          ) : (
            <p>{t('confirm.notYet')}</p>
          )
        ) : null}
      </Stack>
    </Card>
  );
}

function AskedBy({
  needId,
  terms,
}: {
  readonly needId: string;
  readonly terms: IntroductionNeedQuery['termsOfReference'];
}): ReactNode {
  const t = useT('console-introductions');
  if (!terms) return null;
  return (
    <Card title={t('terms.title', { revision: terms.revision })}>
      <p>{t('terms.about')}</p>
      <TermsFacts terms={terms.terms} />
      <LinkButton to={`/needs/${needId}/terms`}>{t('terms.edit')}</LinkButton>
    </Card>
  );
}
