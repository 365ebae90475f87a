import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useAsk, useChange } from '../../graph/use-graph.js';
import type { WomenToTellQuery } from '../../graph/types.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge, Notice } from '../../ui/feedback.js';
import { Card, Stack } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Table } from '../../ui/table.js';
import { NoteToldInPerson, WomenToTell as Women } from './emergency.graphql.js';

/** Whom the network tells in person that somebody may have seen her data. Nothing where there is nobody. */
export function WomenToTell({ network }: { readonly network: string }): ReactNode {
  const t = useT('console-emergency');
  const format = useFormat();
  const query = useAsk(Women, { network });
  const [told, setTold] = useState<Woman | null>(null);
  return (
    <Answered query={query} lines={1}>
      {({ womenToTell }) =>
        womenToTell.length === 0 ? null : (
          <Card title={t('toTell')}>
            <Stack>
              <Notice tone="danger">
                <p>{t('toTell.about')}</p>
              </Notice>
              <Table
                caption={t('toTell.counted', { count: womenToTell.length })}
                rows={womenToTell}
                keyOf={({ breachId, mediatorId }) => `${breachId} ${mediatorId}`}
                columns={[
                  {
                    id: 'who',
                    words: t('toTell.who'),
                    names: true,
                    cell: ({ name, mediatorId }) => (
                      <Link to={`/profiles/${mediatorId}`}>
                        <bdi>{name ?? t('toTell.unnamed')}</bdi>
                      </Link>
                    ),
                  },
                  {
                    id: 'what',
                    words: t('toTell.what'),
                    cell: ({ cause, from, until }) => (
                      <>
                        <div>{t(`breachCause.${cause}`)}</div>
                        <div>
                          {t('toTell.days', { from: format.day(from), until: format.day(until) })}
                        </div>
                      </>
                    ),
                  },
                  {
                    id: 'seen',
                    words: t('toTell.seen'),
                    cell: ({ facts }) =>
                      facts.map((fact) => <div key={fact}>{t(`breachFact.${fact}`)}</div>),
                  },
                  {
                    id: 'advice',
                    words: t('toTell.advice'),
                    cell: ({ advice }) =>
                      advice.map((one) => <div key={one}>{t(`breachAdvice.${one}`)}</div>),
                  },
                  {
                    id: 'steps',
                    words: t('steps'),
                    cell: (woman) =>
                      woman.toldAt === null ? (
                        <Button small onPress={() => setTold(woman)}>
                          {t('toTell.note')}
                        </Button>
                      ) : (
                        <Badge>{t('toTell.told', { when: format.moment(woman.toldAt) })}</Badge>
                      ),
                  },
                ]}
              />
            </Stack>
            {told === null ? null : (
              <Told network={network} woman={told} onClose={() => setTold(null)} />
            )}
          </Card>
        )
      }
    </Answered>
  );
}

type Woman = WomenToTellQuery['womenToTell'][number];

function Told({
  network,
  woman,
  onClose,
}: {
  readonly network: string;
  readonly woman: Woman;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-emergency');
  const { breachId, mediatorId } = woman;
  return (
    <StepDialog
      title={t('toTell.note')}
      action={t('toTell.note')}
      change={useChange(NoteToldInPerson)}
      variables={() => ({ input: { network, breachId, mediatorId } })}
      done={t('toTell.done')}
      onClose={onClose}
    >
      <p>{t('toTell.noteAbout')}</p>
    </StepDialog>
  );
}
