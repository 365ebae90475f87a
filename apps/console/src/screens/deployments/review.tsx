import { useState, type ReactNode } from 'react';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type { LookingBackQuery, Locale as GraphLocale } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useLocale } from '../../i18n/locale.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Refusal } from '../../ui/feedback.js';
import { Line } from '../../ui/fields.js';
import { Card, Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
import { AnswerAfterAction } from './deployments.graphql.js';

const QUESTIONS = ['meant', 'happened', 'why', 'keep', 'change'] as const;
type Question = (typeof QUESTIONS)[number];

/** The five questions of the review; the network makes a lesson of both sides' answers. */
export function Review({
  id,
  review: { answers },
}: {
  readonly id: string;
  readonly review: Extract<
    LookingBackQuery['afterActionReview'],
    { readonly __typename: 'AfterActionReview' }
  >;
}): ReactNode {
  const t = useT('console-deployments');
  const locale = useLocale();
  const tell = useTell();
  const answer = useChange(AnswerAfterAction);
  const [own] = answers;
  const [texts, setTexts] = useState<Readonly<Record<Question, string>>>({
    meant: own?.meant ?? '',
    happened: own?.happened ?? '',
    why: own?.why ?? '',
    keep: own?.keep ?? '',
    change: own?.change ?? '',
  });
  const refused = refusalOf(answer.data?.answerAfterAction);
  const save = async (): Promise<void> => {
    const { answerAfterAction } = await answer.mutateAsync({
      input: {
        deploymentId: id,
        language: locale.toUpperCase() as GraphLocale,
        revision: own?.revision ?? null,
        ...texts,
      },
    });
    if (!isRefused(answerAfterAction)) tell(t('review.saved'));
  };
  return (
    <Card title={t('review.title')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <p>{t('review.about')}</p>
          <Refusal refused={refused} />
          {QUESTIONS.map((question) => (
            <Line
              key={question}
              label={t(`review.${question}`)}
              value={texts[question]}
              onChange={(words) => setTexts({ ...texts, [question]: words })}
              problem={problemAt(refused, question)}
              long
              maxLength={4000}
            />
          ))}
          <Row>
            <Button type="submit" look="primary" isPending={answer.isPending}>
              {t('review.save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}
