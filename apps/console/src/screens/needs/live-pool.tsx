import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { isRefused, refusalOf } from '../../graph/refusal.js';
import type { DraftPoolQuery, NeedInput } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { BarTable } from '../../ui/charts.js';
import { Answered, Badge, Empty, Refusal } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import { Card, Stack } from '../../ui/page.js';
import { useLater } from '../../ui/use-later.js';
import { DraftPool } from './needs.graphql.js';

export type Finding = Extract<
  DraftPoolQuery['checkNeed'],
  { readonly __typename: 'NeedCheck' }
>['findings'][number];

/** What a draft would find, asked for when its writer pauses. Null while it says nothing that could rank anybody. */
export function usePool(
  criteria: NeedInput | null,
  wanted: number | null,
): UseQueryResult<DraftPoolQuery> | null {
  // By its text: what is written is a new object with every letter.
  const text = useLater(JSON.stringify({ need: criteria, wanted }));
  const variables = useMemo(
    () => JSON.parse(text) as { readonly need: NeedInput; readonly wanted: number | null },
    [text],
  );
  const query = useAsk(DraftPool, variables, {
    keepPrevious: true,
    enabled: (variables.need as NeedInput | null) !== null,
  });
  return criteria === null ? null : query;
}

/** How many the draft would find, step by step, and what is odd about it. It follows what is being written. */
export function LivePool({
  pool,
}: {
  readonly pool: UseQueryResult<DraftPoolQuery> | null;
}): ReactNode {
  const t = useT('console-needs');
  return (
    <section aria-labelledby="pool" className={kit.stack}>
      <h2 id="pool">{t('pool.title')}</h2>
      {pool === null ? (
        <Empty title={t('pool.empty')}>
          <p>{t('pool.emptyAbout')}</p>
        </Empty>
      ) : (
        <Pool query={pool} />
      )}
    </section>
  );
}

function Pool({ query }: { readonly query: UseQueryResult<DraftPoolQuery> }): ReactNode {
  const t = useT('console-needs');
  const tc = useT('console');
  const format = useFormat();
  return (
    <Answered query={query}>
      {({ checkNeed, needReport }) => {
        const refused = refusalOf(checkNeed);
        if (refused || isRefused(checkNeed) || isRefused(needReport))
          return <Refusal refused={refused} />;
        return (
          <Stack>
            <p role="status">
              <strong>{t('pool.eligible', { count: checkNeed.eligible })}</strong>{' '}
              {t('pool.considered', { count: checkNeed.considered })}
            </p>
            <BarTable
              caption={t('pool.steps')}
              head={[t('pool.step'), t('pool.left')]}
              most={needReport.considered}
              rows={[
                { key: 'all', name: t('pool.all'), value: needReport.considered },
                ...needReport.waterfall.map(({ criterion, remaining }) => ({
                  key: criterion,
                  name: tc(`requirement.${criterion}`),
                  value: remaining,
                })),
              ]}
            />
            {checkNeed.findings.length > 0 ? (
              <Card title={t('pool.findings')}>
                <ul>
                  {checkNeed.findings.map(({ code, kind, path, sentence }) => (
                    <li key={`${code} ${path}`}>
                      <Badge
                        tone={
                          kind === 'CONTRADICTION'
                            ? 'danger'
                            : kind === 'TOO_NARROW'
                              ? 'warm'
                              : 'neutral'
                        }
                      >
                        {t(`finding.${kind}`)}
                      </Badge>{' '}
                      {sentence}
                    </li>
                  ))}
                </ul>
              </Card>
            ) : null}
            {checkNeed.reliefs.length > 0 ? (
              <Card title={t('pool.reliefs')}>
                <ul className={kit.chips}>
                  {checkNeed.reliefs.map(({ requirement, eligible }) => (
                    <li key={requirement}>
                      <Badge>
                        {t('pool.relief', {
                          requirement: tc(`requirement.${requirement}`),
                          more: format.number(eligible - checkNeed.eligible),
                        })}
                      </Badge>
                    </li>
                  ))}
                </ul>
              </Card>
            ) : null}
          </Stack>
        );
      }}
    </Answered>
  );
}
