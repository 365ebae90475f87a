import type { Settings } from '#config';
import { join } from 'node:path';
import { HttpGateway } from './http-gateway.js';
import { MessageOutbox } from './message-outbox.js';
import type { MessageGateway } from './message-gateway.js';
import { NoGateway } from './no-gateway.js';

/** The gateway of the settings; without one a folder, and none in production, where nobody looks into a folder. */
export function createMessageGateway({
  messageUrl,
  messageToken,
  dataDirectory,
  environment,
}: Pick<
  Settings,
  'messageUrl' | 'messageToken' | 'dataDirectory' | 'environment'
>): MessageGateway {
  if (messageUrl !== null && messageToken !== null) {
    return new HttpGateway(new URL(messageUrl), messageToken);
  }
  return environment === 'production'
    ? new NoGateway()
    : new MessageOutbox(join(dataDirectory, 'messages'));
}
