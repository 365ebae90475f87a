import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { refusalOf, type Refused } from '../../graph/refusal.js';
import type { AskingForNeedQuery, WholeShortlistFragment } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { BarKey } from '../../ui/charts.js';
import { Confirm } from '../../ui/dialog.js';
import { Answered, Badge, Empty, Notice, Refusal } from '../../ui/feedback.js';
import { Card, Fact, Facts, Gone, Page, RecordScreen, Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
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
      {({ node }) =>
        node?.__typename === 'Shortlist' ? (
          <WithNeed list={node} reload={() => void query.refetch()} />
        ) : null
      }
    </RecordScreen>
  );
}

function WithNeed(props: {
  readonly list: WholeShortlistFragment;
  readonly reload: () => void;
}): ReactNode {
  const query = useAsk(AskingForNeed, { needId: props.list.needId });
  return (
    <Answered query={query}>
      {(asking) =>
        asking.node?.__typename === 'Need' ? (
          <Shortlist {...props} asking={asking} need={asking.node} />
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
  reload,
}: {
  readonly list: WholeShortlistFragment;
  readonly need: Need;
  readonly asking: AskingForNeedQuery;
  readonly reload: () => void;
}): ReactNode {
  const t = useT('console-shortlists');
  const tc = useT('console');
  const format = useFormat();
  const tell = useTell();
  const send = useChange(SendShortlist);
  const close = useChange(CloseShortlist);
  const remove = useChange(RemoveFromShortlist);
  const [step, setStep] = useState<Step | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const { id, revision, state, entries, closedEntries } = list;
  const criteria = criteriaOf(entries);
  const isBusy = send.isPending || close.isPending || remove.isPending;

  const take = async (): Promise<void> => {
    if (step === null) return;
    const result =
      step === 'send'
        ? (await send.mutateAsync({ id, revision })).sendShortlist
        : step === 'close'
          ? (await close.mutateAsync({ id, revision })).closeShortlist
          : (await remove.mutateAsync({ id, revision, entryId: step.remove })).removeFromShortlist;
    const why = refusalOf(result);
    setRefused(why);
    setStep(null);
    if (why) return;
    tell(
      step === 'send'
        ? t('send.done')
        : step === 'close'
          ? t('close.done')
          : t('remove.done', { name: step.name }),
    );
    // What had the focus is gone.
    document.querySelector<HTMLElement>('h1')?.focus();
  };

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
        <Refusal refused={refused} onReload={reload} />
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
      <Confirm
        title={
          step === 'send'
            ? t('send.title')
            : step === 'close'
              ? t('close.title')
              : t('remove.title', { name: step?.name ?? '' })
        }
        open={step !== null}
        onClose={() => setStep(null)}
        action={
          step === 'send'
            ? t('send.action')
            : step === 'close'
              ? t('close.action')
              : t('remove.action')
        }
        look={step === 'send' ? 'primary' : 'danger'}
        busy={isBusy}
        onConfirm={() => void take()}
      >
        <p>
          {step === 'send'
            ? t('send.about')
            : step === 'close'
              ? t('close.about')
              : t('remove.about')}
        </p>
      </Confirm>
    </Page>
  );
}
