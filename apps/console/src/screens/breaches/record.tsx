import { useState, type ReactNode } from 'react';
import type { RecordOfBreachQuery } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge } from '../../ui/feedback.js';
import { Check } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { usePage, useParam } from '../../ui/params.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Pager, Table } from '../../ui/table.js';
import { useWho } from '../profiles/who.js';
import { NoteTold, RecordOfBreach } from './breaches.graphql.js';
import { whileTelling } from './while-telling.js';

type Woman = Extract<
  NonNullable<RecordOfBreachQuery['node']>,
  { readonly __typename: 'Breach' }
>['record']['edges'][number]['node'];

/** Whom a breach concerns, with what, and who was told when and by which way. It names nobody. */
export function BreachRecord({ id }: { readonly id: string }): ReactNode {
  const t = useT('console-breaches');
  const te = useT('console-emergency');
  const format = useFormat();
  const who = useWho();
  const [only, setOnly] = useParam('only');
  const onlyToTell = only === 'toTell';
  const query = useAsk(
    RecordOfBreach,
    { id, onlyToTell, ...usePage(50) },
    { keepPrevious: true, every: ({ node }) => whileTelling(node) },
  );
  const [told, setTold] = useState<Woman | null>(null);
  return (
    <section aria-labelledby="record">
      <h2 id="record">{t('record')}</h2>
      <p>{t('record.about')}</p>
      <div className={kit.filters}>
        <Check
          label={t('record.toTell')}
          value={onlyToTell}
          onChange={(on) => setOnly(on ? 'toTell' : '')}
        />
      </div>
      <Answered query={query}>
        {({ node }) =>
          node?.__typename === 'Breach' ? (
            <>
              <Table
                caption={t('concerns.counted', { count: node.record.totalCount })}
                rows={node.record.edges}
                keyOf={({ cursor }) => cursor}
                columns={[
                  {
                    id: 'who',
                    words: t('mediator'),
                    names: true,
                    cell: ({ node: { mediatorId } }) =>
                      mediatorId === null ? (
                        t('mediator.unsaid')
                      ) : (
                        <code className={kit.code}>{mediatorId}</code>
                      ),
                  },
                  {
                    id: 'seen',
                    words: te('toTell.seen'),
                    cell: ({ node: { facts } }) =>
                      facts.map((fact) => <div key={fact}>{te(`breachFact.${fact}`)}</div>),
                  },
                  {
                    id: 'network',
                    words: t('network'),
                    cell: ({ node: { network } }) =>
                      network ? <bdi>{network.name}</bdi> : t('network.none'),
                  },
                  {
                    id: 'how',
                    words: t('how'),
                    cell: ({ node: { channel, toldAt, toldBy } }) =>
                      channel === null ? (
                        <Badge tone="danger">{t('untold')}</Badge>
                      ) : (
                        <>
                          <div>{t(`way.${channel}`)}</div>
                          {toldAt === null ? (
                            <Badge tone="danger">{t('untold')}</Badge>
                          ) : (
                            te('hidings.byWhom', {
                              when: format.moment(toldAt),
                              who: who(toldBy ?? ''),
                            })
                          )}
                        </>
                      ),
                  },
                  {
                    id: 'read',
                    words: t('read'),
                    cell: ({ node: { readAt } }) =>
                      readAt === null ? null : format.moment(readAt),
                  },
                  {
                    id: 'steps',
                    words: te('steps'),
                    cell: ({ node: woman }) =>
                      woman.channel === 'PERSON' &&
                      woman.toldAt === null &&
                      woman.mediatorId !== null ? (
                        <Button
                          small
                          aria-label={t('note.of', { id: woman.mediatorId })}
                          onPress={() => setTold(woman)}
                        >
                          {te('toTell.note')}
                        </Button>
                      ) : null,
                  },
                ]}
              />
              <Pager page={node.record.pageInfo} />
            </>
          ) : null
        }
      </Answered>
      {told?.mediatorId ? (
        <Told
          input={{
            network: told.network?.slug ?? null,
            breachId: id,
            mediatorId: told.mediatorId,
          }}
          onClose={() => setTold(null)}
        />
      ) : null}
    </section>
  );
}

function Told({
  input,
  onClose,
}: {
  readonly input: {
    readonly network: string | null;
    readonly breachId: string;
    readonly mediatorId: string;
  };
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-breaches');
  const te = useT('console-emergency');
  return (
    <StepDialog
      title={te('toTell.note')}
      action={te('toTell.note')}
      change={useChange(NoteTold)}
      variables={() => ({ input })}
      done={te('toTell.done')}
      onClose={onClose}
    >
      <p>{t('note.about')}</p>
    </StepDialog>
  );
}
