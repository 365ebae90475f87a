import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { ask } from '../../graph/ask.js';
import type {
  AskingForNeedQuery,
  CloseShortlistMutation,
  RemoveFromShortlistMutation,
  SendShortlistMutation,
  WholeShortlistFragment,
} from '../../graph/types.js';
import { useAsk, useSteps } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { BarKey } from '../../ui/charts.js';
import { Answered, Badge, Empty, Notice } from '../../ui/feedback.js';
import { Card, Fact, Facts, Gone, Page, RecordScreen, Row, Stack } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Briefing } from './briefing.js';
import { Entry } from './entry.js';
import { criteriaOf } from './frozen.js';
import { Shares } from './shares.js';
import {
  AskingForNeed,
  CloseShortlist,
  RemoveFromShortlist,
  SendShortlist,
  ShortlistById,
} from './shortlists.graphql.js';
import { TONES } from './shortlists.js';

type Need = Extract<AskingForNeedQuery['node'], { readonly __typename: 'Need' }>;

/** A shortlist with what the ranking said of each, and what can be done with each. */
export default function ShortlistScreen(): ReactNode {
  const t = useT('console-shortlists');
  const { id } = useParams<{ id: string }>();
  const query = useAsk(ShortlistById, { id });
  return (
    <RecordScreen query={query} gone={<Gone title={t('gone')} />}>
      {({ node }) => (node?.__typename === 'Shortlist' ? <WithNeed list={node} /> : null)}
    </RecordScreen>
  );
}

function WithNeed({ list }: { readonly list: WholeShortlistFragment }): ReactNode {
  const query = useAsk(AskingForNeed, { needId: list.needId });
  return (
    <Answered query={query}>
      {(asking) =>
        asking.node?.__typename === 'Need' ? (
          <Shortlist list={list} asking={asking} need={asking.node} />
        ) : null
      }
    </Answered>
  );
}

/** What a confirmation is open for. */
type Step = 'send' | 'close' | { readonly remove: string; readonly name: string };

function Shortlist({
  list,
  need,
  asking,
}: {
  readonly list: WholeShortlistFragment;
  readonly need: Need;
  readonly asking: AskingForNeedQuery;
}): ReactNode {
  const t = useT('console-shortlists');
  const tc = useT('console');
  const format = useFormat();
  const [step, setStep] = useState<Step | null>(null);
  const { state, entries, closedEntries } = list;
  const criteria = criteriaOf(entries);

  return (
    <Page
      title={list.title}
      crumbs={[
        [tc('menu.needs'), '/needs'],
        [need.title, `/needs/${need.id}`],
        [tc('menu.shortlists'), '/shortlists'],
      ]}
      actions={
        <>
          <Briefing briefing={list.briefing} />
          {state === 'OPEN' ? (
            <Button isDisabled={entries.length === 0} onPress={() => setStep('send')}>
              {t('send.action')}
            </Button>
          ) : null}
          {state === 'CLOSED' ? null : (
            <Button look="danger" onPress={() => setStep('close')}>
              {t('close.action')}
            </Button>
          )}
        </>
      }
    >
      <Stack>
        <Card>
          <Facts>
            <Fact term={t('list.state')}>
              <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge> {t(`stateAbout.${state}`)}
            </Fact>
            <Fact term={t('list.need')}>
              <Link to={`/needs/${need.id}`}>
                <bdi>{need.title}</bdi>
              </Link>
            </Fact>
            <Fact term={t('list.made')}>{format.moment(list.createdAt)}</Fact>
            <Fact term={t('sentAt')}>{list.sentAt ? format.moment(list.sentAt) : null}</Fact>
            <Fact term={t('closedAt')}>{list.closedAt ? format.moment(list.closedAt) : null}</Fact>
            <Fact term={t('terms.title')}>
              <Link to={`/needs/${need.id}/terms`}>
                {asking.termsOfReference?.complete
                  ? t('terms.complete', { revision: asking.termsOfReference.revision })
                  : t('terms.incomplete')}
              </Link>
            </Fact>
          </Facts>
        </Card>
        <h2>{t('entries.counted', { count: entries.length })}</h2>
        {entries.length === 0 ? (
          <Empty title={t('entries.empty')}>
            <p>{t('entries.emptyAbout')}</p>
            <LinkButton to={`/needs/${need.id}`}>{t('entries.ranking')}</LinkButton>
          </Empty>
        ) : (
          <BarKey names={criteria.map((criterion) => tc(`criterion.${criterion}`))} />
        )}
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            list={list}
            entry={entry}
            need={need}
            asking={asking}
            criteria={criteria}
            onRemove={() => setStep({ remove: entry.id, name: entry.mediator.name })}
          />
        ))}
        {closedEntries.length > 0 ? (
          <Card title={t('closed.counted', { count: closedEntries.length })}>
            <ul>
              {closedEntries.map(({ id: entryId, text, addedAt }) => (
                <li key={entryId}>
                  <Row>
                    <span>
                      {text} {t('closed.added', { at: format.moment(addedAt) })}
                    </span>
                    {state === 'OPEN' ? (
                      <Button
                        small
                        onPress={() => setStep({ remove: entryId, name: t('closed.name') })}
                      >
                        {t('remove.action')}
                      </Button>
                    ) : null}
                  </Row>
                </li>
              ))}
            </ul>
            <Notice>{t('closed.about')}</Notice>
          </Card>
        ) : null}
        <Shares list={list} />
      </Stack>
      {step === null ? null : (
        <ListStep
          key={JSON.stringify(step)}
          list={list}
          step={step}
          onClose={() => setStep(null)}
        />
      )}
    </Page>
  );
}

/** Asks before the list is sent or closed, or an entry goes. */
function ListStep({
  list: { id, revision },
  step,
  onClose,
}: {
  readonly list: WholeShortlistFragment;
  readonly step: Step;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-shortlists');
  const kind = typeof step === 'string' ? step : 'remove';
  const name = typeof step === 'string' ? '' : step.name;
  const change = useSteps(
    async (): Promise<
      SendShortlistMutation | CloseShortlistMutation | RemoveFromShortlistMutation
    > => {
      if (step === 'send') return ask(SendShortlist, { id, revision });
      if (step === 'close') return ask(CloseShortlist, { id, revision });
      return ask(RemoveFromShortlist, { id, revision, entryId: step.remove });
    },
  );
  return (
    <StepDialog
      title={t(`${kind}.title`, { name })}
      action={t(`${kind}.action`)}
      look={kind === 'send' ? 'primary' : 'danger'}
      change={change}
      variables={() => undefined}
      done={t(`${kind}.done`, { name })}
      onClose={onClose}
      // What had the focus is gone.
      onDone={() => document.querySelector<HTMLElement>('h1')?.focus()}
    >
      <p>{t(`${kind}.about`)}</p>
    </StepDialog>
  );
}
