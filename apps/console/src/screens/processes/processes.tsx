import { lazy, Suspense, useState, type ReactNode } from 'react';
import { hasRole, useMe } from '../../frame/me.js';
import { isRefused, refusalOf } from '../../graph/refusal.js';
import type { WholeProcessFragment } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Answered, Badge, Empty, Refusal, Skeleton } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Card, Page, Row, Stack } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { Table, type Column } from '../../ui/table.js';
import { Timeline } from '../../ui/timeline.js';
import { useTell } from '../../ui/toast.js';
import { useLabels } from '../../vocabulary/use-labels.js';
import { useNames, useShortList } from '../../vocabulary/use-vocabulary.js';
import { ArchiveProcess } from './processes.graphql.js';
import { useProcesses } from './use-processes.js';

const WorldMap = lazy(() => import('../../ui/world-map.js'));

const VIEWS = ['timeline', 'map'] as const;

/** Peace processes over the years and over the world; the table says the same. */
export default function ProcessesScreen(): ReactNode {
  const t = useT('console-processes');
  const tc = useT('console');
  const me = useMe();
  const [view, setView] = useParam('view');
  const [type, setType] = useParam('type');
  const [phase, setPhase] = useParam('phase');
  const [whose, setWhose] = useParam('whose');
  const [archived, setArchived] = useParam('archived');
  const types = useShortList('PROCESS_TYPE');
  const phases = useShortList('PHASE');
  const query = useProcesses(archived === 'yes');
  const mayCreate = hasRole(me, ['ORGANIZER', 'ADMINISTRATOR']);
  return (
    <Page
      title={tc('menu.processes')}
      actions={
        <>
          <LinkButton to="/lessons">{t('lessons.title')}</LinkButton>
          {mayCreate ? (
            <LinkButton look="primary" to="/processes/new">
              {t('new')}
            </LinkButton>
          ) : null}
        </>
      }
    >
      <div className={kit.filters}>
        <Choice
          label={t('view')}
          value={view === 'map' ? 'map' : 'timeline'}
          options={VIEWS.map((one) => [one, t(`view.${one}`)])}
          onChange={(one) => setView(one === 'map' ? one : '')}
        />
        <Choice
          label={t('type')}
          none={tc('list.all')}
          value={type}
          options={types}
          onChange={setType}
        />
        <Choice
          label={t('phase')}
          none={tc('list.all')}
          value={phase}
          options={phases}
          onChange={setPhase}
        />
        <Choice
          label={t('whose')}
          none={tc('list.all')}
          value={whose}
          options={[
            ['common', t('whose.common')],
            ['own', t('whose.own')],
          ]}
          onChange={setWhose}
        />
        <Choice
          label={t('archived')}
          value={archived === 'yes' ? 'yes' : 'no'}
          options={[
            ['no', t('archived.no')],
            ['yes', t('archived.yes')],
          ]}
          onChange={(one) => setArchived(one === 'yes' ? one : '')}
        />
      </div>
      <Answered query={query}>
        {(all) => (
          <Found
            isMap={view === 'map'}
            isFiltered={type !== '' || phase !== '' || whose !== ''}
            processes={all.filter(
              (one) =>
                (type === '' || one.type === type) &&
                (phase === '' || one.phase === phase) &&
                (whose === '' || one.common === (whose === 'common')),
            )}
          />
        )}
      </Answered>
    </Page>
  );
}

