import type { ReactNode } from 'react';
import { OwnNetworkChoice, useOwnNetwork } from '../../frame/own-network.js';
import { useT } from '../../i18n/translate.js';
import { Empty } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import { Page } from '../../ui/page.js';
import { PartNav } from '../../ui/part-nav.js';

/** The head that the lists of the desk have in common, for the network that was chosen. */
export function DeskPage({
  title,
  filters,
  children,
}: {
  readonly title: string;
  readonly filters?: ReactNode;
  readonly children: (network: string) => ReactNode;
}): ReactNode {
  const t = useT('console-desk');
  const network = useOwnNetwork();
  return (
    <Page title={title}>
      <PartNav
        label={t('parts')}
        keep={['network']}
        parts={[
          ['/desk', t('part.introductions')],
          ['/desk/deployments', t('part.deployments')],
          ['/desk/places', t('part.places')],
          ['/desk/lessons', t('part.lessons')],
        ]}
      />
      <div className={kit.filters}>
        <OwnNetworkChoice />
        {filters}
      </div>
      {network ? children(network.slug) : <Empty title={t('noNetwork')} />}
    </Page>
  );
}
