import { SETTINGS } from '#config';
import { withRooms } from '../with-rooms.js';

/** Prints how this installation stands; a secret is shown only as set or unset. */
export async function doctor(): Promise<void> {
  await withRooms(async ({ database, search, indexSync, mailSend, mailTransport }, settings) => {
    for (const [key, definition] of Object.entries(SETTINGS)) {
      const value = settings[key as keyof typeof SETTINGS];
      const shown = 'secret' in definition ? (value === null ? 'unset' : 'set') : plain(value);
      console.log(`${definition.variable} = ${shown}`);
    }
    const [row] = await database.query<
      Record<'version' | 'mediators' | 'networks' | 'jobs', string>
    >(
      `SELECT current_setting('server_version') AS version,
         (SELECT count(*) FROM mediator) AS mediators, (SELECT count(*) FROM network) AS networks,
         (SELECT count(*) FROM graphile_worker.jobs) AS jobs`,
    );
    const status = await search.status();
    console.log(
      `PostgreSQL ${row?.version}: ${row?.mediators} mediators, ${row?.networks} networks`,
    );
    const { waiting, givenUp } = await indexSync.backlog();
    console.log(
      `Search (${search.name}): ${status.documents} documents, ${waiting} changes waiting, ${givenUp.length} jobs given up`,
    );
    const mails = await mailSend.backlog();
    console.log(
      `Mail (${mailTransport.name}): ${mails.waiting} waiting, ${mails.tried} of them tried in vain`,
    );
    console.log(`Jobs waiting: ${row?.jobs}`);
  });
}

function plain(value: unknown): string {
  return value === null ? 'unset' : JSON.stringify(value);
}
