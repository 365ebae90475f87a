/**
 * Every setting Baraza reads, in one table. `docs/settings.md` is generated from it, so a setting
 * that is not documented cannot exist.
 */
import { resolve } from 'node:path';
import { parseNetworks, parseProxies } from './proxies.js';
import { parseMasterKeys } from './master-keys.js';
import { fileVariable, readVariable, withPassword } from './secrets.js';
import { isMailAddress } from './mail-address.js';

/** How the text of one environment variable becomes a value; throws a sentence when it cannot. */
type Parse<T> = (text: string) => T;

interface Setting<T> {
  readonly variable: string;
  readonly description: string;
  /** What holds when the variable is unset or empty, as a person would write it. */
  readonly standard: string;
  /** A secret is never printed, not even in an error. */
  readonly secret?: true;
  readonly parse: Parse<T>;
}

const text: Parse<string> = (value) => value;
const optional: Parse<string | null> = (value) => (value === '' ? null : value);

const oneOf =
  <T extends string>(...allowed: readonly T[]): Parse<T> =>
  (value) => {
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) throw new Error(`must be one of ${allowed.join(', ')}`);
    return found;
  };

const whole =
  (from: number, to: number): Parse<number> =>
  (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < from || number > to) {
      throw new Error(`must be a whole number from ${from} to ${to}`);
    }
    return number;
  };

const switchValue: Parse<boolean> = (value) => oneOf('on', 'off')(value) === 'on';

