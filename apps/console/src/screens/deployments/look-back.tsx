import { useState, type ReactNode } from 'react';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type { FeedbackQuality, LookingBackQuery } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Notice, Refusal } from '../../ui/feedback.js';
import { Choice, Line, Radios } from '../../ui/fields.js';
import { Card, Fact, Facts, Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
import {
  GiveDeploymentFeedback,
  LookingBack,
  ReplyToDeploymentFeedback,
} from './deployments.graphql.js';
import { Review } from './review.js';

type Feedback = Extract<
  LookingBackQuery['deploymentFeedback'],
  { readonly __typename: 'DeploymentFeedback' }
>;
type Given = Feedback['given'][number];

/** What an organizer rates of a mediator. */
const QUALITIES: readonly FeedbackQuality[] = [
  'PREPAREDNESS',
  'IMPARTIALITY',
  'INCLUSIVITY',
  'PROCESS_KNOWLEDGE',
  'LANGUAGE',
  'TEAMWORK',
];
const RATINGS = ['1', '2', '3', '4'] as const;
type Rating = (typeof RATINGS)[number];

/** How it was: what both sides say of each other, blind until both have spoken, and the review. */
export function LookBack({ id }: { readonly id: string }): ReactNode {
  const query = useAsk(LookingBack, { id });
  return (
    <Answered query={query} lines={4}>
      {({ deploymentFeedback, afterActionReview }) => (
        <>
          {isRefused(deploymentFeedback) ? (
            <Refusal refused={refusalOf(deploymentFeedback)} />
          ) : (
            <FeedbackCard id={id} feedback={deploymentFeedback} />
          )}
          {isRefused(afterActionReview) ? (
            <Refusal refused={refusalOf(afterActionReview)} />
          ) : (
            <Review id={id} review={afterActionReview} />
          )}
        </>
      )}
    </Answered>
  );
}

function FeedbackCard({
  id,
  feedback: { given, releasedAt, closesAt },
}: {
  readonly id: string;
  readonly feedback: Feedback;
}): ReactNode {
  const t = useT('console-deployments');
  const format = useFormat();
  const own = given.find(({ side }) => side === 'ORGANIZER');
  const hers = given.find(({ side }) => side === 'MEDIATOR');
  return (
    <Card title={t('feedback.title')}>
      <Stack>
        {releasedAt ? (
          <>
            <p>{t('feedback.released', { moment: format.moment(releasedAt) })}</p>
            <h3>{t('feedback.hers')}</h3>
            {hers ? <Said given={hers} /> : <p>{t('feedback.silent')}</p>}
            {hers ? <Reply id={id} given={hers} /> : null}
            <h3>{t('feedback.yours')}</h3>
            {own ? <Said given={own} /> : <p>{t('feedback.youSilent')}</p>}
          </>
        ) : (
          <>
            <Notice title={t('feedback.blind')}>
              <p>{t('feedback.blindAbout', { moment: format.moment(closesAt) })}</p>
            </Notice>
            {own ? <p>{t('feedback.given', { moment: format.moment(own.givenAt) })}</p> : null}
            <Form id={id} own={own} />
          </>
        )}
      </Stack>
    </Card>
  );
}

function Said({ given }: { readonly given: Given }): ReactNode {
  const t = useT('console-deployments');
  return (
    <Facts>
      {given.ratings.map(({ quality, rating }) => (
        <Fact key={quality} term={t(`quality.${quality}`)}>
          {t(`rating.${String(rating) as Rating}`)}
        </Fact>
      ))}
      <Fact term={given.side === 'MEDIATOR' ? t('feedback.againHers') : t('feedback.again')}>
        {given.again ? t('yes') : t('no')}
      </Fact>
      <Fact term={t('words')}>{given.text ? <bdi>{given.text}</bdi> : null}</Fact>
      <Fact term={t('feedback.reply')}>{given.reply ? <bdi>{given.reply}</bdi> : null}</Fact>
    </Facts>
  );
}

function Form({ id, own }: { readonly id: string; readonly own: Given | undefined }): ReactNode {
  const t = useT('console-deployments');
  const tell = useTell();
  const give = useChange(GiveDeploymentFeedback);
  const [ratings, setRatings] = useState<Readonly<Partial<Record<FeedbackQuality, Rating | ''>>>>(
    Object.fromEntries(
      (own?.ratings ?? []).map(({ quality, rating }) => [quality, String(rating) as Rating]),
    ),
  );
  const [again, setAgain] = useState<'yes' | 'no' | ''>(own ? (own.again ? 'yes' : 'no') : '');
  const [text, setText] = useState(own?.text ?? '');
  const refused = refusalOf(give.data?.giveDeploymentFeedback);
  const save = async (): Promise<void> => {
    if (again === '') return;
    const { giveDeploymentFeedback } = await give.mutateAsync({
      input: {
        deploymentId: id,
        revision: own?.revision ?? null,
        again: again === 'yes',
        text: text.trim() === '' ? null : text.trim(),
        ratings: QUALITIES.flatMap((quality) =>
          ratings[quality] ? [{ quality, rating: Number(ratings[quality]) }] : [],
        ),
      },
    });
    if (!isRefused(giveDeploymentFeedback)) tell(t('feedback.saved'));
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack>
        <Refusal refused={refused} />
        {QUALITIES.map((quality) => (
          <Choice
            key={quality}
            label={t(`quality.${quality}`)}
            none={t('feedback.notObserved')}
            value={ratings[quality] ?? ''}
            options={RATINGS.map((one) => [one, t(`rating.${one}`)])}
            onChange={(rating) => setRatings({ ...ratings, [quality]: rating })}
          />
        ))}
        <Radios
          label={t('feedback.again')}
          value={again}
          options={[
            ['yes', t('yes')],
            ['no', t('no')],
          ]}
          onChange={setAgain}
          required
        />
        <Line
          label={t('feedback.text')}
          hint={t('feedback.textHint')}
          value={text}
          onChange={setText}
          problem={problemAt(refused, 'text')}
          long
          maxLength={4000}
        />
        <Row>
          <Button type="submit" look="primary" isDisabled={again === ''} isPending={give.isPending}>
            {t('feedback.save')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

/** One reply, to what she said. */
function Reply({ id, given }: { readonly id: string; readonly given: Given }): ReactNode {
  const t = useT('console-deployments');
  const tell = useTell();
  const reply = useChange(ReplyToDeploymentFeedback);
  const [text, setText] = useState('');
  const refused = refusalOf(reply.data?.replyToDeploymentFeedback);
  if (given.reply) return null;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void reply
          .mutateAsync({ deploymentId: id, text: text.trim() })
          .then(({ replyToDeploymentFeedback }) => {
            if (!isRefused(replyToDeploymentFeedback)) tell(t('feedback.replied'));
          });
      }}
    >
      <Stack>
        <Refusal refused={refused} />
        <Line
          label={t('feedback.replyLabel')}
          hint={t('feedback.replyHint')}
          value={text}
          onChange={setText}
          problem={problemAt(refused, 'text')}
          long
          maxLength={4000}
        />
        <Row>
          <Button type="submit" isDisabled={text.trim() === ''} isPending={reply.isPending}>
            {t('feedback.replyAction')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
