import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { InboxSubjectQuery } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Answered } from '../../ui/feedback.js';
import { Table } from '../../ui/table.js';
import { InboxRejects } from './inbox.graphql.js';
import type { Item } from './places.js';

/** What an item is about: as much as helps to decide whether to open it. */
export function About({
  item,
  subject,
}: {
  readonly item: Item;
  readonly subject: InboxSubjectQuery['node'] | undefined;
}): ReactNode {
  const t = useT('console-inbox');
  const format = useFormat();
  if (item.kind === 'IMPORT_REJECTS') {
    return item.network ? <Rejects network={item.network.slug} /> : null;
  }
  switch (subject?.__typename) {
    case 'Profile':
      return <AboutProfile profile={subject} />;
    case 'Correction':
      return (
        <>
          <blockquote dir="auto">{subject.request}</blockquote>
          <p>
            <Link to={`/profiles/${subject.profileId}`}>{t('herProfile')}</Link>
          </p>
        </>
      );
    case 'LinkSuggestion':
      return (
        <p>
          <bdi>{subject.one.name}</bdi> – <bdi>{subject.other.name}</bdi> ·{' '}
          {format.percent(subject.probability)}
        </p>
      );
    case 'DeskIntroduction':
      return (
        <p>
          <bdi>{subject.needTitle}</bdi> · <bdi>{subject.organizationName}</bdi>
        </p>
      );
    case 'Introduction':
      return (
        <p>
          <bdi>{subject.mediator?.name}</bdi>
        </p>
      );
    case 'DeskDeployment':
      return (
        <p>
          <bdi>{subject.needTitle}</bdi> · {days(format.shortDay, subject)}
        </p>
      );
    case 'Deployment':
      return <p>{days(format.shortDay, subject)}</p>;
    case 'AlongsidePlace':
      return (
        <p>
          <bdi>{subject.organization}</bdi> · {days(format.shortDay, subject)}
        </p>
      );
    default:
      return null;
  }
}

function days(
  shortDay: (day: string) => string,
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
): string {
  return `${shortDay(startsOn)} – ${shortDay(endsOn)}`;
}

/** How complete it is, what it lacks, what its sources contradict each other in, and when it was confirmed. */
function AboutProfile({
  profile: { completeness, sources, confirmedOn },
}: {
  readonly profile: Extract<InboxSubjectQuery['node'], { readonly __typename?: 'Profile' }>;
}): ReactNode {
  const t = useT('console-inbox');
  const tf = useT('console-fields');
  const format = useFormat();
  const fields = (some: readonly { readonly field: Parameters<typeof tf>[0] }[]): string =>
    format.list(some.map(({ field }) => tf(field)));
  const differing = sources.filter(({ inConflict }) => inConflict);
  return (
    <ul>
      <li>
        {t('completeness', { percent: format.percent(completeness.percent / 100) })}.{' '}
        {completeness.missing.length > 0
          ? t('lacks', { fields: fields(completeness.missing) })
          : null}
      </li>
      {differing.length > 0 ? <li>{t('differ', { fields: fields(differing) })}</li> : null}
      <li>
        {confirmedOn === null
          ? t('neverConfirmed')
          : t('confirmed', { on: format.day(confirmedOn) })}
      </li>
    </ul>
  );
}

/** The first rows that the last import of a network rejected, and why. */
function Rejects({ network }: { readonly network: string }): ReactNode {
  const t = useT('console-inbox');
  const query = useAsk(InboxRejects, { network });
  return (
    <Answered query={query}>
      {({ workList: { totalCount, edges } }) => (
        <Table
          caption={t('rejects.counted', { count: totalCount })}
          rows={edges.flatMap(({ node: { reject } }, i) => (reject ? [{ ...reject, key: i }] : []))}
          keyOf={({ key }) => String(key)}
          columns={[
            {
              id: 'row',
              words: t('rejects.row'),
              names: true,
              cell: ({ sheet, row }) => (sheet === null ? row : `${sheet} ${row}`),
            },
            {
              id: 'column',
              words: t('rejects.column'),
              cell: ({ column }) => <bdi>{column}</bdi>,
            },
            { id: 'value', words: t('rejects.value'), cell: ({ value }) => <bdi>{value}</bdi> },
            { id: 'reason', words: t('rejects.reason'), cell: ({ reason }) => reason },
          ]}
        />
      )}
    </Answered>
  );
}
