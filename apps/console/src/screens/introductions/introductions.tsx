import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useOwnNeeds } from '../../frame/own-needs.js';
import type { IntroductionsQuery, IntroductionStatus } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { LinkButton } from '../../ui/button.js';
import { Board as Columns, BoardColumn } from '../../ui/board.js';
import { Clock } from '../../ui/clock.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Page } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { Pager } from '../../ui/table.js';
import { Introductions } from './introductions.graphql.js';

type Introduction = IntroductionsQuery['introductions']['edges'][number]['node'];

/** The columns of the board, in the order of the way. */
export const OPEN_STATUSES = [
  'WITH_NETWORK',
  'RETURNED',
  'QUESTION',
  'ACCEPTED',
  'CONFIRMED',
  'CONNECTED',
] as const satisfies readonly IntroductionStatus[];

const SHOWN = ['open', 'ended'] as const;

/** Everything that was asked, by how it stands, with the time that is left. */
export default function IntroductionsScreen(): ReactNode {
  const t = useT('console-introductions');
  const tc = useT('console');
  const [needId, setNeed] = useParam('need');
  const [shown, setShown] = useParam('show');
  const { options, titleOf } = useOwnNeeds();
  const isEnded = shown === 'ended';
  const page = usePage(100);
  const query = useAsk(
    Introductions,
    {
      ...page,
      needId: needId === '' ? null : needId,
      statuses: isEnded ? ['ENDED'] : [...OPEN_STATUSES],
    },
    { keepPrevious: true, every: 60_000 },
  );
  return (
    <Page title={tc('menu.introductions')}>
      <div className={kit.filters}>
        <Choice
          label={t('list.need')}
          none={tc('list.all')}
          value={needId}
          options={options}
          onChange={setNeed}
        />
        <Choice
          label={t('list.show')}
          value={isEnded ? 'ended' : 'open'}
          options={SHOWN.map((one) => [one, t(`list.${one}`)])}
          onChange={(one) => setShown(one === 'ended' ? one : '')}
        />
      </div>
      <Answered query={query}>
        {({ introductions: { edges, totalCount, pageInfo } }) =>
          totalCount === 0 ? (
            <Empty title={needId === '' && !isEnded ? t('list.empty') : tc('list.noMatch')}>
              <p>{t('list.emptyAbout')}</p>
              <LinkButton to="/shortlists">{tc('menu.shortlists')}</LinkButton>
            </Empty>
          ) : (
            <>
              <p role="status">
                {isEnded
                  ? t('list.countedEnded', { count: totalCount })
                  : t('list.counted', { count: totalCount })}
              </p>
              <Board
                statuses={isEnded ? ['ENDED'] : OPEN_STATUSES}
                introductions={edges.map(({ node }) => node)}
                titleOf={titleOf}
              />
              <Pager page={pageInfo} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

function Board({
  statuses,
  introductions,
  titleOf,
}: {
  readonly statuses: readonly IntroductionStatus[];
  readonly introductions: readonly Introduction[];
  readonly titleOf: (needId: string) => string | null;
}): ReactNode {
  const t = useT('console-introductions');
  return (
    <Columns>
      {statuses.map((status) => {
        const there = introductions.filter((one) => one.status === status);
        return (
          <BoardColumn
            key={status}
            id={`status-${status}`}
            title={t('list.column', { status: t(`status.${status}`), count: there.length })}
            about={t(`statusAbout.${status}`)}
            cards={there}
            cellOf={(one) => (
              <>
                <Link to={`/introductions/${one.id}`}>
                  <bdi>{one.mediator?.name ?? t('noLongerListed')}</bdi>
                </Link>
                <bdi>{titleOf(one.needId) ?? ''}</bdi>
                {isYourTurn(one) ? <Badge tone="warm">{t('yourTurn')}</Badge> : null}
                {one.word ? <Badge>{t(`word.${one.word}`)}</Badge> : null}
                {one.dueAt ? <Clock at={one.dueAt} /> : null}
              </>
            )}
          />
        );
      })}
    </Columns>
  );
}

/** Whether the next step is the organizer's. */
export function isYourTurn({
  status,
  canConfirm,
}: Pick<Introduction, 'status' | 'canConfirm'>): boolean {
  return (
    status === 'RETURNED' ||
    status === 'QUESTION' ||
    status === 'CONNECTED' ||
    (status === 'ACCEPTED' && canConfirm)
  );
}
