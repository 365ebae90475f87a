import { WebhookService, type DeliveryView, type WebhookView } from '#following';
import type { Viewer } from '#identity';
import { Args, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Cost } from '../graphql/cost/field-cost.js';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { Instant } from '../graphql/days.scalar.js';
import { globalId, readIdOf } from '../graphql/global-id.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { ServiceAccount } from '../identity/service-account.type.js';
import {
  Webhook,
  WebhookDelivery,
  WebhookRemoved,
  WebhookRemovedResult,
  WebhookResult,
  WebhookWithSecret,
  WebhookWithSecretResult,
} from './webhook.type.js';

const ID_OF_WEBHOOK = { type: () => ID, description: 'The id of the webhook.' } as const;

@Resolver(() => ServiceAccount)
export class AccountWebhooksResolver {
  constructor(private readonly webhooks: WebhookService) {}

  @Cost({ own: 20, items: 5 })
  @ResolveField('webhooks', () => [Webhook], {
    description: 'Where its program is told that something changed, the oldest first.',
  })
  async ofAccount(
    @Parent() { id }: ServiceAccount,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Webhook[]> {
    const found = await this.webhooks.ofAccount(viewer, readIdOf('ServiceAccount', id));
    return found.map(toWebhook);
  }

  @Cost({ own: 20 })
  @ResolveField('feedToldAt', () => Instant, {
    nullable: true,
    description:
      'When something new could be read last in `changes` by its program, in UTC: a full five minutes. Null if there was nothing, or its token is not accepted any more.',
  })
  async feedToldAt(
    @Parent() { id }: ServiceAccount,
    @CurrentViewer() viewer: Viewer,
  ): Promise<string | null> {
    const told = await this.webhooks.feedToldAt(viewer, readIdOf('ServiceAccount', id));
    return told && told.toISOString();
  }
}

@Resolver(() => Webhook)
export class WebhooksResolver {
  constructor(private readonly webhooks: WebhookService) {}

  @Cost({ own: 20, items: 20 })
  @ResolveField('deliveries', () => [WebhookDelivery], {
    description: 'The last 20 messages, the latest first. They are kept for 30 days.',
  })
  async deliveries(
    @Parent() { id }: Webhook,
    @CurrentViewer() viewer: Viewer,
  ): Promise<WebhookDelivery[]> {
    const found = await this.webhooks.deliveries(viewer, readIdOf('Webhook', id));
    return found.map(toDelivery);
  }

  @RefusableMutation(() => WebhookWithSecretResult, {
    description:
      'Creates a webhook of a service account, at most 5 for each. Its secret is shown only this once. For administrators, and coordinators of the only network of the account.',
  })
  async createWebhook(
    @Args('serviceAccountId', {
      type: () => ID,
      description: 'The id of the service account whose program is told.',
    })
    serviceAccountId: string,
    @Args('url', {
      description:
        'The address to which messages are sent, at most 2,000 characters: `https://`, on the internet.',
    })
    url: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<WebhookWithSecret> {
    const key = readIdOf('ServiceAccount', serviceAccountId, 'serviceAccountId');
    return withSecret(await this.webhooks.create(viewer, key, url));
  }

  @RefusableMutation(() => WebhookWithSecretResult, {
    description:
      'Makes a new secret, which is shown only this once. For 24 hours, messages are signed with the old one, too.',
  })
  async rotateWebhookSecret(
    @Args('id', ID_OF_WEBHOOK) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<WebhookWithSecret> {
    return withSecret(await this.webhooks.rotateSecret(viewer, readIdOf('Webhook', id)));
  }

  @RefusableMutation(() => WebhookResult, {
    description: 'Pauses a webhook: nothing is sent until it is resumed.',
  })
  async pauseWebhook(
    @Args('id', ID_OF_WEBHOOK) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Webhook> {
    return toWebhook(await this.webhooks.pause(viewer, readIdOf('Webhook', id)));
  }

  @RefusableMutation(() => WebhookResult, {
    description:
      'Resumes a webhook that was paused or disabled. It is told at once that there may be something to read.',
  })
  async resumeWebhook(
    @Args('id', ID_OF_WEBHOOK) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Webhook> {
    return toWebhook(await this.webhooks.resume(viewer, readIdOf('Webhook', id)));
  }

  @RefusableMutation(() => WebhookResult, {
    description: 'Sends a test message, whatever the state of the webhook. It is tried once.',
  })
  async testWebhook(
    @Args('id', ID_OF_WEBHOOK) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Webhook> {
    return toWebhook(await this.webhooks.test(viewer, readIdOf('Webhook', id)));
  }

  @RefusableMutation(() => WebhookRemovedResult, {
    description: 'Removes a webhook with its secret and its messages.',
  })
  async removeWebhook(
    @Args('id', ID_OF_WEBHOOK) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<WebhookRemoved> {
    await this.webhooks.remove(viewer, readIdOf('Webhook', id));
    return { __typename: 'WebhookRemoved', webhookId: id };
  }
}

export function toWebhook(view: WebhookView): Webhook {
  const { url, state, createdAt, failingSince, previousSecretUntil } = view;
  return {
    __typename: 'Webhook',
    id: globalId('Webhook', view.id),
    url,
    state,
    createdAt: createdAt.toISOString(),
    failingSince: failingSince && failingSince.toISOString(),
    previousSecretUntil: previousSecretUntil && previousSecretUntil.toISOString(),
  };
}

function withSecret(made: { webhook: WebhookView; secret: string }): WebhookWithSecret {
  return {
    __typename: 'WebhookWithSecret',
    webhook: toWebhook(made.webhook),
    secret: made.secret,
  };
}

function toDelivery({ kind, toldAt, dueAt, endedAt, ...rest }: DeliveryView): WebhookDelivery {
  return {
    ...rest,
    event: kind,
    toldAt: toldAt.toISOString(),
    dueAt: dueAt && dueAt.toISOString(),
    endedAt: endedAt && endedAt.toISOString(),
  };
}
