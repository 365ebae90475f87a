import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { isRefused, refusalOf } from '../../graph/refusal.js';
import type { AlertOfNeedQuery, AlertRhythm } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Failure, Notice, Refusal } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import { Card } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
import { AlertOfNeed, SeeNewCandidates, SetNeedAlert } from './needs.graphql.js';

type News = NonNullable<
  Extract<NonNullable<AlertOfNeedQuery['node']>, { readonly __typename: 'Need' }>['newCandidates']
>;

const RHYTHMS: readonly AlertRhythm[] = ['DAILY', 'WEEKLY'];

/** Who has become eligible for her need, and how often she is told of that. */
export function NeedAlert({ id }: { readonly id: string }): ReactNode {
  const t = useT('console-needs');
  const tell = useTell();
  const query = useAsk(AlertOfNeed, { id });
  const set = useChange(SetNeedAlert);
  return (
    <Answered query={query} lines={2}>
      {({ node }) =>
        node?.__typename === 'Need' ? (
          <>
            {node.newCandidates ? <NewCandidates id={id} news={node.newCandidates} /> : null}
            <Card>
              <Choice
                label={t('alert')}
                hint={t('alert.about')}
                none={t('alert.off')}
                value={node.alert ?? ''}
                options={RHYTHMS.map((one) => [one, t(`alert.${one}`)])}
                disabled={set.isPending}
                onChange={(chosen) =>
                  set.mutate(
                    { id, rhythm: chosen === '' ? null : chosen },
                    {
                      onSuccess: ({ setNeedAlert }) => {
                        if (!isRefused(setNeedAlert)) tell(t('alert.saved'));
                      },
                    },
                  )
                }
              />
              <Refusal refused={refusalOf(set.data?.setNeedAlert)} />
              {set.error ? <Failure error={set.error} /> : null}
            </Card>
          </>
        ) : null
      }
    </Answered>
  );
}

function NewCandidates({ id, news }: { readonly id: string; readonly news: News }): ReactNode {
  const t = useT('console-needs');
  const format = useFormat();
  const tell = useTell();
  const see = useChange(SeeNewCandidates);
  return (
    <Notice title={t('news', { when: format.shortDay(news.since) })}>
      {news.mediators.length === 0 ? (
        <p>{t('news.none')}</p>
      ) : (
        <>
          <p>{t('news.about')}</p>
          <ul>
            {news.mediators.map((mediator) => (
              <li key={mediator.id}>
                <Link to={`/mediators/${mediator.id}`}>
                  <bdi>{mediator.name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <Refusal refused={refusalOf(see.data?.seeNewCandidates)} />
      {see.error ? <Failure error={see.error} /> : null}
      <Button
        isPending={see.isPending}
        onPress={() =>
          see.mutate(
            { id },
            {
              onSuccess: ({ seeNewCandidates }) => {
                if (!isRefused(seeNewCandidates)) tell(t('news.done'));
              },
            },
          )
        }
      >
        {t('news.seen')}
      </Button>
    </Notice>
  );
}
