import { useState, type ReactNode } from 'react';
import type { HidingsQuery } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge } from '../../ui/feedback.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Table } from '../../ui/table.js';
import { useWho } from '../profiles/who.js';
import { Hidings, LiftHiding } from './emergency.graphql.js';

type Hiding = HidingsQuery['hidings'][number];

/** Who was hidden at once, why, when and by whom, and the way back. Of one network, or of all for administrators. */
export function HidingList({ network }: { readonly network: string | null }): ReactNode {
  const t = useT('console-emergency');
  const format = useFormat();
  const who = useWho();
  const query = useAsk(Hidings, { network });
  const [lifted, setLifted] = useState<Hiding | null>(null);
  const whom = ({ oneByOne, network: of }: Hiding): string => {
    if (of === null) return t('hidings.byId');
    return t(oneByOne ? 'hidings.some' : 'hidings.all', { network: of.name });
  };
  const moment = (at: string, by: string): string =>
    t('hidings.byWhom', { when: format.moment(at), who: who(by) });
  return (
    <Answered query={query}>
      {({ hidings }) => (
        <>
          {hidings.length === 0 ? (
            <p>{t('hidings.none')}</p>
          ) : (
            <Table
              caption={t('hidings.counted', { count: hidings.length })}
              rows={hidings}
              keyOf={({ id }) => id}
              columns={[
                { id: 'whom', words: t('hidings.whom'), names: true, cell: whom },
                { id: 'reason', words: t('reason'), cell: ({ reason }) => t(`reason.${reason}`) },
                {
                  id: 'women',
                  words: t('hidings.women'),
                  number: true,
                  cell: ({ women }) => format.number(women),
                },
                {
                  id: 'hidden',
                  words: t('hidings.hidden'),
                  cell: ({ hiddenAt, hiddenBy }) => moment(hiddenAt, hiddenBy),
                },
                {
                  id: 'lifted',
                  words: t('hidings.back'),
                  cell: ({ liftedAt, liftedBy }) =>
                    liftedAt === null ? (
                      <Badge tone="danger">{t('hidings.stands')}</Badge>
                    ) : (
                      moment(liftedAt, liftedBy ?? '')
                    ),
                },
                {
                  id: 'steps',
                  words: t('steps'),
                  cell: (hiding) =>
                    hiding.liftable ? (
                      <Button small onPress={() => setLifted(hiding)}>
                        {t('lift')}
                      </Button>
                    ) : null,
                },
              ]}
            />
          )}
          {lifted ? (
            <Lift hiding={lifted} words={whom(lifted)} onClose={() => setLifted(null)} />
          ) : null}
        </>
      )}
    </Answered>
  );
}

function Lift({
  hiding: { id },
  words,
  onClose,
}: {
  readonly hiding: Hiding;
  readonly words: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-emergency');
  return (
    <StepDialog
      title={t('lift')}
      action={t('lift')}
      change={useChange(LiftHiding)}
      variables={() => ({ id })}
      done={({ liftHiding }) =>
        liftHiding.__typename === 'LiftedHiding' ? t('lift.done', liftHiding) : ''
      }
      onClose={onClose}
    >
      <p>
        <strong>
          <bdi>{words}</bdi>
        </strong>
      </p>
      <p>{t('lift.about')}</p>
    </StepDialog>
  );
}
