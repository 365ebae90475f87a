import { useState, type ReactNode } from 'react';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type { NetworksOfAllQuery } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge, Empty, Refusal } from '../../ui/feedback.js';
import { Check, Line } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Page, Row } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { PagedTable } from '../../ui/table.js';
import { useTell } from '../../ui/toast.js';
import { HideDialog } from '../emergency/hide-dialog.js';
import { ArchiveNetwork, CreateNetwork, NetworksOfAll } from './administration.graphql.js';

type Network = NetworksOfAllQuery['networks']['edges'][number]['node'];

/** All networks: new ones, and those that are no longer active. */
export default function NetworksScreen(): ReactNode {
  const t = useT('console-administration');
  const tc = useT('console');
  const tell = useTell();
  const [archived, setArchived] = useParam('archived');
  const page = usePage(50);
  const query = useAsk(
    NetworksOfAll,
    { ...page, archived: archived !== '' },
    { keepPrevious: true },
  );
  const restore = useChange(ArchiveNetwork);
  const [archiving, setArchiving] = useState<Network | null>(null);
  const [hides, setHides] = useState<Network | null>(null);
  const bringBack = async ({ slug, name }: Network): Promise<void> => {
    const { archiveNetwork } = await restore.mutateAsync({ network: slug, archived: false });
    if (!isRefused(archiveNetwork)) tell(t('networkRestored', { name }));
  };
  return (
    <Page title={tc('menu.networks')} actions={<NewNetwork />}>
      <div className={kit.filters}>
        <Check
          label={t('showArchived')}
          value={archived !== ''}
          onChange={(on) => setArchived(on ? '1' : '')}
        />
      </div>
      <Refusal refused={refusalOf(restore.data?.archiveNetwork)} />
      <Answered query={query}>
        {({ networks }) => (
          <PagedTable
            found={networks}
            none={<Empty title={t('networks.none')} />}
            caption={t('networks.counted', { count: networks.totalCount })}
            columns={[
              {
                id: 'name',
                words: t('name'),
                names: true,
                cell: ({ name }) => <bdi>{name}</bdi>,
              },
              { id: 'slug', words: t('slug'), cell: ({ slug }) => <code>{slug}</code> },
              {
                id: 'parent',
                words: t('parent'),
                cell: ({ parent }) => (parent ? <bdi>{parent.name}</bdi> : null),
              },
              {
                id: 'website',
                words: t('website'),
                cell: ({ website }) =>
                  website ? (
                    <a href={website} rel="noreferrer noopener">
                      {website}
                    </a>
                  ) : null,
              },
              {
                id: 'state',
                words: t('state'),
                cell: (network) =>
                  network.archived ? (
                    <Badge>{t('archived')}</Badge>
                  ) : (
                    <Badge tone="good">{t('active')}</Badge>
                  ),
              },
              {
                id: 'steps',
                words: t('steps'),
                short: true,
                cell: (network) =>
                  network.archived ? (
                    <Button
                      small
                      aria-label={t('restoreOf', { name: network.name })}
                      onPress={() => void bringBack(network)}
                    >
                      {t('restore')}
                    </Button>
                  ) : (
                    <Row>
                      <Button
                        small
                        look="danger"
                        aria-label={t('hideOf', { name: network.name })}
                        onPress={() => setHides(network)}
                      >
                        {t('hide')}
                      </Button>
                      <Button
                        small
                        look="danger"
                        aria-label={t('archiveOf', { name: network.name })}
                        onPress={() => setArchiving(network)}
                      >
                        {t('archive')}
                      </Button>
                    </Row>
                  ),
              },
            ]}
          />
        )}
      </Answered>
      {hides ? (
        <HideDialog
          whom={{ network: hides.slug, name: hides.name }}
          onClose={() => setHides(null)}
        />
      ) : null}
      {archiving ? (
        <Archive
          network={archiving}
          undo={() => void bringBack(archiving)}
          onClose={() => setArchiving(null)}
        />
      ) : null}
    </Page>
  );
}

function Archive({
  network: { slug, name },
  undo,
  onClose,
}: {
  readonly network: Network;
  readonly undo: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-administration');
  return (
    <StepDialog
      title={t('archiveOf', { name })}
      action={t('archive')}
      look="danger"
      change={useChange(ArchiveNetwork)}
      variables={() => ({ network: slug, archived: true })}
      done={t('networkArchived', { name })}
      undo={undo}
      onClose={onClose}
    >
      <p>{t('archiveAbout')}</p>
    </StepDialog>
  );
}

function NewNetwork(): ReactNode {
  const t = useT('console-administration');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" onPress={() => setOpen(true)}>
        {t('newNetwork')}
      </Button>
      {isOpen ? <Form onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Form({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT('console-administration');
  const [name, setName] = useState('');
  const [slug, setSlug] = useState('');
  const [description, setDescription] = useState('');
  const [website, setWebsite] = useState('');
  return (
    <StepDialog
      title={t('newNetwork')}
      action={t('create')}
      change={useChange(CreateNetwork)}
      variables={() => ({
        input: {
          slug: slug.trim(),
          names: [{ language: 'en', text: name.trim() }],
          ...(description.trim() === ''
            ? {}
            : { descriptions: [{ language: 'en', text: description.trim() }] }),
          ...(website.trim() === '' ? {} : { website: website.trim() }),
        },
      })}
      done={t('networkCreated', { name: name.trim() })}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <Line
            label={t('nameEnglish')}
            value={name}
            onChange={setName}
            required
            maxLength={200}
            problem={problemAt(refused, 'names')}
          />
          <Line
            label={t('slug')}
            hint={t('slugHint')}
            value={slug}
            onChange={setSlug}
            required
            maxLength={64}
            problem={problemAt(refused, 'slug')}
          />
          <Line
            label={t('descriptionEnglish')}
            value={description}
            onChange={setDescription}
            long
            maxLength={4000}
            problem={problemAt(refused, 'descriptions')}
          />
          <Line
            label={t('website')}
            type="url"
            value={website}
            onChange={setWebsite}
            problem={problemAt(refused, 'website')}
          />
        </>
      )}
    </StepDialog>
  );
}
