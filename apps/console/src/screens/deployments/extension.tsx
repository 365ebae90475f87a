import { useState, type ReactNode } from 'react';
import { isRefused, problemAt, refusalOf, type Refused } from '../../graph/refusal.js';
import type { WholeDeploymentFragment } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Refusal } from '../../ui/feedback.js';
import { Day } from '../../ui/fields.js';
import { Card, Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
import { AnswerExtension, ProposeExtension } from './deployments.graphql.js';

/** A later last day: proposed by one side, and answered by the other. */
export function Extension({
  deployment: { id, revision, endsOn, proposedUntil, ownProposal },
}: {
  readonly deployment: WholeDeploymentFragment;
}): ReactNode {
  const t = useT('console-deployments');
  const format = useFormat();
  const tell = useTell();
  const propose = useChange(ProposeExtension);
  const answer = useChange(AnswerExtension);
  const [until, setUntil] = useState('');
  const [refused, setRefused] = useState<Refused | null>(null);
  const settle = (result: { readonly __typename?: string }, done: string): void => {
    setRefused(refusalOf(result));
    if (isRefused(result as Refused)) return;
    setUntil('');
    tell(done);
  };
  const reply = async (day: string | null, done: string): Promise<void> =>
    settle((await answer.mutateAsync({ id, revision, until: day })).answerExtension, done);
  return (
    <Card title={t('extension.title')}>
      <Stack>
        <Refusal refused={refused} />
        {proposedUntil ? (
          ownProposal ? (
            <>
              <p>{t('extension.own', { day: format.day(proposedUntil) })}</p>
              <Row>
                <Button
                  isPending={answer.isPending}
                  onPress={() => void reply(null, t('extension.tookBack'))}
                >
                  {t('extension.takeBack')}
                </Button>
              </Row>
            </>
          ) : (
            <>
              <p>{t('extension.theirs', { day: format.day(proposedUntil) })}</p>
              <Row>
                <Button
                  look="primary"
                  isPending={answer.isPending}
                  onPress={() => void reply(proposedUntil, t('extension.accepted'))}
                >
                  {t('extension.accept')}
                </Button>
                <Button
                  isPending={answer.isPending}
                  onPress={() => void reply(null, t('extension.refused'))}
                >
                  {t('extension.refuse')}
                </Button>
              </Row>
            </>
          )
        ) : (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void propose
                .mutateAsync({ id, revision, until })
                .then((result) => settle(result.proposeExtension, t('extension.proposed')));
            }}
          >
            <Stack>
              <Day
                label={t('extension.until')}
                hint={t('extension.about', { day: format.day(endsOn) })}
                min={endsOn}
                value={until}
                onChange={setUntil}
                problem={problemAt(refused, 'until')}
                required
              />
              <Row>
                <Button type="submit" isDisabled={until === ''} isPending={propose.isPending}>
                  {t('extension.propose')}
                </Button>
              </Row>
            </Stack>
          </form>
        )}
      </Stack>
    </Card>
  );
}
