import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { TermsFacts, Words } from '../../frame/terms.js';
import type { DeskIntroductionByIdQuery } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Clock } from '../../ui/clock.js';
import { Badge, Notice } from '../../ui/feedback.js';
import { Card, Fact, Facts, Gone, Page, RecordScreen, Row, Stack } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import css from './desk.module.css';
import { dueOf } from './board.js';
import { Forward, Refuse, Return, Review } from './introduction-steps.js';
import { DeskIntroductionById } from './introductions.graphql.js';
import { INTRODUCTION_TONES, isIntroductionStep } from './lists.js';
import { Relay } from './relay.js';
import { RecordAnswer } from './spoken-answer.js';

export type Introduction = DeskIntroductionByIdQuery['deskIntroduction'];

type Step = 'forward' | 'return' | 'refuse' | 'record' | 'review';

/** One introduction as the desk works on it. */
export default function IntroductionScreen(): ReactNode {
  const { id } = useParams<{ id: string }>();
  const query = useAsk(DeskIntroductionById, { id }, { every: 60_000 });
  return (
    <RecordScreen query={query} gone={<Gone />}>
      {({ deskIntroduction }) => <Whole introduction={deskIntroduction} />}
    </RecordScreen>
  );
}

function Whole({ introduction }: { readonly introduction: Introduction }): ReactNode {
  const t = useT('console-desk');
  const format = useFormat();
  const [step, setStep] = useState<Step | null>(null);
  const close = (): void => setStep(null);
  const { state, urgency, endedAt, pausedAt, findings, messages } = introduction;
  const at = endedAt === null ? dueOf(introduction) : null;
  return (
    <Page
      title={introduction.mediatorName ?? t('noName')}
      crumbs={[[t('board.title'), '/desk']]}
      actions={
        <>
          <Badge tone={INTRODUCTION_TONES[state]}>{t(`state.${state}`)}</Badge>
          <Badge tone={urgency === 'ROUTINE' ? 'neutral' : 'warm'}>{t(`urgency.${urgency}`)}</Badge>
        </>
      }
    >
      <Stack>
        <Card title={t('next.title')}>
          {at ? (
            <p>
              <Clock at={at} stopped={pausedAt !== null} />
            </p>
          ) : null}
          <p>{t(`next.${state}`)}</p>
          {state === 'REQUESTED' ? (
            <p>{t('next.ends', { at: format.moment(introduction.deskEndsAt) })}</p>
          ) : null}
          <Actions introduction={introduction} onChoose={setStep} />
        </Card>
        {step === 'forward' ? <Forward introduction={introduction} onClose={close} /> : null}
        {step === 'return' ? <Return introduction={introduction} onClose={close} /> : null}
        {step === 'refuse' ? <Refuse introduction={introduction} onClose={close} /> : null}
        {step === 'record' ? <RecordAnswer introduction={introduction} onClose={close} /> : null}
        {step === 'review' ? <Review introduction={introduction} onClose={close} /> : null}
        {endedAt === null ? <Findings findings={findings} /> : null}
        <Asks introduction={introduction} />
        <Card title={t('terms.title', { revision: introduction.termsRevision })}>
          {introduction.acceptedTermsRevision !== null &&
          introduction.acceptedTermsRevision !== introduction.termsRevision ? (
            <Notice tone="warm">
              <p>{t('terms.other', { revision: introduction.acceptedTermsRevision })}</p>
            </Notice>
          ) : null}
          <TermsFacts terms={introduction.terms} />
        </Card>
        <Said introduction={introduction} />
        {introduction.connectedAt !== null || messages.length > 0 ? (
          <Relay introduction={introduction} />
        ) : null}
        <History introduction={introduction} />
      </Stack>
    </Page>
  );
}

function Actions({
  introduction: { state, declaration, declarationOutcome },
  onChoose,
}: {
  readonly introduction: Introduction;
  readonly onChoose: (step: Step) => void;
}): ReactNode {
  const t = useT('console-desk');
  const reviews = state === 'ACCEPTED' && declaration?.length && declarationOutcome === null;
  const answers = state === 'FORWARDED' || state === 'ACCEPTED' || state === 'CONFIRMED';
  return (
    <Row>
      {state === 'REQUESTED' ? (
        <>
          <Button look="primary" onPress={() => onChoose('forward')}>
            {t('forward.button')}
          </Button>
          <Button onPress={() => onChoose('return')}>{t('return.button')}</Button>
        </>
      ) : null}
      {reviews ? (
        <Button look="primary" onPress={() => onChoose('review')}>
          {t('review.button')}
        </Button>
      ) : null}
      {answers ? (
        <Button
          look={state === 'FORWARDED' ? 'primary' : 'plain'}
          onPress={() => onChoose('record')}
        >
          {t('record.button')}
        </Button>
      ) : null}
      {state === 'REQUESTED' || state === 'FORWARDED' ? (
        <Button look="danger" onPress={() => onChoose('refuse')}>
          {t('refuse.button')}
        </Button>
      ) : null}
    </Row>
  );
}

