import type { INestApplicationContext } from '@nestjs/common';
import { MailSend, MailTransport, MessageGateway } from '#mail';
import { SearchIndex, IndexSync } from '#search';
import { SETTINGS, type Settings } from '#config';
import { Database, jobBacklog, LATE_SECONDS } from '#database';
import { explainFailure } from '#runtime';
import { directorySize } from '#directory';
import { asJson } from '../output.js';
import { withApplication } from '../with-application.js';

type Findings = Awaited<ReturnType<typeof examine>>;

/** Prints how this installation stands; a secret is shown only as set or unset. */
export async function doctor({ format }: { format: 'text' | 'json' }): Promise<void> {
  await withApplication(async (app, settings) => {
    const found = await examine(app, settings);
    console.log(format === 'json' ? asJson(found) : asText(found));
  });
}

async function examine(app: INestApplicationContext, settings: Settings) {
  const database = app.get(Database);
  const search = app.get(SearchIndex);
  const [server] = await database.query<{ version: string }>(
    `SELECT current_setting('server_version') AS version`,
  );
  const size = await directorySize(database);
  // An engine that is down is a finding as well.
  const counted = await search.count().then(
    (documents) => ({ documents, problem: null }),
    (error: unknown) => ({ documents: null, problem: explainFailure(error) }),
  );
  const jobs = await jobBacklog(database);
  return {
    settings: Object.fromEntries(
      Object.entries(SETTINGS).map(([key, definition]) => {
        const value: unknown = settings[key as keyof typeof SETTINGS];
        const shown = 'secret' in definition && value !== null ? 'set' : value;
        return [definition.variable, shown];
      }),
    ),
    database: { version: server?.version, ...size },
    search: { engine: search.name, ...counted, ...(await app.get(IndexSync).backlog()) },
    mail: {
      transport: app.get(MailTransport).name,
      gateway: app.get(MessageGateway).name,
      ...(await app.get(MailSend).backlog()),
    },
    jobs: { ...jobs, late: jobs.lateSeconds > LATE_SECONDS },
  };
}

function asText({ settings, database, search, mail, jobs }: Findings): string {
  const late = jobs.late
    ? ` The oldest should have begun ${jobs.lateSeconds} seconds ago: no worker is running, or it is stuck.`
    : '';
  return [
    ...Object.entries(settings).map(([variable, value]) => `${variable} = ${plain(value)}`),
    `PostgreSQL ${database.version}: ${database.mediators} mediators, ${database.networks} networks`,
    `Search (${search.engine}): ${search.problem ?? `${search.documents} documents`}, ${search.waiting} changes waiting, the oldest for ${search.waitingSeconds} seconds`,
    ...search.setAside.map(
      ({ mediatorId, reason }) =>
        `  The index rejects the profile ${mediatorId} (${reason}): no search finds it.`,
    ),
    `Mail (${mail.transport}), messages (${mail.gateway}): ${mail.waiting} waiting, ${mail.tried} of them failed at least once`,
    `Jobs: ${jobs.waiting} waiting, ${jobs.givenUp} given up.${late}`,
  ].join('\n');
}

function plain(value: unknown): string {
  if (value === null) return 'unset';
  return value === 'set' ? value : JSON.stringify(value);
}
