import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { NeedState } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { LinkButton } from '../../ui/button.js';
import { Answered, Badge, Empty, type Tone } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Page } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { PagedTable } from '../../ui/table.js';
import { Needs } from './needs.graphql.js';

const STATES: readonly NeedState[] = ['DRAFT', 'OPEN', 'SHORTLISTING', 'FILLED', 'CANCELLED'];

export const TONES: Readonly<Record<NeedState, Tone>> = {
  DRAFT: 'neutral',
  OPEN: 'accent',
  SHORTLISTING: 'warm',
  FILLED: 'good',
  CANCELLED: 'neutral',
};

/** The needs of her organization, the latest first. */
export default function NeedsScreen(): ReactNode {
  const t = useT('console-needs');
  const tc = useT('console');
  const format = useFormat();
  const [state, setState] = useParam('state');
  const page = usePage(50);
  const states = STATES.includes(state as NeedState) ? [state as NeedState] : null;
  const query = useAsk(Needs, { ...page, states }, { keepPrevious: true });
  return (
    <Page
      title={tc('menu.needs')}
      actions={
        <LinkButton look="primary" to="/needs/new">
          {t('list.new')}
        </LinkButton>
      }
    >
      <div className={kit.filters}>
        <Choice
          label={t('list.state')}
          none={tc('list.all')}
          value={states?.[0] ?? ''}
          options={STATES.map((one) => [one, t(`state.${one}`)])}
          onChange={setState}
        />
      </div>
      <Answered query={query}>
        {({ myNeeds }) => (
          <PagedTable
            found={myNeeds}
            none={
              <Empty title={states ? tc('list.noMatch') : t('list.empty')}>
                <p>{states ? null : t('list.emptyAbout')}</p>
              </Empty>
            }
            caption={t('list.counted', { count: myNeeds.totalCount })}
            columns={[
              {
                id: 'title',
                words: t('field.title'),
                names: true,
                cell: ({ id, title }) => (
                  <Link to={`/needs/${id}`}>
                    <bdi>{title}</bdi>
                  </Link>
                ),
              },
              {
                id: 'state',
                words: t('list.state'),
                cell: (need) => <Badge tone={TONES[need.state]}>{t(`state.${need.state}`)}</Badge>,
              },
              {
                id: 'urgency',
                words: t('field.urgency'),
                cell: ({ urgency }) => t(`urgency.${urgency}`),
              },
              {
                id: 'engaged',
                words: t('list.engaged'),
                number: true,
                short: true,
                cell: ({ engaged, wanted }) =>
                  t('list.engagedOf', { engaged: engaged ?? 0, wanted }),
              },
              {
                id: 'process',
                words: t('field.process'),
                cell: ({ process }) => <bdi>{process}</bdi>,
              },
              {
                id: 'updated',
                words: t('list.updated'),
                cell: ({ updatedAt }) => format.moment(updatedAt),
              },
            ]}
          />
        )}
      </Answered>
    </Page>
  );
}
