import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FeedJob, WebhookPoster, WebhookSend } from '#following';
import { OPERATOR, type ServiceAccountView } from '#identity';
import { makeAccount, openSession } from '../../support/accounts.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { Browser } from '../../support/browser.js';
import { globalId } from '../../support/curating.js';
import { insertListed } from '../../support/listed-mediator.js';
import { mailsTo } from '../../support/mails.js';
import { WebhookReceiver, type ReceivedMessage } from '../../support/webhook-receiver.js';

describe('webhooks', () => {
  let now = Date.now();
  let api: TestApi;
  let receiver: WebhookReceiver;
  let administrator: Browser;
  let administratorMail: string;
  let networkId: string;

  beforeAll(async () => {
    const env = { BARAZA_WEBHOOK_NETWORKS: '127.0.0.1' };
    api = await openTestApi(env, undefined, () => new Date(now));
    const network = { slug: 'acacia', names: { en: 'Acacia' } };
    networkId = (await api.services.networks.create(OPERATOR, network)).id;
    const { id, email } = await makeAccount(api.services, { role: 'administrator' });
    administratorMail = email;
    administrator = new Browser(api);
    administrator.token = (await openSession(api.services, id)).accessToken;
  });
  afterAll(async () => api.close());
  beforeEach(async () => {
    await api.services.database.query('DELETE FROM webhook');
    receiver = new WebhookReceiver();
    await receiver.open();
  });
  afterEach(async () => receiver.close());

  const program = async (
    scopes: ServiceAccountView['scopes'] = ['directory.read'],
    networkIds: string[] = [],
  ) =>
    api.services.identity.serviceAccounts.create(OPERATOR, {
      name: 'Follower',
      scopes,
      networkIds,
      days: 30,
    });
  const create = async (accountId: string, url = receiver.url, by = administrator) =>
    (await by.do('createWebhook', 'webhookWithSecret', {
      serviceAccountId: ['ID!', globalId('ServiceAccount', accountId)],
      url: ['String!', url],
    })) as unknown as {
      __typename: string;
      fields?: { path: string; code: string }[];
      secret: string;
      webhook: { id: string; state: string };
    };
  const step = async (name: string, id: string, by = administrator) =>
    by.do(name, 'webhook', { id: ['ID!', id] }) as Promise<{ __typename: string; state?: string }>;
  const made = async (scopes?: ServiceAccountView['scopes']) => {
    const { account } = await program(scopes);
    const { webhook, secret } = await create(account.id);
    return { account, id: webhook.id, secret };
  };
  const hook = async (id: string) => {
    const { data } = await administrator.ask<{
      node: {
        state: string;
        failingSince: string | null;
        deliveries: {
          event: string;
          state: string;
          status: number | null;
          problem: string | null;
          attempts: number;
        }[];
      };
    }>(
      `{ node(id: "${id}") { ... on Webhook { state failingSince deliveries { event state status problem attempts } } } }`,
    );
    return data!.node;
  };
  const send = async () => api.app.get(WebhookSend).handle();
  const change = async (columns = {}) => {
    await api.services.database.transaction((tx) => insertListed(tx, columns));
    await api.app.get(FeedJob).handle();
  };
  const later = (minutes: number) => {
    now += minutes * 60_000;
  };

  it('are told that there is something to read, signed, and nothing else', async () => {
    const { id, secret } = await made();
    await change({ display_name: 'Amina' });
    await send();
    expect(receiver.received).toEqual([]);
    later(5);
    await send();
    await send();
    expect(receiver.received).toHaveLength(1);
    const [{ headers, body }] = receiver.received as [ReceivedMessage];
    expect(JSON.parse(body)).toEqual({
      type: 'directory.changed',
      timestamp: expect.stringMatching(/T\d\d:\d[05]:00\.000Z$/) as unknown,
      data: {},
    });
    expect(headers['content-type']).toBe('application/json');
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
    );
    expect(Number(headers['webhook-timestamp'])).toBe(Math.floor(now / 1_000));
    expect(await hook(id)).toEqual({
      state: 'ACTIVE',
      failingSince: null,
      deliveries: [
        { event: 'CHANGES', state: 'DELIVERED', status: 204, problem: null, attempts: 1 },
      ],
    });
  });

  it('are told nothing of what their account may not see', async () => {
    const vetted = await made();
    await change({ display_name: 'Beatriz' });
    later(5);
    await send();
    const { id } = await made(['profiles.read']);
    receiver.received.length = 0;
    // For curators alone, for verified organizers, and for everybody.
    for (const [set, count] of [
      [`ruled_out = '{SD}'`, 0],
      [`residence = 'KE'`, 1],
      [`biography = '{"en":"Another text"}'`, 2],
    ] as const) {
      await api.services.database.query(`UPDATE mediator SET ${set}`);
      await api.app.get(FeedJob).handle();
      later(5);
      receiver.received.length = 0;
      await send();
      expect([set, receiver.received.length]).toEqual([set, count]);
    }
    expect((await hook(id)).deliveries).toHaveLength(1);
    expect((await hook(vetted.id)).deliveries).toHaveLength(3);
  });

  it('have two secrets for a day after one was changed', async () => {
    const { id } = await made();
    const rotated = (await administrator.do('rotateWebhookSecret', 'webhookWithSecret', {
      id: ['ID!', id],
    })) as unknown as { secret: string };
    expect(rotated.secret).toMatch(/^whsec_/);
    const signatures = async () => {
      await step('testWebhook', id);
      await send();
      return String(receiver.received.at(-1)?.headers['webhook-signature']).split(' ');
    };
    expect(await signatures()).toHaveLength(2);
    later(24 * 60 + 1);
    expect(await signatures()).toHaveLength(1);
  });

  it('are paused, resumed, tested and removed', async () => {
    const { id } = await made();
    expect(await step('pauseWebhook', id)).toMatchObject({ state: 'PAUSED' });
    expect(await step('pauseWebhook', id)).toMatchObject({ __typename: 'InvalidState' });
    await change();
    later(5);
    await send();
    expect(receiver.received).toEqual([]);
    expect(await step('testWebhook', id)).toMatchObject({ state: 'PAUSED' });
    await send();
    expect(
      receiver.received.map(({ body }) => (JSON.parse(body) as { type: string }).type),
    ).toEqual(['webhook.test']);
    expect(await step('resumeWebhook', id)).toMatchObject({ state: 'ACTIVE' });
    await send();
    expect(receiver.received).toHaveLength(2);
    expect(
      await administrator.do('removeWebhook', 'webhookRemoved', { id: ['ID!', id] }),
    ).toMatchObject({
      __typename: 'WebhookRemoved',
    });
    expect(await step('testWebhook', id)).toMatchObject({ __typename: 'NotFound' });
    const audited = await api.services.database.query<{ action: string }>(
      `SELECT action FROM audit_entry WHERE action LIKE 'webhook.%' ORDER BY number DESC LIMIT 5`,
    );
    expect(audited.map(({ action }) => action).toReversed()).toEqual([
      'webhook.create',
      'webhook.pause',
      'webhook.test',
      'webhook.resume',
      'webhook.remove',
    ]);
  });

  it('are kept by administrators, and by coordinators of the one network of the account', async () => {
    const as = async (networks: string[]) => {
      const browser = new Browser(api);
      const { authorization } = await api.signedIn({ role: 'coordinator', networks });
      browser.token = authorization!.slice(7);
      return browser;
    };
    await api.services.networks.create(OPERATOR, { slug: 'baobab', names: { en: 'Baobab' } });
    const [own, other] = [await as(['acacia']), await as(['baobab'])];
    const { account } = await program(['profiles.read'], [networkId]);
    const { webhook } = await create(account.id, receiver.url, own);
    expect(await step('pauseWebhook', webhook.id, own)).toMatchObject({ state: 'PAUSED' });
    for (const name of ['pauseWebhook', 'resumeWebhook', 'testWebhook', 'rotateWebhookSecret']) {
      const type = name === 'rotateWebhookSecret' ? 'webhookWithSecret' : 'webhook';
      expect(await other.do(name, type, { id: ['ID!', webhook.id] })).toMatchObject({
        __typename: 'NotFound',
      });
    }
    expect(await create(account.id, receiver.url, other)).toMatchObject({ __typename: 'NotFound' });
    const listed = async (by: Browser) =>
      (
        await by.ask<{
          serviceAccounts: { edges: { node: { id: string; webhooks: unknown[] } }[] };
        }>('{ serviceAccounts(first: 50) { edges { node { id webhooks { url } } } } }')
      ).data?.serviceAccounts.edges.map(({ node }) => node);
    expect(await listed(own)).toEqual([
      { id: globalId('ServiceAccount', account.id), webhooks: [{ url: receiver.url }] },
    ]);
    expect(await listed(other)).toEqual([]);
  });

  it('are at most five for an account, at addresses that are permitted', async () => {
    const { account } = await program();
    for (const url of ['https://10.0.0.1/', 'ftp://receiver.example/', 'https://a:b@c.example/']) {
      expect(await create(account.id, url)).toMatchObject({
        fields: [{ path: 'url', code: 'MALFORMED' }],
      });
    }
    for (let n = 0; n < 5; n++) await create(account.id);
    expect(await create(account.id)).toMatchObject({ fields: [{ code: 'TOO_MANY' }] });
    const revoked = await program();
    await api.services.identity.serviceAccounts.revoke(OPERATOR, revoked.account.id);
    expect(await create(revoked.account.id)).toMatchObject({ __typename: 'InvalidState' });
  });

  it('are sealed, address and secret, and open after the keys were rotated', async () => {
    const { id, secret } = await made();
    const [row] = await api.services.database.query<{ row: string }>(
      'SELECT webhook::text AS row FROM webhook',
    );
    const plain = Buffer.from(row!.row.replace(/^.*\\\\x([0-9a-f]+).*$/, '$1'), 'hex').toString(
      'latin1',
    );
    expect(plain).not.toContain(secret);
    expect(plain).not.toContain('127.0.0.1');
    await api.services.keys.rotate(OPERATOR);
    expect(await step('testWebhook', id)).toMatchObject({ __typename: 'Webhook' });
  });

  describe('whose receiver fails', () => {
    const failed = async (id: string) => {
      await send();
      return (await hook(id)).deliveries[0];
    };

    it('are tried again with growing pauses, and go on when it is back', async () => {
      const { id } = await made();
      receiver.status = 500;
      await change();
      later(5);
      expect(await failed(id)).toMatchObject({ state: 'WAITING', status: 500, attempts: 1 });
      expect(await failed(id)).toMatchObject({ attempts: 1 });
      later(1);
      expect(await failed(id)).toMatchObject({ attempts: 2 });
      expect((await hook(id)).failingSince).not.toBeNull();
      await receiver.close();
      later(5);
      expect(await failed(id)).toMatchObject({ problem: 'UNREACHABLE', status: null, attempts: 3 });
      await receiver.open(Number(new URL(receiver.url).port));
      receiver.status = 200;
      later(30);
      expect(await failed(id)).toMatchObject({ state: 'DELIVERED', attempts: 4 });
      expect((await hook(id)).failingSince).toBeNull();
    });

    it('are not waited for longer than they may', async () => {
      const { id } = await made();
      receiver.status = 'never';
      const poster = api.app.get(WebhookPoster);
      const { patienceMs } = poster;
      poster.patienceMs = 100;
      try {
        await change();
        later(5);
        expect(await failed(id)).toMatchObject({ problem: 'TIMEOUT', state: 'WAITING' });
      } finally {
        poster.patienceMs = patienceMs;
      }
    });

    it('are not led elsewhere', async () => {
      const target = new WebhookReceiver();
      await target.open();
      const { id } = await made();
      receiver.status = 302;
      receiver.location = target.url;
      await change();
      later(5);
      expect(await failed(id)).toMatchObject({ status: 302, state: 'WAITING' });
      expect(target.received).toEqual([]);
      await target.close();
    });

    it('are not led into a private network by a name', async () => {
      const { account } = await program();
      // The machine itself by name: its IPv6 address is not opened, or its IPv4 address is another one.
      const { port } = new URL(receiver.url);
      const poster = api.app.get<unknown>(WebhookPoster) as {
        settings: { webhookNetworks: readonly string[] };
      };
      const { settings } = poster;
      const { webhook } = await create(account.id, `http://localhost:${port}/`);
      poster.settings = { ...settings, webhookNetworks: [] };
      try {
        await change();
        later(5);
        expect(await failed(webhook.id)).toMatchObject({ problem: 'ADDRESS', status: null });
        expect(receiver.received).toEqual([]);
      } finally {
        poster.settings = settings;
      }
    });

    it('are disabled after three days, and whoever looks after them is told', async () => {
      const { id } = await made();
      receiver.status = 503;
      await change();
      later(5);
      await send();
      for (const minutes of [1, 5, 30, 120, 300, 600, 840, 1_200]) {
        later(minutes);
        await send();
      }
      expect((await hook(id)).state).toBe('ACTIVE');
      later(1_440);
      await send();
      expect((await hook(id)).deliveries[0]).toMatchObject({ state: 'FAILED', attempts: 10 });
      expect((await hook(id)).state).toBe('DISABLED');
      const mails = await mailsTo(api, administratorMail);
      expect(mails.map(({ subject }) => subject)).toEqual(['A webhook was disabled']);
      expect(mails[0]!.text).not.toContain('/hook');
      receiver.status = 200;
      expect(await step('resumeWebhook', id)).toMatchObject({ state: 'ACTIVE' });
      await send();
      expect((await hook(id)).deliveries[0]).toMatchObject({ state: 'DELIVERED' });
    });

    it('are disabled at once by a receiver that has gone', async () => {
      const { id } = await made();
      receiver.status = 410;
      await change();
      later(5);
      expect(await failed(id)).toMatchObject({ state: 'FAILED', status: 410 });
      expect((await hook(id)).state).toBe('DISABLED');
    });

    it('are told nothing once their account was revoked', async () => {
      const { account, id } = await made();
      await change();
      await api.services.identity.serviceAccounts.revoke(OPERATOR, account.id);
      later(5);
      await send();
      expect(receiver.received).toEqual([]);
      // Nothing that would wait for ever is queued.
      expect(await step('testWebhook', id)).toMatchObject({ __typename: 'InvalidState' });
      expect(await step('pauseWebhook', id)).toMatchObject({ state: 'PAUSED' });
      expect(await step('resumeWebhook', id)).toMatchObject({ __typename: 'InvalidState' });
    });

    it('stay as they were resumed while the last try was under way', async () => {
      const { id } = await made();
      receiver.status = 410;
      await change();
      later(5);
      const poster = api.app.get<{ post: (...args: unknown[]) => Promise<unknown> }>(WebhookPoster);
      const post = poster.post.bind(poster);
      let resumed = false;
      poster.post = async (...args) => {
        const answer = await post(...args);
        if (!resumed) {
          resumed = true;
          await step('pauseWebhook', id);
          receiver.status = 200;
          await step('resumeWebhook', id);
        }
        return answer;
      };
      try {
        await send();
      } finally {
        poster.post = post;
      }
      expect(await hook(id)).toMatchObject({ state: 'ACTIVE', failingSince: null });
      expect((await hook(id)).deliveries.map(({ state }) => state)).toEqual(['DELIVERED']);
    });
  });
});
