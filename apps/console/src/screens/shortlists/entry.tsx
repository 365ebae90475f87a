import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type {
  AskingForNeedQuery,
  Criterion,
  GivenOnEntryFragment,
  WholeShortlistFragment,
} from '../../graph/types.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Badge } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import { Card, Row, Stack } from '../../ui/page.js';
import { AskDialog } from './ask-dialog.js';
import { FeedbackDialog } from './feedback-dialog.js';
import { Frozen, Name } from './frozen.js';

type ShortlistEntry = WholeShortlistFragment['entries'][number];
type Need = Extract<AskingForNeedQuery['node'], { readonly __typename: 'Need' }>;

/** One who was chosen. */
export function Entry({
  list,
  entry,
  need,
  asking,
  criteria,
  onRemove,
}: {
  readonly list: WholeShortlistFragment;
  readonly entry: ShortlistEntry;
  readonly need: Need;
  readonly asking: AskingForNeedQuery;
  readonly criteria: readonly Criterion[];
  readonly onRemove: () => void;
}): ReactNode {
  const t = useT('console-shortlists');
  const ti = useT('console-introductions');
  const tc = useT('console');
  const format = useFormat();
  const [open, setOpen] = useState<'ask' | 'feedback' | null>(null);
  const { mediator, rank, score, eligible, explanation, note, feedback, feedbackHistory } = entry;
  const { name } = mediator;
  const asked = introductionOf(asking, mediator.id);
  const isLive = need.state === 'OPEN' || need.state === 'SHORTLISTING';
  // The service decides; whoever must say why finds the field at once.
  const passesOver = list.entries.some(
    (one) =>
      one.rank < rank &&
      one.feedback?.verdict !== 'DROPPED' &&
      !introductionOf(asking, one.mediator.id),
  );
  return (
    <article aria-label={name}>
      <Card>
        <Name mediator={mediator}>
          {feedback ? (
            <Badge tone={feedback.verdict === 'KEPT' ? 'good' : 'neutral'}>
              {t(`verdict.${feedback.verdict}`)}
            </Badge>
          ) : null}
          {entry.filled ? <Badge tone="good">{t('entry.filled')}</Badge> : null}
          {asked ? (
            <Link to={`/introductions/${asked.id}`}>
              {t('entry.introduction', { status: ti(`status.${asked.status}`) })}
            </Link>
          ) : null}
        </Name>
        <Stack>
          <Frozen
            name={name}
            rank={rank}
            score={score}
            eligible={eligible}
            explanation={explanation}
            criteria={criteria}
          >
            {t('entry.stamp', {
              at: format.moment(entry.addedAt),
              version: entry.modelVersion,
              considered: entry.considered,
            })}
          </Frozen>
          {entry.toBeChecked.length > 0 ? (
            <p className={kit.hint}>
              {t('entry.toBeChecked', {
                list: format.list(entry.toBeChecked.map((one) => tc(`requirement.${one}`))),
              })}
            </p>
          ) : null}
          {note ? (
            <p>
              {t('entry.note')} <bdi>{note}</bdi>{' '}
              <span className={kit.hint}>{t('entry.sheReads')}</span>
            </p>
          ) : null}
          {feedback ? <Given given={feedback} /> : null}
          {feedbackHistory.length > 1 ? (
            <details>
              <summary>{t('feedback.history', { count: feedbackHistory.length })}</summary>
              <ul>
                {feedbackHistory.map((one) => (
                  <li key={one.givenAt}>
                    <Given given={one} />
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
          <Row>
            {isLive && (!asked || asked.status === 'ENDED') ? (
              <Button
                look="primary"
                aria-label={t('ask.actionOf', { name })}
                onPress={() => setOpen('ask')}
              >
                {t('ask.action')}
              </Button>
            ) : null}
            {list.state === 'CLOSED' ? null : (
              <Button
                aria-label={t('feedback.actionOf', { name })}
                onPress={() => setOpen('feedback')}
              >
                {t('feedback.action')}
              </Button>
            )}
            {list.state === 'OPEN' ? (
              <Button look="danger" aria-label={t('remove.title', { name })} onPress={onRemove}>
                {t('remove.action')}
              </Button>
            ) : null}
          </Row>
        </Stack>
      </Card>
      {open === 'ask' ? (
        <AskDialog
          entryId={entry.id}
          name={name}
          need={need}
          terms={asking.termsOfReference}
          passesOver={passesOver}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'feedback' ? <FeedbackDialog entry={entry} onClose={() => setOpen(null)} /> : null}
    </article>
  );
}

/** The latest request for her in this need. */
function introductionOf(
  { introductions }: AskingForNeedQuery,
  mediatorId: string,
): AskingForNeedQuery['introductions']['edges'][number]['node'] | undefined {
  return introductions.edges.findLast(({ node }) => node.mediator?.id === mediatorId)?.node;
}

function Given({
  given: { verdict, reasons, note, givenAt },
}: {
  readonly given: GivenOnEntryFragment;
}): ReactNode {
  const t = useT('console-shortlists');
  const format = useFormat();
  return (
    <p>
      {t('feedback.said', { verdict: t(`verdict.${verdict}`), at: format.moment(givenAt) })}{' '}
      {reasons.length > 0 ? format.list(reasons.map((one) => t(`reason.${one}`))) : null}
      {note ? (
        <>
          {' '}
          <bdi>{note}</bdi>
        </>
      ) : null}
    </p>
  );
}
