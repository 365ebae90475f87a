import type { ReactNode } from 'react';
import { OwnNetworkChoice, useOwnNetwork } from '../../frame/own-network.js';
import { useT } from '../../i18n/translate.js';
import { Link } from 'wouter';
import { useAsk } from '../../graph/use-graph.js';
import { Button } from '../../ui/button.js';
import { Empty } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import { Page, Row } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { PartNav } from '../../ui/part-nav.js';
import { DeskProfile } from './introductions.graphql.js';

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
        keep={['network', 'profile']}
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
      <OfHer />
      {network ? children(network.slug) : <Empty title={t('noNetwork')} />}
    </Page>
  );
}

/** Says of whom alone the list is, where the address names a profile, with the way back to it. */
function OfHer(): ReactNode {
  const t = useT('console-desk');
  const [id, setId] = useParam('profile');
  const query = useAsk(DeskProfile, { id }, { enabled: id !== '' });
  if (id === '') return null;
  const name = query.data?.profile?.displayName ?? null;
  return (
    <Row>
      <span>
        {t('ofHer')}{' '}
        {name === null ? (
          t('noName')
        ) : (
          <Link to={`/profiles/${id}`}>
            <bdi>{name}</bdi>
          </Link>
        )}
      </span>
      <Button small onPress={() => setId('')}>
        {t('ofHer.end')}
      </Button>
    </Row>
  );
}
