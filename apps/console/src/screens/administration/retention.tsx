import type { ReactNode } from 'react';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Answered } from '../../ui/feedback.js';
import { Table } from '../../ui/table.js';
import { RetentionOfData } from './administration.graphql.js';

/** How long each kind of data is kept, and what the next run of the nightly job removes. */
export function Retention(): ReactNode {
  const t = useT('console-administration');
  const format = useFormat();
  const query = useAsk(RetentionOfData, {});
  const english = (words: string): ReactNode => <bdi lang="en">{words}</bdi>;
  return (
    <section aria-labelledby="retention">
      <h2 id="retention">{t('retention')}</h2>
      <Answered query={query}>
        {({ retention: { nextRun, rules } }) => (
          <Table
            caption={t('retention.next', { when: format.moment(nextRun) })}
            rows={rules}
            keyOf={({ data }) => data}
            columns={[
              {
                id: 'data',
                words: t('retention.data'),
                names: true,
                cell: ({ data }) => english(data),
              },
              { id: 'period', words: t('retention.period'), cell: ({ period }) => english(period) },
              { id: 'basis', words: t('retention.basis'), cell: ({ basis }) => english(basis) },
              {
                id: 'due',
                words: t('retention.due'),
                number: true,
                cell: ({ expires, due }) => {
                  if (due !== null) return format.number(due);
                  return expires ? t('retention.few') : '–';
                },
              },
            ]}
          />
        )}
      </Answered>
    </section>
  );
}
