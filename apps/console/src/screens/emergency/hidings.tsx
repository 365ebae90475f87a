import type { ReactNode } from 'react';
import { useT } from '../../i18n/translate.js';
import { LinkButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { HidingList } from './hiding-list.js';

/** For administrators: all hidings of all networks. */
export default function HidingsScreen(): ReactNode {
  const t = useT('console-emergency');
  const tc = useT('console');
  return (
    <Page title={tc('menu.hidings')} actions={<LinkButton to="/copies">{t('copies')}</LinkButton>}>
      <section aria-labelledby="hidings">
        <h2 id="hidings">{t('hidings')}</h2>
        <HidingList network={null} />
      </section>
    </Page>
  );
}
