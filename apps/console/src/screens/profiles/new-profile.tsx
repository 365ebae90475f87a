import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useOwnNetworks } from '../../frame/me.js';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type { ProfileChangesInput } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Badge, Failure, Notice, Refusal } from '../../ui/feedback.js';
import { Choice, Line } from '../../ui/fields.js';
import { Card, Page, Row, Stack } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { useTell } from '../../ui/toast.js';
import { useLater } from '../../ui/use-later.js';
import { changesOf, EMPTY_DRAFT, notWhole, type Draft } from './draft.js';
import { FieldsForm } from './fields-form.js';
import { CreateProfile, FindOtherProfiles } from './profiles.graphql.js';

/** Creates a profile as a draft of one of the coordinator's networks. */
export default function NewProfileScreen(): ReactNode {
  const t = useT('console-profiles');
  const tc = useT('console');
  const tell = useTell();
  const [, go] = useLocation();
  const networks = useOwnNetworks();
  const [wanted, setNetwork] = useParam('network');
  const network = networks.find(({ slug }) => slug === wanted)?.slug ?? networks[0]?.slug ?? '';
  const [externalId, setExternalId] = useState('');
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [faulty, setFaulty] = useState<readonly (keyof ProfileChangesInput)[]>([]);
  const create = useChange(CreateProfile);
  const refused = refusalOf(create.data?.createProfile);
  const save = async (): Promise<void> => {
    const wrong = notWhole(draft);
    setFaulty(wrong);
    if (wrong.length > 0) return;
    const { createProfile } = await create.mutateAsync({
      network,
      externalId: externalId.trim() === '' ? null : externalId.trim(),
      changes: changesOf(EMPTY_DRAFT, draft),
    });
    if (isRefused(createProfile)) return;
    tell(t('create.done'));
    go(`/profiles/${createProfile.id}`);
  };
  return (
    <Page title={t('create.title')} crumbs={[[tc('menu.members'), '/members']]}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <p>{t('create.about')}</p>
          <Refusal refused={refused} />
          {create.error ? <Failure error={create.error} /> : null}
          <Card title={t('create.list')}>
            <Stack>
              <Choice
                label={tc('choose.network')}
                value={network}
                options={networks.map(({ slug, name }) => [slug, name] as const)}
                onChange={setNetwork}
              />
              <Line
                label={t('create.number')}
                hint={t('create.numberHint')}
                value={externalId}
                onChange={setExternalId}
                maxLength={200}
                problem={problemAt(refused, 'externalId')}
              />
            </Stack>
          </Card>
          <MaybeListed network={network} name={draft.fullName} />
          <FieldsForm
            draft={draft}
            set={(part) => setDraft((old) => ({ ...old, ...part }))}
            refused={refused}
            faulty={faulty}
            profile={null}
            network={network}
          />
          <Row>
            <Button type="submit" look="primary" isPending={create.isPending}>
              {t('create.button')}
            </Button>
            <LinkButton to="/members">{tc('action.cancel')}</LinkButton>
          </Row>
        </Stack>
      </form>
    </Page>
  );
}

/** Profiles of the network that have the name which is being written. */
function MaybeListed({
  network,
  name,
}: {
  readonly network: string;
  readonly name: string;
}): ReactNode {
  const t = useT('console-profiles');
  const asked = useLater(name.trim());
  const { data } = useAsk(
    FindOtherProfiles,
    { network, name: asked },
    { enabled: network !== '' && asked.length >= 3 },
  );
  const found = asked.length >= 3 ? (data?.findProfiles.edges ?? []) : [];
  if (found.length === 0) return null;
  return (
    <Notice tone="warm" title={t('create.maybeListed')}>
      <ul>
        {found.map(({ node }) => (
          <li key={node.id}>
            <Link to={`/profiles/${node.id}`}>
              <bdi>{node.fullName}</bdi>
            </Link>{' '}
            <Badge>{t(`state.${node.state}`)}</Badge>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
