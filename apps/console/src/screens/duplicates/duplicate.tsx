import { useState, type ReactNode } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { Words } from '../../frame/terms.js';
import { isRefused, problemAt } from '../../graph/refusal.js';
import type { ExplainedFragment, LinkVerdict } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Line, Radios } from '../../ui/fields.js';
import { Card, Fact, Facts, Gone, Page, RecordScreen, Row, Stack } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { StateBadge } from './duplicates.js';
import { DecideDuplicate, Duplicate, MergeDuplicate } from './duplicates.graphql.js';
import { Waterfall } from './waterfall.js';

const VERDICTS: readonly LinkVerdict[] = ['SAME', 'DIFFERENT', 'CANNOT_SAY', 'ASK_HER'];

/** Two records that may be of one mediator: what speaks for it, what was decided, and the way to merging them. */
export default function DuplicateScreen(): ReactNode {
  const { id } = useParams<{ id: string }>();
  const query = useAsk(Duplicate, { id });
  return (
    <RecordScreen query={query} gone={<Gone />}>
      {({ explainLink }) => (isRefused(explainLink) ? null : <Compared explained={explainLink} />)}
    </RecordScreen>
  );
}

function Compared({ explained }: { readonly explained: ExplainedFragment }): ReactNode {
  const t = useT('console-duplicates');
  const format = useFormat();
  const [isDeciding, setDeciding] = useState(false);
  const [isMerging, setMerging] = useState(false);
  const { suggestion, model, bars, herWords, decisions } = explained;
  const { one, other, state, network } = suggestion;
  return (
    <Page
      title={t('both', { one: one.name, other: other.name })}
      crumbs={[[t('title'), `/duplicates?network=${encodeURIComponent(network.slug)}`]]}
      actions={<StateBadge state={state} />}
    >
      <Stack>
        <Card>
          <Facts>
            <Fact term={t('first')}>
              <Side side={one} />
            </Fact>
            <Fact term={t('second')}>
              <Side side={other} />
            </Fact>
            <Fact term={t('likely')}>{format.percent(suggestion.probability)}</Fact>
            <Fact term={t('found')}>{format.moment(suggestion.foundAt)}</Fact>
          </Facts>
          <Row>
            <Button look="primary" onPress={() => setDeciding(true)}>
              {t('decide')}
            </Button>
            {suggestion.agreed ? (
              <Button onPress={() => setMerging(true)}>{t('mergeLinked')}</Button>
            ) : null}
            {state === 'DIFFERENT' || suggestion.across ? null : (
              <LinkButton to={`/profiles/${one.profileId}?tab=merge&other=${other.profileId}`}>
                {t('merge')}
              </LinkButton>
            )}
          </Row>
          {suggestion.across ? <p>{t('acrossAbout')}</p> : null}
          {suggestion.across && state === 'SAME' && !suggestion.agreed ? (
            <p>{t('notAgreed')}</p>
          ) : null}
          {herWords.map(({ name, word }) => (
            <p key={name}>
              <Words text={t('herWord', { name, word: t(`state.${word}`) })} />
            </p>
          ))}
          <p>{t('looked')}</p>
        </Card>
        <Card>
          <Waterfall bars={bars} weight={suggestion.weight} />
          <p>{t('barsAbout', { model })}</p>
        </Card>
        {decisions.length > 0 ? (
          <Card title={t('decisions')}>
            <ul>
              {decisions.map(({ verdict, reason, decidedAt }) => (
                <li key={decidedAt}>
                  {format.moment(decidedAt)} · {t(`state.${verdict}`)}
                  <Words text={reason} />
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
      </Stack>
      {isMerging ? <Merge id={suggestion.id} onClose={() => setMerging(false)} /> : null}
      {isDeciding ? <Decide suggestion={suggestion} onClose={() => setDeciding(false)} /> : null}
    </Page>
  );
}

type Suggestion = ExplainedFragment['suggestion'];

function Side({
  side: { profileId, mediatorId, name, externalId },
}: {
  readonly side: Suggestion['one'];
}): ReactNode {
  return (
    <>
      <Link to={profileId === null ? `/mediators/${mediatorId}` : `/profiles/${profileId}`}>
        <bdi>{name}</bdi>
      </Link>{' '}
      {externalId === null ? null : <bdi>{externalId}</bdi>}
    </>
  );
}

/** Of two networks, whose coordinators both say that this is one mediator. */
function Merge({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const t = useT('console-duplicates');
  const [, goTo] = useLocation();
  return (
    <StepDialog
      title={t('mergeLinked')}
      action={t('mergeLinked')}
      change={useChange(MergeDuplicate)}
      variables={() => ({ id })}
      done={t('merged')}
      onClose={onClose}
      onDone={({ mergeLinked }) => {
        if (!isRefused(mergeLinked)) goTo(`/profiles/${mergeLinked.profile.id}`);
      }}
    >
      <p>{t('mergeLinkedAbout')}</p>
    </StepDialog>
  );
}

function Decide({
  suggestion: { id, revision },
  onClose,
}: {
  readonly suggestion: Suggestion;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-duplicates');
  const [verdict, setVerdict] = useState<LinkVerdict | ''>('');
  const [reason, setReason] = useState('');
  return (
    <StepDialog
      title={t('decide')}
      action={t('send')}
      change={useChange(DecideDuplicate)}
      variables={() => ({ id, verdict: verdict as LinkVerdict, reason, revision })}
      done={t('decided')}
      disabled={verdict === '' || reason.trim() === ''}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('decideAbout')}</p>
          <Radios
            label={t('verdict')}
            required
            value={verdict}
            options={VERDICTS.map((each) => [each, t(`state.${each}`)])}
            onChange={setVerdict}
            problem={problemAt(refused, 'verdict')}
          />
          <Line
            label={t('reason')}
            hint={t('reasonHint')}
            long
            required
            maxLength={1_000}
            value={reason}
            onChange={setReason}
            problem={problemAt(refused, 'reason')}
          />
        </>
      )}
    </StepDialog>
  );
}
