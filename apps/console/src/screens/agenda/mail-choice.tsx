import type { ReactNode } from 'react';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Check } from '../../ui/fields.js';
import { Card, Stack } from '../../ui/page.js';
import { ChooseMails, MailChoice } from './agenda.graphql.js';

const MAILS = ['owing', 'packs'] as const;

/** Which mails about the agenda she gets. */
export function MailChoices(): ReactNode {
  const t = useT('console-agenda');
  const query = useAsk(MailChoice, {});
  const change = useChange(ChooseMails);
  const choice = query.data?.wpsMailChoice;
  if (choice?.__typename !== 'WpsMailChoice') return null;
  const { owing, packs } = change.isPending ? change.variables : choice;
  const chosen = { owing, packs };
  return (
    <Card title={t('mails.title')}>
      <Stack>
        {MAILS.map((which) => (
          <Check
            key={which}
            label={t(`mails.${which}`)}
            value={chosen[which]}
            disabled={change.isPending}
            onChange={(wanted) => change.mutate({ ...chosen, [which]: wanted })}
          />
        ))}
      </Stack>
    </Card>
  );
}
