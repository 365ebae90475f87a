import type { ReactNode } from 'react';
import { hasRole, useMe, useOwnNetworks } from '../../frame/me.js';
import { useT } from '../../i18n/translate.js';
import { Choice } from '../../ui/fields.js';

/** Chooses one of the networks that she coordinates; all of them only for those who may see figures of all. */
export function NetworkChoice({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (network: string) => void;
}): ReactNode {
  const t = useT('console');
  const me = useMe();
  const networks = useOwnNetworks();
  if (networks.length === 0) return null;
  const seesAll = hasRole(me, ['ADMINISTRATOR', 'FOCAL_POINT', 'ORGANIZER']);
  return (
    <Choice
      label={t('choose.network')}
      value={value}
      options={networks.map(({ slug, name }) => [slug, name])}
      onChange={onChange}
      {...(seesAll ? { none: t('list.all') } : {})}
    />
  );
}

/** The network whose figures are shown first: her own, where she may not see those of all. */
export function useFirstNetwork(): string {
  const me = useMe();
  const [first] = useOwnNetworks();
  return hasRole(me, ['ADMINISTRATOR', 'FOCAL_POINT']) ? '' : (first?.slug ?? '');
}