function Found({
  processes,
  isMap,
  isFiltered,
}: {
  readonly processes: readonly WholeProcessFragment[];
  readonly isMap: boolean;
  readonly isFiltered: boolean;
}): ReactNode {
  const t = useT('console-processes');
  const tc = useT('console');
  const me = useMe();
  const format = useFormat();
  const tell = useTell();
  const typeName = useNames('PROCESS_TYPE');
  const phaseName = useNames('PHASE');
  const [year] = useState(() => new Date().getUTCFullYear());
  const { labelOf } = useLabels({
    TERRITORY: processes.flatMap(({ territories }) => territories),
  });
  const archive = useChange(ArchiveProcess);
  const counts = new Map<string, number>();
  for (const code of processes.flatMap(({ territories }) => territories)) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const yearsOf = (from: number, to: number | null): string =>
    to === from
      ? String(from)
      : t('years', { from: String(from), to: to === null ? t('now') : String(to) });
  const isOwn = ({ common }: WholeProcessFragment): boolean =>
    common ? hasRole(me, ['ADMINISTRATOR']) : hasRole(me, ['ORGANIZER']);

  const move = async (slug: string, name: string, archived: boolean): Promise<void> => {
    const { archivePeaceProcess } = await archive.mutateAsync({ slug, archived });
    if (isRefused(archivePeaceProcess)) return;
    tell(archived ? t('archive.done', { name }) : t('archive.restored', { name }), () =>
      archive.mutateAsync({ slug, archived: !archived }),
    );
    document.querySelector<HTMLElement>('h1')?.focus();
  };

  if (processes.length === 0) {
    return (
      <Empty title={isFiltered ? tc('list.noMatch') : t('empty')}>
        <p>{t('emptyAbout')}</p>
      </Empty>
    );
  }
  const steps: Column<WholeProcessFragment> = {
    id: 'steps',
    words: t('steps'),
    cell: (one) =>
      isOwn(one) ? (
        <Row>
          {one.archived ? null : (
            <LinkButton
              small
              to={`/processes/${one.slug}/edit`}
              name={t('editOf', { name: one.name })}
            >
              {tc('action.edit')}
            </LinkButton>
          )}
          <Button
            small
            aria-label={
              one.archived
                ? t('archive.restoreOf', { name: one.name })
                : t('archive.actionOf', { name: one.name })
            }
            onPress={() => void move(one.slug, one.name, !one.archived)}
          >
            {one.archived ? t('archive.restore') : t('archive.action')}
          </Button>
        </Row>
      ) : null,
  };
  return (
    <Stack>
      <Refusal refused={refusalOf(archive.data?.archivePeaceProcess)} />
      <Card>
        {isMap ? (
          <Suspense fallback={<Skeleton />}>
            <WorldMap
              counts={counts}
              labelOf={(code) => labelOf('TERRITORY', code)}
              caption={t('map.caption', { count: counts.size })}
              head={[t('map.territory'), t('map.processes')]}
              wordsOf={(name, count) => t('map.place', { name, count })}
            />
          </Suspense>
        ) : (
          <Timeline
            year={year}
            spans={processes.map(({ slug, name, yearFrom, yearTo, common }) => ({
              key: slug,
              name,
              from: yearFrom,
              until: (yearTo ?? year) + 1,
              words: yearsOf(yearFrom, yearTo ?? null),
              marked: !common,
            }))}
          />
        )}
      </Card>
      <Table
        caption={t('counted', { count: processes.length })}
        rows={processes.toSorted((a, b) => a.yearFrom - b.yearFrom)}
        keyOf={({ slug }) => slug}
        columns={[
          {
            id: 'name',
            words: t('name'),
            names: true,
            cell: ({ name, common }) => (
              <>
                <bdi>{name}</bdi> {common ? null : <Badge tone="warm">{t('whose.own')}</Badge>}
              </>
            ),
          },
          {
            id: 'years',
            words: t('yearsTitle'),
            short: true,
            cell: ({ yearFrom, yearTo }) => yearsOf(yearFrom, yearTo ?? null),
          },
          { id: 'type', words: t('type'), cell: (one) => typeName(one.type) },
          { id: 'phase', words: t('phase'), cell: (one) => phaseName(one.phase) },
          {
            id: 'territories',
            words: t('territories'),
            cell: ({ territories }) =>
              format.list(territories.map((code) => labelOf('TERRITORY', code))),
          },
          { id: 'lead', words: t('lead'), cell: ({ lead }) => <bdi>{lead}</bdi> },
          ...(processes.some(isOwn) ? [steps] : []),
        ]}
      />
    </Stack>
  );
}
