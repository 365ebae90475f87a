import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useParams } from 'wouter';
import type { HeadOfProfileFragment } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { LinkButton } from '../../ui/button.js';
import { Badge, Notice, Skeleton } from '../../ui/feedback.js';
import { Gone, Page, RecordScreen } from '../../ui/page.js';
import { Tabs } from '../../ui/tabs.js';
import { ConsentsTab } from './consents-tab.js';
import { ContactTab } from './contact-tab.js';
import { FieldsTab, type Editing } from './fields-tab.js';
import { HistoryTab } from './history-tab.js';
import { LifeTab } from './life-tab.js';
import { NetworksTab } from './networks-tab.js';
import { useOwnListings } from './use-own.js';
import { ProfileHead } from './profiles.graphql.js';
import { STATE_TONES } from './states.js';

/** Fields that offer are heavy: they come when they are needed. */
const MergeTab = lazy(() => import('./merge-tab.js'));

/** All that is held about a mediator, for her curators. Who does not exist and who is not theirs are the same answer. */
export default function ProfileScreen(): ReactNode {
  const t = useT('console-profiles');
  const { id } = useParams<{ id: string }>();
  const query = useAsk(ProfileHead, { id });
  return (
    <RecordScreen query={query} gone={<Gone title={t('nobody.title')} about={t('nobody.about')} />}>
      {({ profile }) => (profile ? <Record key={id} profile={profile} /> : null)}
    </RecordScreen>
  );
}

function Record({ profile }: { readonly profile: HeadOfProfileFragment }): ReactNode {
  const t = useT('console-profiles');
  const tc = useT('console');
  // Kept here, so that what is being written stays while she looks at another part.
  const [editing, setEditing] = useState<Editing | null>(null);
  const { id, displayName, state, pseudonymous } = profile;
  const [network] = useOwnListings(profile);
  const ofHer = new URLSearchParams({ network: network?.slug ?? '', profile: id }).toString();
  return (
    <Page
      title={displayName}
      crumbs={[[tc('menu.members'), '/members']]}
      actions={
        <>
          <Badge tone={STATE_TONES[state]}>{t(`state.${state}`)}</Badge>
          {network ? (
            <>
              <LinkButton to={`/desk?${ofHer}`}>{t('head.introductions')}</LinkButton>
              <LinkButton to={`/desk/deployments?${ofHer}`}>{t('head.deployments')}</LinkButton>
            </>
          ) : null}
        </>
      }
    >
      {pseudonymous ? <Notice tone="warm">{t('head.pseudonymous')}</Notice> : null}
      {editing ? <Notice>{t('head.writing')}</Notice> : null}
      <Tabs
        label={t('tabs.label')}
        tabs={[
          {
            id: 'fields',
            words: t('tabs.fields'),
            content: () => <FieldsTab id={id} editing={editing} setEditing={setEditing} />,
          },
          { id: 'life', words: t('tabs.life'), content: () => <LifeTab id={id} /> },
          { id: 'consents', words: t('tabs.consents'), content: () => <ConsentsTab id={id} /> },
          {
            id: 'contact',
            words: t('tabs.contact'),
            content: () => <ContactTab profile={profile} />,
          },
          { id: 'history', words: t('tabs.history'), content: () => <HistoryTab id={id} /> },
          {
            id: 'networks',
            words: t('tabs.networks'),
            content: () => <NetworksTab profile={profile} />,
          },
          {
            id: 'merge',
            words: t('tabs.merge'),
            content: () => (
              <Suspense fallback={<Skeleton />}>
                <MergeTab id={id} />
              </Suspense>
            ),
          },
        ]}
      />
    </Page>
  );
}
