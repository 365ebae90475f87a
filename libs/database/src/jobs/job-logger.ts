import { Logger } from 'graphile-worker';

/** The queue's own chatter is dropped: what matters (a job that failed) is reported by the runner. */
export const silentJobLogger = new Logger(() => () => undefined);