const url =
  (...protocols: readonly string[]): Parse<string | null> =>
  (value) => {
    if (value === '') return null;
    const parsed = URL.canParse(value) ? new URL(value) : null;
    if (!parsed || !protocols.includes(parsed.protocol)) {
      throw new Error(`must be a ${protocols.map((p) => `${p}//`).join(' or ')} address`);
    }
    return value;
  };

/** Messages hold links to sign in with, so they go encrypted, but to a gateway on this machine. */
const gatewayUrl: Parse<string | null> = (value) => {
  const found = url('http:', 'https:')(value);
  if (found === null) return null;
  const { protocol, hostname, username, password } = new URL(found);
  if (username || password) throw new Error('must hold no password: there is a token');
  if (protocol === 'http:' && !isLoopback(hostname.replaceAll(/[[\]]/g, ''))) {
    throw new Error('must be an https:// address, unless it is on this machine');
  }
  return found;
};

const setting = <T>(definition: Setting<T>): Setting<T> => definition;

export const SETTINGS = {
  environment: setting({
    variable: 'NODE_ENV',
    description:
      'In `production`, introspection, GraphiQL, the demo and the embedded PostgreSQL are off.',
    standard: 'development',
    parse: oneOf('development', 'test', 'production'),
  }),
  host: setting({
    variable: 'BARAZA_HOST',
    description: 'Address on which the HTTP server listens.',
    standard: '127.0.0.1',
    parse: text,
  }),
  port: setting({
    variable: 'PORT',
    description: 'Port on which the HTTP server listens; 0 takes a free port.',
    standard: '3000',
    parse: whole(0, 65_535),
  }),
  publicUrl: setting({
    variable: 'BARAZA_PUBLIC_URL',
    description:
      'Address at which people reach this service; links in mails and on pages begin with it. Unset: the address on which the service listens. Required in production.',
    standard: '',
    parse: (value) => (url('http:', 'https:')(value) ?? '').replace(/\/+$/, ''),
  }),
  leaveUrl: setting({
    variable: 'BARAZA_LEAVE_URL',
    description:
      'Page that the link "Leave this page quickly" opens. Choose one that nobody finds unusual and that is not blocked where mediators live.',
    standard: 'https://www.wikipedia.org/',
    parse: (value) => url('http:', 'https:')(value) ?? '',
  }),
  directory: setting({
    variable: 'BARAZA_DIRECTORY',
    description:
      'Whether there are [pages of the public directory](public-directory.md): `on` or `off`. Without them, GraphQL still answers everyone.',
    standard: 'on',
    parse: switchValue,
  }),
  directoryIndexable: setting({
    variable: 'BARAZA_DIRECTORY_INDEXABLE',
    description:
      'Whether search engines of the web may list these pages: `on` or `off`. What they have listed may stay in their copies.',
    standard: 'off',
    parse: switchValue,
  }),
  trustProxy: setting({
    variable: 'BARAZA_TRUST_PROXY',
    description:
      'Addresses or networks of the reverse proxies whose `X-Forwarded-For` is trusted, separated by commas; `off` if there are none.',
    standard: 'off',
    parse: parseProxies,
  }),
  accessTokenMinutes: setting({
    variable: 'BARAZA_ACCESS_TOKEN_MINUTES',
    description: 'Minutes for which an access token is valid.',
    standard: '10',
    parse: whole(1, 60),
  }),
  sessionIdleHours: setting({
    variable: 'BARAZA_SESSION_IDLE_HOURS',
    description: 'Hours without use after which a session ends.',
    standard: '24',
    parse: whole(1, 720),
  }),
  sessionDays: setting({
    variable: 'BARAZA_SESSION_DAYS',
    description: 'Days after which a session ends, even if it is used.',
    standard: '14',
    parse: whole(1, 90),
  }),
  dataDirectory: setting({
    variable: 'BARAZA_DATA_DIR',
    description:
      'Folder of the embedded PostgreSQL, and of mails and messages if no server is set for them.',
    standard: '.data',
    parse: (value) => resolve(value),
  }),
  databaseUrl: setting({
    variable: 'DATABASE_URL',
    description:
      'Address of PostgreSQL 15 or later. Unset: an embedded PostgreSQL is started in the data folder. Required in production.',
    standard: '',
    secret: true,
    parse: url('postgres:', 'postgresql:'),
  }),
  databasePassword: setting({
    variable: 'DATABASE_PASSWORD',
    description:
      'Password for `DATABASE_URL`, which then holds none. It is taken as it is, whatever characters it has.',
    standard: '',
    secret: true,
    parse: optional,
  }),
  databaseOwnerUrl: setting({
    variable: 'DATABASE_OWNER_URL',
    description:
      'Address of the same database for the role that owns its tables; used only to migrate. Unset: `DATABASE_URL` owns them.',
    standard: '',
    secret: true,
    parse: url('postgres:', 'postgresql:'),
  }),
  databaseOwnerPassword: setting({
    variable: 'DATABASE_OWNER_PASSWORD',
    description: 'Password for `DATABASE_OWNER_URL`, as `DATABASE_PASSWORD`.',
    standard: '',
    secret: true,
    parse: optional,
  }),
  databasePool: setting({
    variable: 'BARAZA_DATABASE_POOL',
    description:
      'Highest number of connections that a process opens to PostgreSQL for requests. It opens up to as many again for jobs, locks and prepared reads.',
    standard: '10',
    // A worker that builds the index anew needs five: its life, its ear, two locks and one to work with.
    parse: whole(5, 200),
  }),
  masterKeys: setting({
    variable: 'BARAZA_MASTER_KEYS',
    description:
      'Master keys, which wrap the data keys of encryption at rest: `id:base64 of 32 bytes`, separated by commas. The first is current; the others still open what they wrapped. Unset: a key is created in the data folder. Required in production.',
    standard: '',
    secret: true,
    parse: (value) => (value === '' ? null : parseMasterKeys(value)),
  }),
  backupRecipients: setting({
    variable: 'BARAZA_BACKUP_RECIPIENTS',
    description:
      'Public keys of [age](https://age-encryption.org) (`age1…`) for which `baraza backup` encrypts, separated by commas; `baraza keys backup` makes one. Whoever has the secret key of one of them can read the backups.',
    standard: '',
    parse: parseRecipients,
  }),
  meilisearchUrl: setting({
    variable: 'MEILISEARCH_URL',
    description: 'Address of Meilisearch 1.x. Unset: search runs in PostgreSQL.',
    standard: '',
    parse: url('http:', 'https:'),
  }),
  meilisearchKey: setting({
    variable: 'MEILISEARCH_KEY',
    description:
      'API key of that Meilisearch. It must be able to manage indexes, settings and keys.',
    standard: '',
    secret: true,
    parse: optional,
  }),
  meilisearchIndex: setting({
    variable: 'MEILISEARCH_INDEX',
    description:
      'Prefix of the names of the Meilisearch indexes; there is one index for each clearance.',
    standard: 'baraza-profiles',
    parse: (value) => {
      if (!/^[a-zA-Z0-9_-]{1,100}$/.test(value)) {
        throw new Error('may hold letters, digits, - and _, at most 100 of them');
      }
      return value;
    },
  }),
  meilisearchDeadline: setting({
    variable: 'MEILISEARCH_DEADLINE_MS',
    description:
      'Milliseconds after which a request to Meilisearch is abandoned and a search answers `SEARCH_UNAVAILABLE`. A search that waits as long for its turn answers `BUSY`. Requests that send documents have twelve times as long.',
    standard: '5000',
    parse: whole(100, 60_000),
  }),
  mailUrl: setting({
    variable: 'BARAZA_MAIL_URL',
    description:
      'Mail server: `smtps://user:password@host:465`, or `smtp://host:587` with STARTTLS, which is required unless the server is on this machine. Unset: mails are written to `outbox` in the data folder. Required in production.',
    standard: '',
    secret: true,
    parse: url('smtp:', 'smtps:'),
  }),
  mailPassword: setting({
    variable: 'BARAZA_MAIL_PASSWORD',
    description:
      'Password for `BARAZA_MAIL_URL`, which then holds none. It is taken as it is, whatever characters it has.',
    standard: '',
    secret: true,
    parse: optional,
  }),
  mailFrom: setting({
    variable: 'BARAZA_MAIL_FROM',
    description: 'Sender address of mails. Required with `BARAZA_MAIL_URL`.',
    standard: '',
    parse: (value) => {
      if (value !== '' && !isMailAddress(value)) throw new Error('must be one e-mail address');
      return optional(value);
    },
  }),
  messageUrl: setting({
    variable: 'BARAZA_MESSAGE_URL',
    description:
      'Gateway for short messages to telephones, by SMS or a messenger: an `https://` address (`http://` on this machine only) that takes [JSON](operating.md#messages-to-telephones) by `POST`. Unset: messages are written to `messages` in the data folder; in production there are none, and nobody can choose them.',
    standard: '',
    secret: true,
    parse: gatewayUrl,
  }),
  messageToken: setting({
    variable: 'BARAZA_MESSAGE_TOKEN',
    description: 'Bearer token for that gateway. Required with `BARAZA_MESSAGE_URL`.',
    standard: '',
    secret: true,
    parse: (value) => {
      if (!/^[\x21-\x7e]*$/.test(value)) throw new Error('must be one word of ASCII');
      return optional(value);
    },
  }),
  webhookNetworks: setting({
    variable: 'BARAZA_WEBHOOK_NETWORKS',
    description:
      'Private addresses or networks to which [webhooks](following-changes.md#webhooks) may be sent, separated by commas, such as `10.1.0.0/16`. Unset: only addresses of the internet.',
    standard: '',
    parse: (value) => (value === '' ? [] : parseNetworks(value)),
  }),
  demo: setting({
    variable: 'BARAZA_DEMO',
    description:
      'Whether to load the fictional demo networks into an empty database: `on`, `off`, or `auto` (on with the embedded PostgreSQL, never in production).',
    standard: 'auto',
    parse: oneOf('auto', 'on', 'off'),
  }),
  worker: setting({
    variable: 'BARAZA_WORKER',
    description: 'Whether the api process also runs background jobs: `on` or `off`.',
    standard: 'on',
    parse: switchValue,
  }),
  confirmAfterDays: setting({
    variable: 'BARAZA_CONFIRM_AFTER_DAYS',
    description:
      'Days after which a mediator must confirm her profile again; otherwise it becomes stale and is left out of matching.',
    standard: '365',
    parse: whole(31, 3_650),
  }),
  maxPageSize: setting({
    variable: 'BARAZA_MAX_PAGE_SIZE',
    description: 'Highest number of items in a page of a GraphQL connection.',
    standard: '100',
    parse: whole(1, 1_000),
  }),
  maxDepth: setting({
    variable: 'BARAZA_MAX_DEPTH',
    description: 'Deepest nesting of fields in a GraphQL document.',
    standard: '12',
    parse: whole(4, 50),
  }),
  maxAliases: setting({
    variable: 'BARAZA_MAX_ALIASES',
    description:
      'Highest number of aliases in a GraphQL document; fragments count wherever they are used.',
    standard: '20',
    parse: whole(0, 1_000),
  }),
  maxFields: setting({
    variable: 'BARAZA_MAX_FIELDS',
    description:
      'Highest number of fields in a GraphQL document; fragments count wherever they are used.',
    standard: '400',
    parse: whole(50, 10_000),
  }),
  maxTokens: setting({
    variable: 'BARAZA_MAX_TOKENS',
    description: 'Highest number of tokens in a GraphQL document.',
    standard: '2500',
    parse: whole(500, 100_000),
  }),
  openGraph: setting({
    variable: 'BARAZA_OPEN_GRAPH',
    description:
      'Whether clients may send GraphQL documents of their own: `on`, or `off` to execute [trusted documents](graphql.md#trusted-documents) only. The console works either way.',
    standard: 'on',
    parse: switchValue,
  }),
  trustedDocuments: setting({
    variable: 'BARAZA_TRUSTED_DOCUMENTS',
    description:
      'File of [trusted documents](graphql.md#trusted-documents), or a folder with such `.json` files; read at start.',
    standard: '',
    parse: optional,
  }),
  logFormat: setting({
    variable: 'BARAZA_LOG',
    description:
      'How [the log](operating.md#the-log) of api and worker is written: `text`, `json` (one object a line), or `auto` (`json` in production).',
    standard: 'auto',
    parse: oneOf('auto', 'text', 'json'),
  }),
  logLevel: setting({
    variable: 'BARAZA_LOG_LEVEL',
    description:
      'What is logged: `error`, `warn` with warnings, `info` with a line for each request, too.',
    standard: 'warn',
    parse: oneOf('error', 'warn', 'info'),
  }),
  tracesUrl: setting({
    variable: 'BARAZA_TRACES_URL',
    description:
      'Address of a collector of OpenTelemetry that takes [traces](operating.md#traces) by OTLP over HTTP, such as `http://127.0.0.1:4318/v1/traces`. Unset: nothing is traced.',
    standard: '',
    parse: url('http:', 'https:'),
  }),
  tracesPercent: setting({
    variable: 'BARAZA_TRACES_PERCENT',
    description: 'Percentage of requests and jobs that are traced.',
    standard: '100',
    parse: whole(1, 100),
  }),
  operatorPort: setting({
    variable: 'BARAZA_OPERATOR_PORT',
    description:
      'Port on which a process serves [operators](operating.md#observing): `/metrics`, `/health`, `/live` and `/ready`; 0 takes a free port. Unset: it does not. Each process on one machine needs its own.',
    standard: '',
    parse: (value) => (value === '' ? null : whole(0, 65_535)(value)),
  }),
  operatorHost: setting({
    variable: 'BARAZA_OPERATOR_HOST',
    description:
      'Address on which operators are served. Anything but this machine requires `BARAZA_OPERATOR_TOKEN`.',
    standard: '127.0.0.1',
    parse: text,
  }),
  operatorToken: setting({
    variable: 'BARAZA_OPERATOR_TOKEN',
    description:
      'Bearer token without which `/metrics` and `/health` are not told; 16 characters or more.',
    standard: '',
    secret: true,
    parse: (value) => {
      if (value !== '' && !/^[\x21-\x7e]{16,}$/.test(value)) {
        throw new Error('must be one word of ASCII, of 16 characters or more');
      }
      return optional(value);
    },
  }),
  anonymousCost: setting({
    variable: 'BARAZA_ANONYMOUS_COST',
    description:
      'Highest cost of a GraphQL document of a client that has not signed in ([cost](graphql.md#cost)).',
    standard: '10000',
    parse: whole(1000, 10_000_000),
  }),
  anonymousCostPerMinute: setting({
    variable: 'BARAZA_ANONYMOUS_COST_PER_MINUTE',
    description:
      'Highest cost per minute of all GraphQL documents of a client that has not signed in, over all processes.',
    standard: '60000',
    parse: whole(1000, 1_000_000_000),
  }),
  anonymousAtOnce: setting({
    variable: 'BARAZA_ANONYMOUS_AT_ONCE',
    description:
      'Highest number of simultaneous GraphQL requests of a client that has not signed in.',
    standard: '8',
    parse: whole(1, 10_000),
  }),
  accountCost: setting({
    variable: 'BARAZA_ACCOUNT_COST',
    description: 'Highest cost of a GraphQL document of an account ([cost](graphql.md#cost)).',
    standard: '20000',
    parse: whole(1000, 10_000_000),
  }),
  accountCostPerMinute: setting({
    variable: 'BARAZA_ACCOUNT_COST_PER_MINUTE',
    description:
      'Highest cost per minute of all GraphQL documents of an account, over all processes.',
    standard: '240000',
    parse: whole(1000, 1_000_000_000),
  }),
  accountAtOnce: setting({
    variable: 'BARAZA_ACCOUNT_AT_ONCE',
    description: 'Highest number of simultaneous GraphQL requests of an account.',
    standard: '16',
    parse: whole(1, 10_000),
  }),
  serviceCost: setting({
    variable: 'BARAZA_SERVICE_COST',
    description:
      'Highest cost of a GraphQL document of a service account ([cost](graphql.md#cost)).',
    standard: '40000',
    parse: whole(1000, 10_000_000),
  }),
  serviceCostPerMinute: setting({
    variable: 'BARAZA_SERVICE_COST_PER_MINUTE',
    description:
      'Highest cost per minute of all GraphQL documents of a service account, over all processes.',
    standard: '600000',
    parse: whole(1000, 1_000_000_000),
  }),
  serviceAtOnce: setting({
    variable: 'BARAZA_SERVICE_AT_ONCE',
    description: 'Highest number of simultaneous GraphQL requests of a service account.',
    standard: '16',
    parse: whole(1, 10_000),
  }),
  anonymousProfilesPerHour: setting({
    variable: 'BARAZA_ANONYMOUS_PROFILES_PER_HOUR',
    description:
      'Highest number of profiles per hour for a client that has not signed in; pages count by the size requested.',
    standard: '2000',
    parse: whole(1, 1_000_000),
  }),
  requestsAtOnce: setting({
    variable: 'BARAZA_REQUESTS_AT_ONCE',
    description:
      'Most requests that an api process has in progress. It answers more with 503 and `OVERLOADED` at once.',
    standard: '500',
    parse: whole(1, 100_000),
  }),
  requestSeconds: setting({
    variable: 'BARAZA_REQUEST_SECONDS',
    description:
      'Seconds after which a request ends: its statements and searches are cancelled, and GraphQL answers `TIMEOUT`.',
    standard: '15',
    parse: whole(1, 600),
  }),
  matchingThreads: setting({
    variable: 'BARAZA_MATCHING_THREADS',
    description:
      'Number of threads that rank and analyse. Each holds all profiles, at some 250 bytes per profile. With two or more, one is reserved for rankings.',
    standard: '2',
    parse: whole(1, 64),
  }),
  matchingQueue: setting({
    variable: 'BARAZA_MATCHING_QUEUE',
    description:
      'Highest number of rankings and analyses that wait for a thread; beyond it, GraphQL answers `BUSY`.',
    standard: '200',
    parse: whole(1, 10_000),
  }),
  maxBodyBytes: setting({
    variable: 'BARAZA_MAX_BODY_BYTES',
    description: 'Largest HTTP request body, in bytes.',
    standard: '102400',
    parse: whole(1_024, 10_485_760),
  }),
} as const;

export type Settings = {
  readonly [K in keyof typeof SETTINGS]: ReturnType<(typeof SETTINGS)[K]['parse']>;
};

function parseRecipients(value: string): readonly string[] {
  const recipients = value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (recipients.some((recipient) => !/^age1[a-z0-9]+$/.test(recipient))) {
    throw new Error('must hold public keys of age, which begin with age1, separated by commas');
  }
  return recipients;
}

/** Thrown when the environment is wrong. `mistakes` holds one sentence for each wrong variable. */
export class SettingsError extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(`The settings are wrong. ${mistakes.join(' ')}`);
    this.name = 'SettingsError';
  }
}

