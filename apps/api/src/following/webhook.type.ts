import type { DeliveryProblem, DeliveryState, EventKind, WebhookState } from '#following';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/days.scalar.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';
import {
  DeliveryProblemEnum,
  DeliveryStateEnum,
  WebhookEventEnum,
  WebhookStateEnum,
} from './following.enums.js';

@ObjectType({ description: 'A message to a webhook, and what came of it.' })
export class WebhookDelivery {
  @Field(() => String, { description: 'What the receiver reads in the header `webhook-id`.' })
  messageId!: string;

  @Field(() => WebhookEventEnum, { description: 'What the message tells.' })
  event!: EventKind;

  @Field(() => Instant, { description: 'The time that the message states, in UTC.' })
  toldAt!: string;

  @Field(() => DeliveryStateEnum, { description: 'Whether the message has arrived.' })
  state!: DeliveryState;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it is tried next, in UTC. Null if it is not tried again.',
  })
  dueAt!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The HTTP status of the last answer. Null if there was none.',
  })
  status!: number | null;

  @Field(() => DeliveryProblemEnum, {
    nullable: true,
    description: 'Why the last try had no answer. Null if it had one.',
  })
  problem!: DeliveryProblem | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it arrived or was given up, in UTC. Null while it waits.',
  })
  endedAt!: string | null;
}

@ObjectType({
  implements: () => [Node],
  description: 'Where the program of a service account is told that something changed.',
})
export class Webhook extends Node {
  override readonly __typename = 'Webhook';

  @Field(() => String, { description: 'The address to which messages are sent.' })
  url!: string;

  @Field(() => WebhookStateEnum, { description: 'Whether messages are sent.' })
  state!: WebhookState;

  @Field(() => Instant, { description: 'When the webhook was created, in UTC.' })
  createdAt!: string;

  @Field(() => Instant, {
    nullable: true,
    description: 'Since when no message has arrived, in UTC. Null while they arrive.',
  })
  failingSince!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description:
      'Until when the secret before the last change signs beside the present one, in UTC. Null if it was never changed.',
  })
  previousSecretUntil!: string | null;
}

@ObjectType({ description: 'A webhook with its secret, which is shown only this once.' })
export class WebhookWithSecret {
  readonly __typename = 'WebhookWithSecret';

  @Field(() => Webhook, { description: 'The webhook to which the secret belongs.' })
  webhook!: Webhook;

  @Field(() => String, {
    description:
      'The secret with which the receiver checks signatures: `whsec_…`. It cannot be shown again.',
  })
  secret!: string;
}

@ObjectType({ description: 'A webhook that was removed.' })
export class WebhookRemoved {
  readonly __typename = 'WebhookRemoved';

  @Field(() => ID, { description: 'The id that the webhook had.' })
  webhookId!: string;
}

export const WebhookResult = resultOf(Webhook);
export const WebhookWithSecretResult = resultOf(WebhookWithSecret);
export const WebhookRemovedResult = resultOf(WebhookRemoved);
