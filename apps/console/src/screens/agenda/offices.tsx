import { lazy, type ReactNode } from 'react';
import { hasRole, useMe } from '../../frame/me.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Empty } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import { Page } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { Table } from '../../ui/table.js';
import { useToday } from '../../ui/use-now.js';
import { useOpened } from '../../ui/use-opened.js';
import type { Term } from './editing/office-dialog.js';
import { useStepsColumn } from './editing/steps-column.js';
import { TermFilters, useUntilColumn } from './term-filters.js';
import { useOffices } from './use-all.js';
import { isAt } from './use-leads.js';
import { OFFICE_ROLES } from './words.js';

const OfficeDialog = lazy(async () => ({
  default: (await import('./editing/office-dialog.js')).OfficeDialog,
}));

type Row = Term & { readonly actorName: string; readonly groupingName: string };

/** Who chairs a network, sits in its troika, hosts it or is its secretariat, from when until when. */
export default function OfficesScreen(): ReactNode {
  const t = useT('console-offices');
  const ta = useT('console-agenda');
  const tc = useT('console');
  const format = useFormat();
  const writes = hasRole(useMe(), ['ADMINISTRATOR']);
  const [chosen] = useParam('grouping');
  const [past] = useParam('past');
  const [edit, editing] = useOpened<Term>((term, onClose) => (
    <OfficeDialog term={term} onClose={onClose} />
  ));
  const steps = useStepsColumn<Row>(
    writes,
    ({ role, actorName }) => `${t(`officeRole.${role}`)}, ${actorName}`,
    { onChange: edit },
  );
  const until = useUntilColumn<Row>(false);
  const offices = useOffices();
  const today = useToday();
  return (
    <Page
      title={tc('menu.offices')}
      actions={
        writes ? (
          <Button look="primary" onPress={() => edit(null)}>
            {t('office.new')}
          </Button>
        ) : null
      }
    >
      <p>{t('offices.about')}</p>
      <Answered query={offices}>
        {(actors) => {
          const all: Row[] = actors.flatMap(({ code, name, offices: terms }) =>
            terms.map(({ grouping, ...one }) => ({
              ...one,
              actor: code,
              actorName: name,
              grouping: grouping.code,
              groupingName: grouping.name,
            })),
          );
          const groupings = new Map(all.map((one) => [one.grouping, one.groupingName]));
          const shown = all
            .filter(({ grouping }) => !groupings.has(chosen) || grouping === chosen)
            .filter((term) => past !== '' || isAt(term, today))
            .toSorted(byTime);
          return (
            <>
              <TermFilters name="grouping" label={t('grouping')} names={groupings} />
              {shown.length === 0 ? (
                <Empty title={t('offices.none')}>
                  <p>{t('offices.noneAbout')}</p>
                </Empty>
              ) : (
                <Table
                  caption={t(past === '' ? 'offices.counted' : 'offices.countedAll', {
                    count: shown.length,
                  })}
                  rows={shown}
                  keyOf={({ actor, grouping, role, from }) =>
                    `${actor} ${grouping} ${role} ${from}`
                  }
                  columns={[
                    {
                      id: 'role',
                      words: t('office.role'),
                      names: true,
                      cell: ({ role, groupingName }) => (
                        <>
                          {t(`officeRole.${role}`)}
                          <div className={kit.hint}>
                            <bdi>{groupingName}</bdi>
                          </div>
                        </>
                      ),
                    },
                    {
                      id: 'actor',
                      words: t('office.actor'),
                      cell: ({ actorName }) => <bdi>{actorName}</bdi>,
                    },
                    {
                      id: 'from',
                      words: ta('column.from'),
                      short: true,
                      cell: ({ from }) => (from === null ? t('unknown') : format.shortDay(from)),
                    },
                    until,
                    {
                      id: 'source',
                      words: ta('column.source'),
                      cell: ({ source }) => <bdi>{source}</bdi>,
                    },
                    ...steps,
                  ]}
                />
              )}
            </>
          );
        }}
      </Answered>
      {editing}
    </Page>
  );
}

/** The latest first; of the same day in the order of the offices. */
function byTime(a: Row, b: Row): number {
  const [first, second] = [a.from ?? '', b.from ?? ''];
  if (first !== second) return first < second ? 1 : -1;
  return OFFICE_ROLES.indexOf(a.role) - OFFICE_ROLES.indexOf(b.role);
}
