import { SETTINGS } from '#config';
import { jobBacklog, LATE_SECONDS } from '#database';
import { explainFailure } from '../failure.js';
import { withRooms } from '../with-rooms.js';

/** Prints how this installation stands; a secret is shown only as set or unset. */
export async function doctor(): Promise<void> {
  await withRooms(async ({ database, search, indexSync, mailSend, mailTransport }, settings) => {
    for (const [key, definition] of Object.entries(SETTINGS)) {
      const value = settings[key as keyof typeof SETTINGS];
      const shown = 'secret' in definition ? (value === null ? 'unset' : 'set') : plain(value);
      console.log(`${definition.variable} = ${shown}`);
    }
    const [row] = await database.query<Record<'version' | 'mediators' | 'networks', string>>(
      `SELECT current_setting('server_version') AS version,
         (SELECT count(*) FROM mediator) AS mediators, (SELECT count(*) FROM network) AS networks`,
    );
    console.log(
      `PostgreSQL ${row?.version}: ${row?.mediators} mediators, ${row?.networks} networks`,
    );
    const { waiting, waitingSeconds, setAside } = await indexSync.backlog();
    const documents = await search.count().then(
      (count) => `${count} documents`,
      (error: unknown) => explainFailure(error),
    );
    console.log(
      `Search (${search.name}): ${documents}, ${waiting} changes waiting, the oldest for ${waitingSeconds} seconds`,
    );
    for (const { mediatorId, reason } of setAside) {
      console.log(
        `  The index does not take the profile ${mediatorId} (${reason}): nobody finds it by searching.`,
      );
    }
    const mails = await mailSend.backlog();
    console.log(
      `Mail (${mailTransport.name}): ${mails.waiting} waiting, ${mails.tried} of them tried in vain`,
    );
    const jobs = await jobBacklog(database);
    const late =
      jobs.lateSeconds > LATE_SECONDS
        ? ` The oldest should have begun ${jobs.lateSeconds} seconds ago: no worker runs, or it is stuck.`
        : '';
    console.log(`Jobs: ${jobs.waiting} waiting, ${jobs.givenUp} given up.${late}`);
  });
}

function plain(value: unknown): string {
  return value === null ? 'unset' : JSON.stringify(value);
}
