import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { PlansQuery } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge, Empty, Skeleton } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Card, Page, Stack } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { Pager, Table } from '../../ui/table.js';
import { Plans } from './agenda.graphql.js';
import { PlanDialog } from './editing/dialogs.js';
import { useWrittenActor } from './use-own.js';
import { PLAN_STATES, PLAN_TONES } from './words.js';

const WorldMap = lazy(() => import('../../ui/world-map.js'));

type Plan = PlansQuery['actionPlans']['edges'][number]['node'];

const VIEWS = ['table', 'map'] as const;

/** Action plans that are shared with her, as a table and on a map. */
export default function PlansScreen(): ReactNode {
  const t = useT('console-agenda');
  const tc = useT('console');
  const [view, setView] = useParam('view');
  const [state, setState] = useParam('state');
  const [writes, setWrites] = useState(false);
  const actor = useWrittenActor();
  const shown = PLAN_STATES.find((each) => each === state);
  const query = useAsk(
    Plans,
    { ...usePage(50), states: shown ? [shown] : null },
    { keepPrevious: true },
  );
  return (
    <Page
      title={tc('menu.plans')}
      actions={
        actor === null ? null : (
          <Button look="primary" onPress={() => setWrites(true)}>
            {t('edit.newPlan')}
          </Button>
        )
      }
    >
      <p>{t('plans.about')}</p>
      <div className={kit.filters}>
        <Choice
          label={t('plans.view')}
          value={view === 'map' ? 'map' : 'table'}
          options={VIEWS.map((one) => [one, t(`plans.view.${one}`)])}
          onChange={(one) => setView(one === 'map' ? one : '')}
        />
        <Choice
          label={t('column.state')}
          none={tc('list.all')}
          value={shown ?? ''}
          options={PLAN_STATES.map((each) => [each, t(`planState.${each}`)])}
          onChange={setState}
        />
      </div>
      <Answered query={query}>
        {({ actionPlans: { edges, totalCount, pageInfo } }) =>
          totalCount === 0 ? (
            <Empty title={shown ? tc('list.noMatch') : t('plans.none')}>
              <p>{t('plans.noneAbout')}</p>
            </Empty>
          ) : (
            <Stack>
              {view === 'map' ? <OnMap plans={edges.map(({ node }) => node)} /> : null}
              <List plans={edges.map(({ node }) => node)} count={totalCount} />
              <Pager page={pageInfo} />
            </Stack>
          )
        }
      </Answered>
      <Suspense fallback={null}>
        {writes && actor !== null ? (
          <PlanDialog actor={actor} plan={null} onClose={() => setWrites(false)} />
        ) : null}
      </Suspense>
    </Page>
  );
}

function OnMap({ plans }: { readonly plans: readonly Plan[] }): ReactNode {
  const t = useT('console-agenda');
  const states = plans.filter(({ actor }) => actor.kind === 'STATE' && actor.code.length === 2);
  const names = new Map(states.map(({ actor }) => [actor.code, actor.name]));
  const counts = new Map<string, number>();
  for (const { actor } of states) counts.set(actor.code, (counts.get(actor.code) ?? 0) + 1);
  return (
    <Card>
      <Suspense fallback={<Skeleton />}>
        <WorldMap
          counts={counts}
          labelOf={(code) => names.get(code) ?? code}
          caption={t('plans.mapCaption', { count: counts.size })}
          head={[t('plans.mapState'), t('plans.mapPlans')]}
          wordsOf={(name, count) => t('plans.mapPlace', { name, count })}
        />
      </Suspense>
      <p>{t('plans.mapAbout')}</p>
    </Card>
  );
}

function List({
  plans,
  count,
}: {
  readonly plans: readonly Plan[];
  readonly count: number;
}): ReactNode {
  const t = useT('console-agenda');
  const format = useFormat();
  const day = (value: string | null | undefined): string | null =>
    value ? format.shortDay(value) : null;
  return (
    <Table
      caption={t('plans.counted', { count })}
      rows={plans}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'plan',
          words: t('column.plan'),
          names: true,
          cell: ({ id, title }) => (
            <Link to={`/plans/${id}`}>
              <bdi>{title}</bdi>
            </Link>
          ),
        },
        { id: 'actor', words: t('plans.actor'), cell: ({ actor }) => <bdi>{actor.name}</bdi> },
        { id: 'level', words: t('column.level'), cell: ({ level }) => t(`planLevel.${level}`) },
        {
          id: 'state',
          words: t('column.state'),
          cell: ({ state }) => <Badge tone={PLAN_TONES[state]}>{t(`planState.${state}`)}</Badge>,
        },
        { id: 'from', words: t('column.from'), short: true, cell: ({ from }) => day(from) },
        { id: 'until', words: t('column.until'), short: true, cell: ({ until }) => day(until) },
        {
          id: 'budget',
          words: t('column.budget-status'),
          cell: ({ budgetStatus }) => t(`budgetStatus.${budgetStatus}`),
        },
        {
          id: 'reported',
          words: t('column.reported'),
          short: true,
          cell: ({ reportedOn }) => day(reportedOn),
        },
      ]}
    />
  );
}
