import type { INestApplicationContext } from '@nestjs/common';
import { MailSend, MailTransport, MessageGateway } from '#mail';
import { SearchIndex, IndexSync } from '#search';
import { loadSettings, SETTINGS, type Settings } from '#config';
import {
  checkCatalogue,
  Database,
  jobBacklog,
  LATE_SECONDS,
  type CatalogueCheck,
  type Finding,
} from '#database';
import { explainFailure } from '#runtime';
import { directorySize } from '#directory';
import { noteDeed } from '../note-deed.js';
import { asJson } from '../output.js';
import { withApplication } from '../with-application.js';

type Examined = Awaited<ReturnType<typeof examine>>;

/** The exit code where the database is not as the migrations made it. */
const DIFFERENT = 2;

/**
 * Prints how this installation stands; a secret is shown only as set or unset. With `repair`, what protects the data in
 * the database is first made again as the migrations made it.
 */
export async function doctor({
  format,
  repair = false,
}: {
  format: 'text' | 'json';
  repair?: boolean;
}): Promise<void> {
  const check = await checkCatalogue(loadSettings(process.env), { repair });
  const { later, findings, foreignNumbers, repaired } = check;
  if (later || findings.length > 0 || foreignNumbers > 0) process.exitCode = DIFFERENT;
  try {
    await withApplication(async (app, settings) => {
      if (repaired.length > 0) await noteDeed(app.get(Database), 'database.repair');
      const found = { ...(await examine(app, settings)), catalogue: shownCheck(check) };
      console.log(format === 'json' ? asJson(found) : `${asText(found)}\n${checkText(check)}`);
    });
  } catch (error) {
    // What keeps the application from opening may be among the findings.
    if (findings.length > 0) console.log(checkText(check));
    throw error;
  }
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

function asText({ settings, database, search, mail, jobs }: Examined): string {
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

function shownCheck({ later, findings, foreignNumbers, repaired }: CatalogueCheck) {
  const shown = ({ kind, on, name, problem }: Finding) => ({ kind, on, name, problem });
  return { later, foreignNumbers, findings: findings.map(shown), repaired: repaired.map(shown) };
}

function checkText({ later, findings, foreignNumbers, repaired }: CatalogueCheck): string {
  if (later) {
    return 'Roles, rights and policies were not compared: a later version of Baraza has migrated this database. Use that version.';
  }
  const lines = repaired.map((finding) => `  Repaired: ${findingText(finding)}`);
  lines.push(...findings.map((finding) => `  ${findingText(finding)}${adviceOn(finding)}`));
  if (foreignNumbers > 0) {
    lines.push(
      `  ${foreignNumbers} rows have transaction numbers of another server, which makes searches and rankings slow. Repair: baraza doctor --repair`,
    );
  }
  const differences = findings.length + (foreignNumbers > 0 ? 1 : 0);
  const summary =
    differences === 0
      ? 'Roles, rights, policies, triggers and tables are as the migrations made them.'
      : `Not as the migrations made it: ${differences}`;
  return [summary, ...lines].join('\n');
}

function findingText({ kind, on, name, problem }: Finding): string {
  const own = on === name || kind === 'owner' || kind === 'row security' ? '' : ` ${name}`;
  const what = kind === 'role' ? 'role baraza_app' : `${kind}${own} on ${on}`;
  return `${problem}: ${kind === 'table' || kind === 'function' ? `${kind} ${on}` : what}.`;
}

function adviceOn({ kind, repair }: Finding): string {
  if (repair.length > 0) return ' Repair: baraza doctor --repair';
  if (kind === 'grant') return ' No migration gave this right: take it back, unless you gave it.';
  return ' Only a person can mend this: restore a backup, or remove what was added.';
}
