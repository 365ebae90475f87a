import type { ReactNode } from 'react';
import { hasRole, useMe } from '../../frame/me.js';
import { OwnNetworkChoice, useOwnNetwork } from '../../frame/own-network.js';
import { useT } from '../../i18n/translate.js';
import kit from '../../ui/kit.module.css';
import { Page } from '../../ui/page.js';
import { CopyList } from './copy-list.js';

/** What left Baraza with profiles in it: of her network for a coordinator, of all for an administrator. */
export default function CopiesScreen(): ReactNode {
  const t = useT('console-emergency');
  const isOfAll = hasRole(useMe(), ['ADMINISTRATOR']);
  const own = useOwnNetwork();
  return (
    <Page title={t('copies')}>
      {isOfAll ? null : (
        <div className={kit.filters}>
          <OwnNetworkChoice />
        </div>
      )}
      <CopyList network={isOfAll ? null : (own?.slug ?? null)} />
    </Page>
  );
}
