import type { ReactNode } from 'react';
import { useT } from '../i18n/translate.js';
import { Choice } from '../ui/fields.js';
import { useParam } from '../ui/params.js';
import { useOwnNetworks, type OwnNetwork } from './me.js';

/** The network of hers that the address names (`?network=`), or the first. Null if she coordinates none. */
export function useOwnNetwork(): OwnNetwork | null {
  const networks = useOwnNetworks();
  const [slug] = useParam('network');
  return networks.find((one) => one.slug === slug) ?? networks[0] ?? null;
}

/** Chooses among her networks, where there are several. */
export function OwnNetworkChoice(): ReactNode {
  const t = useT('console');
  const networks = useOwnNetworks();
  const chosen = useOwnNetwork();
  const [, choose] = useParam('network');
  if (networks.length < 2) return null;
  return (
    <Choice
      label={t('choose.network')}
      value={chosen?.slug ?? ''}
      options={networks.map(({ slug, name }) => [slug, name])}
      onChange={choose}
    />
  );
}
