import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { BoardColumnFragment, IntroductionState } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Board as Columns, BoardColumn } from '../../ui/board.js';
import { Clock } from '../../ui/clock.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { usePage, useParam } from '../../ui/params.js';
import { PagedTable } from '../../ui/table.js';
import { DeskPage } from './desk-page.js';
import { DeskBoard, DeskIntroductions } from './introductions.graphql.js';
import { INTRODUCTION_STATES, INTRODUCTION_TONES, OPEN_INTRODUCTIONS } from './lists.js';

type Card = BoardColumnFragment['edges'][number]['node'];

/** As many as a column shows; the rest is one step away. */
const IN_COLUMN = 20;
const EVERY_MS = 60_000;

/** The introductions of the desk: open ones on a board by state, or those of one state as a list. */
export default function BoardScreen(): ReactNode {
  const t = useT('console-desk');
  const [state, setState] = useParam('state');
  const [profile] = useParam('profile');
  const one = INTRODUCTION_STATES.find((each) => each === state) ?? null;
  return (
    <DeskPage
      title={t('board.title')}
      filters={
        <Choice
          label={t('board.show')}
          none={t(profile === '' ? 'board.open' : 'board.any')}
          value={one ?? ''}
          options={INTRODUCTION_STATES.map((each) => [each, t(`state.${each}`)])}
          onChange={setState}
        />
      }
    >
      {(network) =>
        one || profile !== '' ? (
          <List network={network} state={one} profile={profile} />
        ) : (
          <Board network={network} />
        )
      }
    </DeskPage>
  );
}

function Board({ network }: { readonly network: string }): ReactNode {
  const t = useT('console-desk');
  const query = useAsk(
    DeskBoard,
    { network, first: IN_COLUMN },
    { keepPrevious: true, every: EVERY_MS },
  );
  return (
    <Answered query={query}>
      {(board) => {
        const columns: Readonly<Record<string, BoardColumnFragment>> = {
          REQUESTED: board.requested,
          RETURNED: board.returned,
          FORWARDED: board.forwarded,
          ACCEPTED: board.accepted,
          CONFIRMED: board.confirmed,
          CONNECTED: board.connected,
        };
        const total = Object.values(columns).reduce((sum, { totalCount }) => sum + totalCount, 0);
        return total === 0 ? (
          <Empty title={t('board.empty')}>
            <p>{t('board.emptyAbout')}</p>
          </Empty>
        ) : (
          <>
            <p role="status">{t('board.counted', { count: total })}</p>
            <Columns>
              {OPEN_INTRODUCTIONS.map((state) => (
                <Column
                  key={state}
                  state={state}
                  network={network}
                  column={columns[state] ?? { totalCount: 0, edges: [] }}
                />
              ))}
            </Columns>
          </>
        );
      }}
    </Answered>
  );
}

function Column({
  state,
  network,
  column: { totalCount, edges },
}: {
  readonly state: (typeof OPEN_INTRODUCTIONS)[number];
  readonly network: string;
  readonly column: Pick<BoardColumnFragment, 'totalCount' | 'edges'>;
}): ReactNode {
  const t = useT('console-desk');
  return (
    <BoardColumn
      id={`column-${state}`}
      title={t('board.column', { state: t(`state.${state}`), count: totalCount })}
      about={t(`column.${state}`)}
      cards={edges.map(({ node }) => node)}
      cellOf={(card) => (
        <>
          <Link to={`/desk/introductions/${card.id}`}>
            <bdi>{card.mediatorName ?? t('noName')}</bdi>
          </Link>
          <bdi>{card.organizationName}</bdi>
          <bdi className={kit.hint}>{card.needTitle}</bdi>
          <Waits card={card} />
        </>
      )}
      more={
        totalCount > edges.length ? (
          <Link to={`/desk?network=${network}&state=${state}`}>
            {t('board.all', { count: totalCount })}
          </Link>
        ) : null
      }
    />
  );
}

/** What is due next, and what waits for the desk. */
function Waits({ card }: { readonly card: Card }): ReactNode {
  const t = useT('console-desk');
  const { state, urgency, declaration, declarationOutcome, messages } = card;
  const at = dueOf(card);
  const waiting = messages.filter((message) => message.state === 'WAITING').length;
  return (
    <>
      {urgency === 'ROUTINE' ? null : (
        <Badge tone={urgency === 'FLASH' ? 'danger' : 'warm'}>{t(`urgency.${urgency}`)}</Badge>
      )}
      {state === 'ACCEPTED' && declaration?.length && declarationOutcome === null ? (
        <Badge tone="warm">{t('board.review')}</Badge>
      ) : null}
      {waiting > 0 ? <Badge tone="warm">{t('board.messages', { count: waiting })}</Badge> : null}
      {at ? <Clock at={at} stopped={card.pausedAt !== null} /> : null}
    </>
  );
}

/** By when somebody has to act. */
export function dueOf({
  state,
  deskDueAt,
  answerDueAt,
  lapsesAt,
}: Pick<Card, 'state' | 'deskDueAt' | 'answerDueAt' | 'lapsesAt'>): string | null {
  if (state === 'REQUESTED') return deskDueAt;
  if (state === 'FORWARDED') return answerDueAt;
  return lapsesAt;
}

function List({
  network,
  state,
  profile,
}: {
  readonly network: string;
  readonly state: IntroductionState | null;
  readonly profile: string;
}): ReactNode {
  const t = useT('console-desk');
  const format = useFormat();
  const page = usePage(50);
  const query = useAsk(
    DeskIntroductions,
    { network, states: state && [state], profileId: profile || null, ...page },
    { keepPrevious: true, every: EVERY_MS },
  );
  return (
    <Answered query={query}>
      {({ deskIntroductions }) => (
        <PagedTable
          found={deskIntroductions}
          none={
            <Empty title={t(state ? 'board.none' : 'board.noneOfHer')}>
              {state ? <p>{t('board.noneAbout')}</p> : null}
            </Empty>
          }
          caption={
            state
              ? t('board.listed', {
                  count: deskIntroductions.totalCount,
                  state: t(`state.${state}`),
                })
              : t('board.ofHer', { count: deskIntroductions.totalCount })
          }
          columns={[
            {
              id: 'mediator',
              words: t('field.mediator'),
              names: true,
              cell: ({ id, mediatorName }) => (
                <Link to={`/desk/introductions/${id}`}>
                  <bdi>{mediatorName ?? t('noName')}</bdi>
                </Link>
              ),
            },
            {
              id: 'organization',
              words: t('field.organization'),
              cell: ({ organizationName }) => <bdi>{organizationName}</bdi>,
            },
            {
              id: 'need',
              words: t('field.need'),
              cell: ({ needTitle }) => <bdi>{needTitle}</bdi>,
            },
            {
              id: 'state',
              words: t('field.state'),
              cell: (row) => (
                <Badge tone={INTRODUCTION_TONES[row.state]}>{t(`state.${row.state}`)}</Badge>
              ),
            },
            {
              id: 'due',
              words: t('field.due'),
              cell: (row) => (row.endedAt === null ? <Waits card={row} /> : null),
            },
            {
              id: 'requested',
              words: t('field.requested'),
              cell: ({ requestedAt }) => format.moment(requestedAt),
            },
          ]}
        />
      )}
    </Answered>
  );
}
