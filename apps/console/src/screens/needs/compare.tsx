import type { ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'wouter';
import { isRefused, refusalOf } from '../../graph/refusal.js';
import type { CompareTwoQuery } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { StackedBar } from '../../ui/charts.js';
import { Answered, Empty, Refusal } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import { Card, Page, Scroll, Stack } from '../../ui/page.js';
import { WHOLE } from '../../ui/numbers.js';
import css from './compare.module.css';
import { CompareTwo } from './needs.graphql.js';

type Comparison = Extract<
  CompareTwoQuery['compareCandidates'],
  { readonly __typename: 'Comparison' }
>;

/** Two to four candidates: the first beside each of the others, back to back. */
export default function CompareScreen(): ReactNode {
  const t = useT('console-needs');
  const tc = useT('console');
  const { id } = useParams<{ id: string }>();
  const [params] = useSearchParams();
  const [first, ...others] = params.getAll('id').slice(0, 4);
  return (
    <Page
      title={t('compare.title')}
      crumbs={[
        [tc('menu.needs'), '/needs'],
        [t('compare.need'), `/needs/${id}`],
      ]}
    >
      {first === undefined || others.length === 0 ? (
        <Empty title={t('compare.nobody')}>
          <p>{t('ranking.compareHint')}</p>
        </Empty>
      ) : (
        <Stack>
          {others.map((second) => (
            <Pair key={second} needId={id} first={first} second={second} />
          ))}
        </Stack>
      )}
    </Page>
  );
}

function Pair(ids: {
  readonly needId: string;
  readonly first: string;
  readonly second: string;
}): ReactNode {
  const query = useAsk(CompareTwo, ids);
  return (
    <Answered query={query}>
      {({ compareCandidates: compared }) =>
        isRefused(compared) ? <Refusal refused={refusalOf(compared)} /> : <Compared {...compared} />
      }
    </Answered>
  );
}

function Compared({ first, second, criteria, sentences, turns }: Comparison): ReactNode {
  const t = useT('console-needs');
  const tc = useT('console');
  const most = Math.max(
    ...criteria.flatMap((one) => [one.first.contribution, one.second.contribution]),
    1,
  );
  return (
    <Card title={t('compare.pair', { first: first.mediator.name, second: second.mediator.name })}>
      <Stack>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <Scroll label={t('compare.caption')}>
          {/* The roles are said because on a telephone the rows are laid out as blocks. */}
          {/* oxlint-disable jsx-a11y/no-redundant-roles */}
          {/* oxlint-disable jsx-a11y/no-interactive-element-to-noninteractive-role */}
          <table role="table" className={`${kit.table} ${css.pair}`}>
            <caption>{t('compare.caption')}</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">
                  <Link to={`/mediators/${first.mediator.id}`}>
                    <bdi>{first.mediator.name}</bdi>
                  </Link>
                </th>
                <th scope="col" role="columnheader" className={css.middle}>
                  {t('why.criterion')}
                </th>
                <th scope="col" role="columnheader">
                  <Link to={`/mediators/${second.mediator.id}`}>
                    <bdi>{second.mediator.name}</bdi>
                  </Link>
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {criteria.map(({ criterion, first: left, second: right }) => (
                <tr key={criterion} role="row">
                  <td role="cell">
                    <div className={css.side}>
                      <div className={css.back}>
                        <StackedBar parts={[{ index: 0, value: left.contribution }]} most={most} />
                      </div>
                      <span>{t('ranking.score', { score: left.contribution / WHOLE })}</span>
                    </div>
                  </td>
                  <th scope="row" role="rowheader" className={css.middle}>
                    {tc(`criterion.${criterion}`)}
                  </th>
                  <td role="cell">
                    <div className={css.side}>
                      <span>{t('ranking.score', { score: right.contribution / WHOLE })}</span>
                      <StackedBar parts={[{ index: 1, value: right.contribution }]} most={most} />
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot role="rowgroup">
              <tr role="row">
                <td role="cell" data-number="">
                  {t('ranking.score', { score: first.score / WHOLE })}
                </td>
                <th scope="row" role="rowheader" className={css.middle}>
                  {t('why.sum')}
                </th>
                <td role="cell">{t('ranking.score', { score: second.score / WHOLE })}</td>
              </tr>
            </tfoot>
          </table>
        </Scroll>
        {turns.length > 0 ? (
          <ul>
            {turns.map(({ criterion, from, to }) => (
              <li key={criterion}>
                {t('compare.turn', { criterion: tc(`criterion.${criterion}`), from, to })}
              </li>
            ))}
          </ul>
        ) : null}
      </Stack>
    </Card>
  );
}