/**
 * Reads all settings from the environment.
 *
 * @throws SettingsError naming every mistake at once; the value of a secret is never repeated.
 */
export function loadSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const mistakes: string[] = [];
  const entries = Object.entries(SETTINGS).map(([key, definition]: [string, Setting<unknown>]) => {
    const { variable, standard, secret = false } = definition;
    let value = '';
    try {
      value = readVariable(env, variable, secret) || standard;
      return [key, definition.parse(value)];
    } catch (error) {
      const shown = secret ? '' : ` (it is "${value}")`;
      mistakes.push(`${variable} ${(error as Error).message}${shown}.`);
      return [key, undefined];
    }
  });
  const given = Object.fromEntries(entries) as Settings;
  const joined = (variable: string, address: string | null, password: string | null) => {
    try {
      return withPassword(address, password);
    } catch (error) {
      mistakes.push(`${variable} ${(error as Error).message}.`);
      return address;
    }
  };
  const usualLog = given.environment === 'production' ? 'json' : 'text';
  const settings = {
    ...given,
    databaseUrl: joined('DATABASE_URL', given.databaseUrl, given.databasePassword),
    databaseOwnerUrl: joined(
      'DATABASE_OWNER_URL',
      given.databaseOwnerUrl,
      given.databaseOwnerPassword,
    ),
    mailUrl: joined('BARAZA_MAIL_URL', given.mailUrl, given.mailPassword),
    publicUrl: given.publicUrl || listeningUrl(given),
    logFormat: given.logFormat === 'auto' ? usualLog : given.logFormat,
  };
  if (settings.environment === 'production') {
    if (settings.databaseUrl === null) mistakes.push('DATABASE_URL is required in production.');
    if (settings.masterKeys === null)
      mistakes.push('BARAZA_MASTER_KEYS is required in production.');
    if (settings.mailUrl === null) mistakes.push('BARAZA_MAIL_URL is required in production.');
    if (given.publicUrl === '') mistakes.push('BARAZA_PUBLIC_URL is required in production.');
    if (settings.demo === 'on') mistakes.push('BARAZA_DEMO cannot be on in production.');
  }
  if (settings.mailUrl && settings.mailFrom === null) {
    mistakes.push('BARAZA_MAIL_FROM is required with BARAZA_MAIL_URL.');
  }
  if (settings.messageUrl && settings.messageToken === null) {
    mistakes.push('BARAZA_MESSAGE_TOKEN is required with BARAZA_MESSAGE_URL.');
  }
  if (settings.operatorPort !== null && !isLoopback(settings.operatorHost)) {
    if (settings.operatorToken === null) {
      mistakes.push(
        'BARAZA_OPERATOR_TOKEN is required where BARAZA_OPERATOR_HOST is not this machine.',
      );
    }
  }
  if (mistakes.length > 0) throw new SettingsError(mistakes);
  return settings;
}

