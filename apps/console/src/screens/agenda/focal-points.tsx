import { lazy, type ReactNode } from 'react';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import { Page } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { Table } from '../../ui/table.js';
import { useToday } from '../../ui/use-now.js';
import { useOpened } from '../../ui/use-opened.js';
import { useStepsColumn } from './editing/steps-column.js';
import { ShareWithFewer } from './editing/share-with-fewer.js';
import { TermFilters, useUntilColumn } from './term-filters.js';
import { useFocalPoints, type ActorWithFocalPoints, type FocalPoint } from './use-all.js';
import { isAt } from './use-leads.js';
import { useWrittenActor } from './use-own.js';

const FocalPointDialog = lazy(async () => ({
  default: (await import('./editing/focal-point-dialog.js')).FocalPointDialog,
}));
const EndDialog = lazy(async () => ({
  default: (await import('./editing/focal-point-dialog.js')).EndDialog,
}));

type Row = FocalPoint & { readonly code: string; readonly actorName: string };

/** Who answers for the agenda in which actor, from when until when: the office, and the person where she has agreed. */
export default function FocalPointsScreen(): ReactNode {
  const t = useT('console-offices');
  const ta = useT('console-agenda');
  const tc = useT('console');
  const format = useFormat();
  const own = useWrittenActor();
  const [chosen] = useParam('actor');
  const [past] = useParam('past');
  const focalPoints = useFocalPoints();
  const today = useToday();
  const all = rowsOf(focalPoints.data ?? []);
  const now = ({ id }: Row): Row | undefined => all.find((one) => one.id === id);
  const [edit, editing] = useOpened<Row>(
    (term, onClose) =>
      own !== null && <FocalPointDialog actor={own} term={term} onClose={onClose} />,
    now,
  );
  const [end, ending] = useOpened<Row>(
    (term, onClose) =>
      own !== null && term && <EndDialog actor={own} term={term} onClose={onClose} />,
    now,
  );
  const until = useUntilColumn<Row>(true);
  const wordsOf = ({ office, actorName }: Row): string => `${office}, ${actorName}`;
  const steps = useStepsColumn<Row>(own !== null, wordsOf, {
    can: ({ code }) => code === own,
    onChange: edit,
    more: (term) => (
      <>
        {term.until === null ? (
          <Button
            small
            aria-label={t('focal.endOf', { what: wordsOf(term) })}
            onPress={() => end(term)}
          >
            {t('focal.end')}
          </Button>
        ) : null}
        <ShareWithFewer record={term} words={wordsOf(term)} small />
      </>
    ),
  });
  return (
    <Page
      title={tc('menu.focalPoints')}
      actions={
        own === null ? null : (
          <Button look="primary" onPress={() => edit(null)}>
            {t('focal.new')}
          </Button>
        )
      }
    >
      <p>{t('focal.about')}</p>
      <Answered query={focalPoints}>
        {() => {
          const names = new Map(all.map(({ code, actorName }) => [code, actorName]));
          const shown = all
            .filter(({ code }) => !names.has(chosen) || code === chosen)
            .filter((term) => past !== '' || isAt(term, today))
            .toSorted(
              (a, b) => a.actorName.localeCompare(b.actorName) || (a.from < b.from ? 1 : -1),
            );
          return (
            <>
              <TermFilters name="actor" label={ta('plans.actor')} names={names} />
              {shown.length === 0 ? (
                <Empty title={t('focal.none')}>
                  <p>{t('focal.noneAbout')}</p>
                </Empty>
              ) : (
                <Table
                  caption={t(past === '' ? 'focal.counted' : 'focal.countedAll', {
                    count: shown.length,
                  })}
                  rows={shown}
                  keyOf={({ id }) => id}
                  columns={[
                    {
                      id: 'office',
                      words: t('focal.office'),
                      names: true,
                      cell: (term) => <Office term={term} />,
                    },
                    {
                      id: 'actor',
                      words: ta('plans.actor'),
                      cell: ({ actorName }) => <bdi>{actorName}</bdi>,
                    },
                    {
                      id: 'person',
                      words: t('focal.person'),
                      cell: ({ person, title }) =>
                        person === null && title === null ? (
                          t('focal.unnamed')
                        ) : (
                          <bdi>{[title, person].filter((one) => one !== null).join(' ')}</bdi>
                        ),
                    },
                    {
                      id: 'means',
                      words: t('focal.means'),
                      cell: (term) => <Means term={term} />,
                    },
                    {
                      id: 'from',
                      words: ta('column.from'),
                      short: true,
                      cell: ({ from }) => format.shortDay(from),
                    },
                    until,
                    {
                      id: 'sharing',
                      words: ta('report.sharing'),
                      cell: ({ sharing }) => ta(`sharing.${sharing}`),
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
      {ending}
    </Page>
  );
}

function rowsOf(actors: readonly ActorWithFocalPoints[]): readonly Row[] {
  return actors.flatMap(({ code, name, focalPoints }) =>
    focalPoints.map((one) => ({ ...one, code, actorName: name })),
  );
}

/** The office: its name, where it stands, and its page. */
function Office({ term }: { readonly term: Row }): ReactNode {
  const t = useT('console-offices');
  const ta = useT('console-agenda');
  const { office, officePosition, ministry, deputy, channel } = term;
  return (
    <>
      <bdi>{office}</bdi> {deputy ? <Badge>{t('focal.deputyShort')}</Badge> : null}
      <div className={kit.hint}>
        {ta(`position.${officePosition}`)}
        {ministry === null ? null : ` · ${ta(`ministry.${ministry}`)}`}
      </div>
      {channel === null ? null : (
        <a href={channel} rel="noreferrer">
          {t('focal.channel')}
        </a>
      )}
    </>
  );
}

/** What the office has of its own, as far as it is known, and to whom it reports. */
function Means({ term }: { readonly term: Row }): ReactNode {
  const t = useT('console-offices');
  const ta = useT('console-agenda');
  const wordOf = (known: boolean | null): string =>
    known === null ? ta('edit.unknown') : ta(known ? 'word.yes' : 'word.no');
  return (
    <>
      <div>
        {t('focal.ownStaff')}: {wordOf(term.ownStaff)}
      </div>
      <div>
        {t('focal.ownBudget')}: {wordOf(term.ownBudget)}
      </div>
      {term.reportsTo === null ? null : (
        <div>
          {t('focal.reportsTo')}: <bdi>{term.reportsTo}</bdi>
        </div>
      )}
    </>
  );
}
