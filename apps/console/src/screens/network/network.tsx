import { useState, type ReactNode } from 'react';
import { OwnNetworkChoice, useOwnNetwork } from '../../frame/own-network.js';
import type { OwnNetworkPageQuery } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { LOCALE_NAMES, type Locale } from '../../i18n/locale.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Answered, Badge } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import { Card, Fact, Facts, Page, Row, Stack } from '../../ui/page.js';
import { usePage } from '../../ui/params.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { PagedTable } from '../../ui/table.js';
import { WomenToTell } from '../emergency/women-to-tell.js';
import { HideNetwork } from '../emergency/hide-network.js';
import { Desk } from './desk.js';
import { EditNetwork } from './edit-network.js';
import {
  OwnInvitations,
  OwnNetworkPage,
  RevokeOwnInvitation,
  SetFourEyes,
} from './network.graphql.js';

export type OwnPage = OwnNetworkPageQuery;
type Network = NonNullable<OwnPage['network']>;

/** What her network says of itself, its desk, and who was invited. */
export default function NetworkScreen(): ReactNode {
  const t = useT('console-network');
  const own = useOwnNetwork();
  const query = useAsk(OwnNetworkPage, { network: own?.slug ?? '' }, { enabled: own !== null });
  return (
    <Page title={own?.name ?? t('title')}>
      <div className={kit.filters}>
        <OwnNetworkChoice />
      </div>
      <Answered query={query}>
        {({ network, networkDesk }) =>
          network ? (
            <Stack key={network.id}>
              <WomenToTell network={network.slug} />
              <About network={network} />
              <FourEyes network={network} />
              <Desk network={network.slug} desk={networkDesk} />
              <HideNetwork
                whom={{
                  network: network.slug,
                  name: network.name,
                  chapters: network.chapters.map(({ name }) => name),
                }}
              />
              <Invitations />
            </Stack>
          ) : null
        }
      </Answered>
    </Page>
  );
}

function About({ network }: { readonly network: Network }): ReactNode {
  const t = useT('console-network');
  const format = useFormat();
  const [edits, setEdits] = useState(false);
  const texts = (list: Network['names']): ReactNode =>
    list.length === 0
      ? null
      : list.map(({ language, text }) => (
          <div key={language} lang={language} dir="auto">
            {LOCALE_NAMES[language as Locale]}: {text}
          </div>
        ));
  return (
    <Card title={t('about')}>
      <Facts>
        <Fact term={t('names')}>{texts(network.names)}</Fact>
        <Fact term={t('descriptions')}>{texts(network.descriptions)}</Fact>
        <Fact term={t('admission')}>{texts(network.admissionTexts)}</Fact>
        <Fact term={t('website')}>
          {network.website ? (
            <a href={network.website} rel="noreferrer">
              <bdi>{network.website}</bdi>
            </a>
          ) : null}
        </Fact>
        <Fact term={t('territories')}>
          {format.list(network.territories.map(({ label }) => label))}
        </Fact>
        <Fact term={t('chapters')}>{format.list(network.chapters.map(({ name }) => name))}</Fact>
      </Facts>
      <Row>
        <Button onPress={() => setEdits(true)}>{t('edit')}</Button>
      </Row>
      {edits ? <EditNetwork network={network} onClose={() => setEdits(false)} /> : null}
    </Card>
  );
}

function FourEyes({ network: { slug, fourEyes } }: { readonly network: Network }): ReactNode {
  const t = useT('console-network');
  const [open, setOpen] = useState(false);
  const change = useChange(SetFourEyes);
  const step = fourEyes ? 'off' : 'on';
  return (
    <Card title={t('fourEyes')}>
      <p>{t('fourEyes.about')}</p>
      <p>
        <Badge tone={fourEyes ? 'good' : 'neutral'}>
          {t(fourEyes ? 'fourEyes.isOn' : 'fourEyes.isOff')}
        </Badge>
      </p>
      <Button onPress={() => setOpen(true)}>{t(`fourEyes.${step}`)}</Button>
      {open ? (
        <StepDialog
          title={t(`fourEyes.${step}`)}
          action={t(`fourEyes.${step}`)}
          look={fourEyes ? 'danger' : 'primary'}
          change={change}
          variables={() => ({ network: slug, on: !fourEyes })}
          done={t('saved')}
          onClose={() => setOpen(false)}
        >
          <p>{t(`fourEyes.${step}About`)}</p>
        </StepDialog>
      ) : null}
    </Card>
  );
}

function Invitations(): ReactNode {
  const t = useT('console-network');
  const format = useFormat();
  const query = useAsk(OwnInvitations, usePage(20), { keepPrevious: true });
  const [ends, setEnds] = useState<string | null>(null);
  return (
    <section className={kit.stack}>
      <h2>{t('invitations')}</h2>
      <p>{t('invitations.about')}</p>
      <Row>
        <LinkButton to="/members">{t('invitations.invite')}</LinkButton>
      </Row>
      <Answered query={query}>
        {({ invitations }) => (
          <PagedTable
            found={invitations}
            none={<p>{t('invitations.none')}</p>}
            caption={t('invitations.counted', { count: invitations.totalCount })}
            columns={[
              {
                id: 'email',
                words: t('invitations.to'),
                names: true,
                cell: ({ email }) =>
                  email === null ? t('invitations.byAnother') : <bdi>{email}</bdi>,
              },
              {
                id: 'network',
                words: t('invitations.network'),
                cell: ({ network }) => (network ? <bdi>{network.name}</bdi> : null),
              },
              {
                id: 'state',
                words: t('invitations.state'),
                cell: ({ state }) => <Badge>{t(`invitationState.${state}`)}</Badge>,
              },
              {
                id: 'sent',
                words: t('invitations.sent'),
                cell: ({ createdAt }) => format.moment(createdAt),
              },
              {
                id: 'expires',
                words: t('invitations.expires'),
                cell: ({ expiresAt }) => format.moment(expiresAt),
              },
              {
                id: 'steps',
                words: t('invitations.steps'),
                cell: ({ id, state }) =>
                  state === 'OPEN' ? (
                    <Button small onPress={() => setEnds(id)}>
                      {t('invitations.revoke')}
                    </Button>
                  ) : null,
              },
            ]}
          />
        )}
      </Answered>
      {ends === null ? null : <Revoke id={ends} onClose={() => setEnds(null)} />}
    </section>
  );
}

function Revoke({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const t = useT('console-network');
  return (
    <StepDialog
      title={t('invitations.revokeTitle')}
      action={t('invitations.revoke')}
      look="danger"
      change={useChange(RevokeOwnInvitation)}
      variables={() => ({ id })}
      done={t('invitations.revoked')}
      onClose={onClose}
    >
      <p>{t('invitations.revokeAbout')}</p>
    </StepDialog>
  );
}