function isLoopback(host: string): boolean {
  return ['localhost', '127.0.0.1', '::1'].includes(host);
}

/** Where a program on this machine reaches a service that listens there: on every address means on this one too. */
function listeningUrl({ host, port }: Pick<Settings, 'host' | 'port'>): string {
  const reached = ['0.0.0.0', '::', ''].includes(host) ? 'localhost' : host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}

/** Whether an empty database is filled with the fictional demo networks. */
export function wantsDemo(settings: Settings): boolean {
  return settings.demo === 'on' || (settings.demo === 'auto' && settings.databaseUrl === null);
}

/** A setting as people who administer see it. */
export interface ShownSetting {
  readonly variable: string;
  readonly description: string;
  /** What holds if it is unset; empty if nothing does. */
  readonly standard: string;
  readonly secret: boolean;
  /** What holds now, as it would be written; null if nothing does, and always for a secret. */
  readonly value: string | null;
}

/** All settings with their values, without secrets and without what addresses hold to sign in with. */
export function shownSettings(settings: Settings): ShownSetting[] {
  return Object.entries(SETTINGS).map(([key, definition]: [string, Setting<unknown>]) => {
    const { variable, description, standard, secret = false } = definition;
    const value = secret ? null : shownValue(settings[key as keyof Settings]);
    return { variable, description, standard, secret, value };
  });
}

function shownValue(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value)) return value.map((one) => String(one)).join(', ');
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return shown.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/iu, '$1');
}

/** The table of all settings as Markdown, for `docs/settings.md`. */
export function settingsTable(): string {
  const rows = Object.values(SETTINGS).map((definition: Setting<unknown>) => {
    const standard = definition.standard === '' ? 'unset' : `\`${definition.standard}\``;
    const secret = definition.secret
      ? ` Secret: never printed; may be in a file that \`${fileVariable(definition.variable)}\` names.`
      : '';
    return `| \`${definition.variable}\` | ${standard} | ${definition.description}${secret} |`;
  });
  return ['| variable | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}
