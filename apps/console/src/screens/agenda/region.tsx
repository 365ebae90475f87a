import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { PlansOfRegionQuery } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Answered, Empty } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Page, Stack } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { Table } from '../../ui/table.js';
import { OwnActor, PlansOfRegion } from './agenda.graphql.js';
import { YesOrNo } from './yes-or-no.js';

type Plan = PlansOfRegionQuery['actionPlans']['edges'][number]['node'];
type Criterion = Plan['findings'][number]['criterion'];

/** The room of a regional organization and its members: their plans side by side, with no order among them. */
export default function RegionScreen(): ReactNode {
  const t = useT('console-agenda');
  const tc = useT('console');
  const [chosen, choose] = useParam('region');
  const query = useAsk(OwnActor, {});
  return (
    <Page title={tc('menu.region')}>
      <p>{t('region.about')}</p>
      <Answered query={query}>
        {({ ownWpsActor: own }) => {
          const regions = [
            ...(own?.kind === 'REGIONAL_ORGANIZATION' ? [own] : []),
            ...(own?.memberships ?? [])
              .filter(({ until, grouping }) => !until && grouping.kind === 'REGIONAL_ORGANIZATION')
              .map(({ grouping }) => grouping),
          ];
          const region = regions.find(({ code }) => code === chosen) ?? regions[0];
          return region ? (
            <Stack>
              <div className={kit.filters}>
                <Choice
                  label={t('region.which')}
                  value={region.code}
                  options={regions.map(({ code, name }) => [code, name])}
                  onChange={choose}
                />
              </div>
              <Plans region={region.code} />
            </Stack>
          ) : (
            <Empty title={t('region.none')}>
              <p>{t('region.noneAbout')}</p>
            </Empty>
          );
        }}
      </Answered>
    </Page>
  );
}

function Plans({ region }: { readonly region: string }): ReactNode {
  const t = useT('console-agenda');
  const query = useAsk(PlansOfRegion, { region }, { keepPrevious: true });
  return (
    <Answered query={query}>
      {({ actionPlans: { edges, totalCount } }) => {
        const plans = edges
          .map(({ node }) => node)
          .toSorted((a, b) => a.actor.name.localeCompare(b.actor.name));
        if (plans.length === 0) {
          return (
            <Empty title={t('region.empty')}>
              <p>{t('region.emptyAbout')}</p>
            </Empty>
          );
        }
        return (
          <>
            {totalCount > plans.length ? <p>{t('region.more', { count: plans.length })}</p> : null}
            <SideBySide plans={plans} count={totalCount} />
          </>
        );
      }}
    </Answered>
  );
}

function SideBySide({
  plans,
  count,
}: {
  readonly plans: readonly Plan[];
  /** Of all that could stand here. */
  readonly count: number;
}): ReactNode {
  const t = useT('console-agenda');
  const criteria = plans[0]?.findings.map(({ criterion }) => criterion) ?? [];
  return (
    <Table
      caption={t('region.caption', { count })}
      rows={criteria}
      keyOf={(criterion) => criterion}
      columns={[
        {
          id: 'criterion',
          words: t('column.criterion'),
          names: true,
          cell: (criterion) => t(`criterion.${criterion}`),
        },
        ...plans.map(({ id, actor, title, level, findings }) => ({
          id,
          words: `${actor.name}: ${title}`,
          head: (
            <>
              <bdi>{actor.name}</bdi>
              <br />
              <Link to={`/plans/${id}`}>
                <bdi>{title}</bdi>
              </Link>{' '}
              ({t(`planLevel.${level}`)})
            </>
          ),
          cell: (criterion: Criterion) => {
            const found = findings.find((one) => one.criterion === criterion);
            return (
              <>
                <YesOrNo met={found?.met ?? false} />{' '}
                {found && found.evidence.length > 0 ? (
                  <Link to={`/plans/${id}?tab=findings`}>
                    {t('region.evidence', { count: found.evidence.length })}
                  </Link>
                ) : null}
              </>
            );
          },
        })),
      ]}
    />
  );
}