/** What the directory knows that speaks against it: for the desk alone. */
function Findings({ findings }: { readonly findings: Introduction['findings'] }): ReactNode {
  const t = useT('console-desk');
  return (
    <section className={css.alone} aria-labelledby="findings">
      <h2 id="findings">{t('findings.title')}</h2>
      <p>{t('findings.about')}</p>
      {findings.length === 0 ? (
        <p>{t('findings.none')}</p>
      ) : (
        <ul>
          {findings.map((finding) => (
            <li key={finding}>{t(`finding.${finding}`)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Asks({ introduction }: { readonly introduction: Introduction }): ReactNode {
  const t = useT('console-desk');
  const format = useFormat();
  const { organizationName, needTitle, processName, outOfOrder, channel, profileId, state } =
    introduction;
  return (
    <Card title={t('asks.title')}>
      <Facts>
        <Fact term={t('field.organization')}>
          <bdi>{organizationName}</bdi>
        </Fact>
        <Fact term={t('field.need')}>
          <bdi>{needTitle}</bdi>
        </Fact>
        <Fact term={t('field.process')}>{processName ? <bdi>{processName}</bdi> : null}</Fact>
        <Fact term={t('field.confidentiality')}>
          {t(`confidentiality.${introduction.confidentiality}`)}
        </Fact>
        <Fact term={t('field.insiderTies')}>{t(`insiderTies.${introduction.insiderTies}`)}</Fact>
        <Fact term={t('field.outOfOrder')}>{outOfOrder ? <Words text={outOfOrder} /> : null}</Fact>
        <Fact term={t('field.channel')}>{t(`channel.${channel}`)}</Fact>
        <Fact term={t('field.requested')}>{format.moment(introduction.requestedAt)}</Fact>
        <Fact term={t('field.profile')}>
          <Row>
            <Link to={`/profiles/${profileId}`}>{t('asks.profile')}</Link>
            {state === 'ENGAGED' ? (
              <Link to={`/desk/deployments?profile=${encodeURIComponent(profileId)}`}>
                {t('asks.deployments')}
              </Link>
            ) : null}
          </Row>
        </Fact>
      </Facts>
    </Card>
  );
}

/** What she and the others have said so far. */
function Said({ introduction }: { readonly introduction: Introduction }): ReactNode {
  const t = useT('console-desk');
  const format = useFormat();
  const { declaration, declarationOutcome, question, answer, spoken, declineReasons } =
    introduction;
  const { deskWords, refusal, withdrawal, notEngaged, channels, declineWords } = introduction;
  const isNothing =
    declaration === null &&
    [question, deskWords, refusal, withdrawal, notEngaged].every((one) => one === null) &&
    spoken.length + declineReasons.length === 0;
  if (isNothing) return null;
  return (
    <Card title={t('said.title')}>
      <Facts>
        <Fact term={t('said.declaration')}>
          {declaration === null ? null : declaration.length === 0 ? (
            t('said.noTies')
          ) : (
            <ul>
              {declaration.map(({ interest, text }) => (
                <li key={interest}>
                  {t(`interest.${interest}`)}: <bdi>{text}</bdi>
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact term={t('said.outcome')}>
          {declarationOutcome ? t(`declarationOutcome.${declarationOutcome}`) : null}
        </Fact>
        <Fact term={t('said.question')}>{question ? <Words text={question} /> : null}</Fact>
        <Fact term={t('said.answer')}>{answer ? <Words text={answer} /> : null}</Fact>
        <Fact term={t('said.declined')}>
          {declineReasons.length > 0
            ? format.list(declineReasons.map((reason) => t(`declineReason.${reason}`)))
            : null}
        </Fact>
        <Fact term={t('said.declineWords')}>
          {declineWords ? <Words text={declineWords} /> : null}
        </Fact>
        <Fact term={t('said.shared')}>{introduction.shared ? t('said.sharedYes') : null}</Fact>
        <Fact term={t('said.refusal')}>{refusal ? t(`refusal.${refusal}`) : null}</Fact>
        <Fact term={t('said.deskWords')}>{deskWords ? <Words text={deskWords} /> : null}</Fact>
        <Fact term={t('said.withdrawal')}>{withdrawal ? t(`withdrawal.${withdrawal}`) : null}</Fact>
        <Fact term={t('said.notEngaged')}>{notEngaged ? t(`notEngaged.${notEngaged}`) : null}</Fact>
        <Fact term={t('said.channels')}>
          {channels.length > 0
            ? format.list(channels.map((one) => t(`releasedChannel.${one}`)))
            : null}
        </Fact>
      </Facts>
      {spoken.length > 0 ? (
        <Table
          caption={t('spoken.counted', { count: spoken.length })}
          rows={spoken}
          keyOf={({ at }) => at}
          columns={[
            {
              id: 'step',
              words: t('spoken.step'),
              names: true,
              cell: ({ step }) => (isIntroductionStep(step) ? t(`step.${step}`) : step),
            },
            {
              id: 'channel',
              words: t('spoken.channel'),
              cell: (one) => t(`spokenBy.${one.channel}`),
            },
            { id: 'proof', words: t('spoken.proof'), cell: ({ proof }) => <bdi>{proof}</bdi> },
            { id: 'at', words: t('spoken.at'), cell: ({ at }) => format.moment(at) },
          ]}
        />
      ) : null}
    </Card>
  );
}

function History({ introduction: { steps } }: { readonly introduction: Introduction }): ReactNode {
  const t = useT('console-desk');
  const format = useFormat();
  return (
    <section>
      <h2>{t('history.title')}</h2>
      <Table
        caption={t('history.counted', { count: steps.length })}
        rows={steps}
        keyOf={({ at, step }) => `${at} ${step}`}
        columns={[
          {
            id: 'step',
            words: t('history.step'),
            names: true,
            cell: ({ step }) => (isIntroductionStep(step) ? t(`step.${step}`) : step),
          },
          { id: 'to', words: t('history.to'), cell: ({ toState }) => t(`state.${toState}`) },
          { id: 'at', words: t('history.at'), cell: ({ at }) => format.moment(at) },
          { id: 'ago', words: t('history.ago'), cell: ({ at }) => format.relative(at) },
        ]}
      />
    </section>
  );
}
