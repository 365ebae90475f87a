import { useState, type ReactNode } from 'react';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge } from '../../ui/feedback.js';
import { usePage } from '../../ui/params.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { PagedTable } from '../../ui/table.js';
import { useWho } from '../profiles/who.js';
import { IssuedCopies, RecallCopy } from './emergency.graphql.js';

/** Briefings and lists that left Baraza, and how they are called back. Of one network, or of all for administrators. */
export function CopyList({ network }: { readonly network: string | null }): ReactNode {
  const t = useT('console-emergency');
  const format = useFormat();
  const who = useWho();
  const query = useAsk(IssuedCopies, { network, ...usePage(20) }, { keepPrevious: true });
  const [recalled, setRecalled] = useState<string | null>(null);
  return (
    <>
      <p>{t('copies.about')}</p>
      <Answered query={query}>
        {({ issuedCopies }) => (
          <PagedTable
            found={issuedCopies}
            none={<p>{t('copies.none')}</p>}
            caption={t('copies.counted', { count: issuedCopies.totalCount })}
            columns={[
              {
                id: 'what',
                words: t('copies.what'),
                names: true,
                cell: ({ kind, network: of, contactPurpose }) => (
                  <>
                    {t(`copyKind.${kind}`)} {of ? <bdi>{of.name}</bdi> : null}{' '}
                    {contactPurpose === null ? null : (
                      <Badge tone="warm">{t('copies.contact')}</Badge>
                    )}
                  </>
                ),
              },
              {
                id: 'who',
                words: t('copies.who'),
                cell: ({ reader, organization, issuedTo }) =>
                  [reader ?? organization ?? who(issuedTo), reader ? organization : null]
                    .filter(Boolean)
                    .map((words) => (
                      <div key={words}>
                        <bdi>{words}</bdi>
                      </div>
                    )),
              },
              {
                id: 'when',
                words: t('copies.when'),
                cell: ({ issuedAt }) => format.moment(issuedAt),
              },
              {
                id: 'women',
                words: t('hidings.women'),
                number: true,
                cell: ({ women }) => (women === null ? t('copies.few') : format.number(women)),
              },
              {
                id: 'steps',
                words: t('steps'),
                cell: ({ id, recalledAt }) =>
                  recalledAt === null ? (
                    <Button small look="danger" onPress={() => setRecalled(id)}>
                      {t('recall')}
                    </Button>
                  ) : (
                    <Badge tone="danger">
                      {t('copies.recalled', { when: format.moment(recalledAt) })}
                    </Badge>
                  ),
              },
            ]}
          />
        )}
      </Answered>
      {recalled === null ? null : <Recall id={recalled} onClose={() => setRecalled(null)} />}
    </>
  );
}

function Recall({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const t = useT('console-emergency');
  return (
    <StepDialog
      title={t('recall')}
      action={t('recall')}
      look="danger"
      change={useChange(RecallCopy)}
      variables={() => ({ id })}
      done={t('recall.done')}
      onClose={onClose}
    >
      <p>{t('recall.about')}</p>
    </StepDialog>
  );
}
