import { useState, type ReactNode } from 'react';
import { useAsk } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Answered } from '../../ui/feedback.js';
import { Card, Stack } from '../../ui/page.js';
import { WhomHidingHides } from './emergency.graphql.js';
import { HideDialog, type Whom } from './hide-dialog.js';
import { HidingList } from './hiding-list.js';

/** What a coordinator does in an emergency: hides all of her network, and brings them back. */
export function HideNetwork({ whom }: { readonly whom: Whom }): ReactNode {
  const t = useT('console-emergency');
  const [open, setOpen] = useState(false);
  const { network } = whom;
  const preview = useAsk(WhomHidingHides, { network, mediatorIds: null });
  return (
    <Card title={t('hidings')}>
      <Stack>
        <p>{t('hide.about')}</p>
        <Answered query={preview}>
          {({ hidingPreview: { women } }) => <p>{t('hide.count', { count: women })}</p>}
        </Answered>
        <div>
          <Button look="alarm" onPress={() => setOpen(true)}>
            {t('hide.title')}
          </Button>
        </div>
        <HidingList network={network} />
        <div>
          <LinkButton to={`/copies?network=${encodeURIComponent(network)}`}>
            {t('copies')}
          </LinkButton>
        </div>
      </Stack>
      {open ? <HideDialog whom={whom} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}
