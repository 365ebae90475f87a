import {
  CHANGE_KINDS,
  DELIVERY_PROBLEMS,
  DELIVERY_STATES,
  EVENT_KINDS,
  WEBHOOK_STATES,
} from '#following';
import { graphEnum } from '../graphql/enums/graph-enum.js';

export const ChangeKindEnum = graphEnum(
  'DirectoryChangeKind',
  'What has changed for the viewer.',
  CHANGE_KINDS,
  {
    meanings: {
      published: 'She is shown, and was not shown when the feed was read before.',
      changed: 'Something that is shown of her is another.',
      removed:
        'She is not shown any more: withdrawn, suspended, erased or called by another id. Which of these is not told.',
    },
  },
);

export const WebhookStateEnum = graphEnum(
  'WebhookState',
  'Whether messages are sent to a webhook.',
  WEBHOOK_STATES,
  {
    meanings: {
      active: 'Messages are sent when something has changed.',
      paused: 'Nothing is sent until it is resumed.',
      disabled:
        'Nothing is sent until it is resumed: no message arrived for three days, or the receiver answered 410.',
    },
  },
);

export const WebhookEventEnum = graphEnum(
  'WebhookEvent',
  'What a message to a webhook tells.',
  EVENT_KINDS,
  {
    meanings: {
      changes: 'There is something to read in `changes`.',
      test: 'Somebody wanted to see whether messages arrive.',
    },
  },
);

export const DeliveryStateEnum = graphEnum(
  'WebhookDeliveryState',
  'What became of a message to a webhook.',
  DELIVERY_STATES,
  {
    meanings: {
      waiting: 'It is tried, or tried again.',
      delivered: 'The receiver answered with a status from 200 to 299.',
      failed: 'It is not tried again.',
    },
  },
);

export const DeliveryProblemEnum = graphEnum(
  'WebhookDeliveryProblem',
  'Why a message to a webhook had no answer.',
  DELIVERY_PROBLEMS,
  {
    meanings: {
      address: 'The address is not permitted, or its name leads into a private network.',
      unreachable: 'There was no connection, or its certificate is not valid.',
      timeout: 'There was no answer within ten seconds.',
    },
  },
);
