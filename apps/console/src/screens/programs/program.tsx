import { useState, type ReactNode } from 'react';
import { useParams } from 'wouter';
import { hasRole, useMe } from '../../frame/me.js';
import type { ProgramQuery } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Card, Fact, Facts, Gone, Page, RecordScreen, Row, Stack } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { useNow } from '../../ui/use-now.js';
import { NewWebhook } from './new-webhook.js';
import { Once } from './once.js';
import { ProgramState } from './program-state.js';
import { Program, RevokeProgram } from './programs.graphql.js';
import { WebhookCard } from './webhook.js';

export type ServiceAccount = Extract<
  NonNullable<ProgramQuery['node']>,
  { readonly __typename: 'ServiceAccount' }
>;

/** So often the messages are read anew: a worker sends them each minute, and a test at once. */
const EVERY_MS = 10_000;
const MOST_WEBHOOKS = 5;

/** A program, how far its feed is, and where it is told that there is something to read. */
export default function ProgramScreen(): ReactNode {
  const tc = useT('console');
  const { id } = useParams<{ id: string }>();
  const query = useAsk(Program, { id }, { every: EVERY_MS });
  return (
    <RecordScreen query={query} gone={<Gone />}>
      {({ node }) =>
        node?.__typename === 'ServiceAccount' ? (
          <Page title={node.name} crumbs={[[tc('menu.programs'), '/programs']]}>
            <Stack>
              <About program={node} />
              <Webhooks program={node} />
            </Stack>
          </Page>
        ) : null
      }
    </RecordScreen>
  );
}

function About({ program }: { readonly program: ServiceAccount }): ReactNode {
  const t = useT('console-programs');
  const format = useFormat();
  const me = useMe();
  const [ends, setEnds] = useState(false);
  const { id, name, scopes, networks, createdAt, lastUsedOn, feedToldAt, revokedAt } = program;
  return (
    <Card>
      <Facts>
        <Fact term={t('state')}>
          <ProgramState program={program} />
        </Fact>
        <Fact term={t('scopes')}>{format.list(scopes.map((scope) => t(`scope.${scope}`)))}</Fact>
        <Fact term={t('networks')}>
          {networks.length > 0 ? format.list(networks.map((network) => network.name)) : null}
        </Fact>
        <Fact term={t('since')}>{format.shortDay(createdAt)}</Fact>
        <Fact term={t('lastUsed')}>
          {lastUsedOn === null ? t('never') : format.shortDay(lastUsedOn)}
        </Fact>
        <Fact term={t('feed')}>
          {feedToldAt === null ? t('feed.none') : format.moment(feedToldAt)}
        </Fact>
      </Facts>
      <p>{t('feed.about')}</p>
      {hasRole(me, ['ADMINISTRATOR']) && revokedAt === null ? (
        <Row>
          <Button look="danger" onPress={() => setEnds(true)}>
            {t('revoke')}
          </Button>
        </Row>
      ) : null}
      {ends ? <Revoke id={id} name={name} onClose={() => setEnds(false)} /> : null}
    </Card>
  );
}

function Revoke({
  id,
  name,
  onClose,
}: {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-programs');
  return (
    <StepDialog
      title={t('revoke.of', { name })}
      action={t('revoke')}
      look="danger"
      change={useChange(RevokeProgram)}
      variables={() => ({ id })}
      done={t('revoke.done')}
      onClose={onClose}
    >
      <p>{t('revoke.about')}</p>
    </StepDialog>
  );
}

function Webhooks({
  program: { id, webhooks, revokedAt, expiresAt },
}: {
  readonly program: ServiceAccount;
}): ReactNode {
  const t = useT('console-programs');
  const now = useNow();
  const [isNew, setNew] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const isLive = revokedAt === null && Date.parse(expiresAt) > now;
  return (
    <section aria-labelledby="webhooks">
      <Stack>
        <h2 id="webhooks">{t('webhooks')}</h2>
        <p>{t('webhooks.about')}</p>
        {webhooks.map((webhook) => (
          <WebhookCard key={webhook.id} webhook={webhook} onSecret={setSecret} />
        ))}
        {webhooks.length === 0 ? <p>{t('webhooks.none')}</p> : null}
        {isLive && webhooks.length < MOST_WEBHOOKS ? (
          <Row>
            <Button look="primary" onPress={() => setNew(true)}>
              {t('webhook.new')}
            </Button>
          </Row>
        ) : null}
      </Stack>
      {isNew ? (
        <NewWebhook programId={id} onClose={() => setNew(false)} onSecret={setSecret} />
      ) : null}
      {secret === null ? null : (
        <Once
          title={t('secret')}
          about={t('secret.about')}
          value={secret}
          onClose={() => setSecret(null)}
        />
      )}
    </section>
  );
}
