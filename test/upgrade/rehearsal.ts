/** The steps of docs/releasing.md, "Upgrading an installation" and "Rolling back", with both versions at work. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { answered, broken, changed, documentsOf, everyAnswer } from './every-answer.js';
import type { Answers, Asker } from './every-answer.js';
import type { Installation, Running, Version } from './installation.js';
import { demoPeople, signIn, type Person } from './people.js';
import { ROOT } from './older-version.js';
import { NotAskedError, type Report } from './report.js';
import { isHidden, SideBySide, type Side } from './side-by-side.js';
import { consoleChecks } from './console-checks.js';
import type { Door } from './visitor.js';

const MIGRATIONS = join(ROOT, 'libs/database/src/migrations');

/** How many names of what went wrong are printed. */
const NAMED = 5;

/** Those of the demo as whom everything is asked. */
const ASKERS = ['administrator', 'coordinator.acacia', 'organizer', 'mediator'] as const;

/** A backup with what opens it. */
interface Backup {
  readonly file: string;
  /** The file of the secret key. */
  readonly key: string;
  readonly recipient: string;
}

/** One upgrade and both ways back, on one installation. */
export class Rehearsal {
  private documents: ReadonlyMap<string, string> = new Map();
  private askers: readonly Asker[] = [];
  private people: ReadonlyMap<string, Person> = new Map();
  private backup: Backup | null = null;
  /** The name of a woman who is in the backup and was erased since. */
  private erased: string | null = null;

  constructor(
    private readonly report: Report,
    private readonly folder: string,
    private readonly installation: Installation,
    private readonly older: Version,
    private readonly newer: Version,
  ) {}

  async run(): Promise<void> {
    const { report, older } = this;
    const isFilled = await report.step('it fills a database with the demo', async () => {
      await older.says('migrate');
      await older.says('demo');
    });
    if (!isFilled) return;
    const [api, worker] = [await older.serve(), await older.work()];
    await this.signEverybodyIn(api.door);
    const before = [await this.ask(api.door), await this.ask(api.door)] as const;
    await report.step('it answers all that can be asked without an id', async () => {
      none(broken(before[0]));
      return `${before[0].size} questions, ${answered(before[0])} answered with data`;
    });
    await this.makeBackup();
    if (!(await this.migrate())) return;
    await report.step('the older api answers as before', () => this.isAsBefore(api.door, before));
    await api.stop();
    await worker.stop();
    const again = await report.get('an older api starts again', () => older.serve());
    if (again) {
      await report.step('it answers as before', () => this.isAsBefore(again.door, before));
      await this.sideBySide(again);
    }
    await this.goBack();
    await this.goBackWithBackup();
  }

  private async signEverybodyIn(door: Door): Promise<void> {
    this.people = await demoPeople(this.installation.dataDirectory);
    const askers: Asker[] = [['nobody', null]];
    for (const name of ASKERS) {
      askers.push([name, (await signIn(door, this.person(name))).token]);
    }
    this.askers = askers;
    const schema = await door.send('GET', '/schema.graphql');
    this.documents = documentsOf(buildSchema(schema.text));
  }

  private person(name: (typeof ASKERS)[number]): Person {
    const person = this.people.get(name);
    if (!person) throw new Error(`The demo has no ${name}.`);
    return person;
  }

  private async ask(door: Door): Promise<Answers> {
    return everyAnswer(door, this.documents, this.askers);
  }

  private async isAsBefore(door: Door, before: readonly [Answers, Answers]): Promise<void> {
    const after = await this.ask(door);
    none(broken(after));
    none(changed(before, after));
  }

  private async makeBackup(): Promise<void> {
    const { report, folder, older } = this;
    await report.step('it makes a backup', async () => {
      const key = join(folder, 'backup.key');
      const file = join(folder, 'before.age');
      const made = await older.command('keys', 'backup', key);
      const recipient = /age1\w+/.exec(made.stdout)?.[0];
      if (recipient === undefined) throw new NotAskedError('it knows no backups');
      await older.says('backup', file, '--recipient', recipient);
      this.backup = { file, key, recipient };
    });
  }

  private async migrate(): Promise<boolean> {
    const { report, installation, newer } = this;
    report.part('The newer version migrates, while the older api and worker work');
    const before = await installation.migrations();
    let ran: readonly string[] = [];
    const isMigrated = await report.step('baraza migrate', async () => {
      await newer.says('migrate');
      ran = (await installation.migrations()).filter((name) => !before.includes(name));
      return `${ran.length} migrations`;
    });
    for (const line of await breaksOf(ran)) report.note(`the lint says of ${line}`);
    if (isMigrated) await this.isSound();
    return isMigrated;
  }

  /** Database, jobs and audit log are as the newer version wants them. */
  private async isSound(): Promise<void> {
    const { report, installation, newer } = this;
    await report.step('baraza doctor and baraza audit verify find no problem', async () => {
      await newer.says('doctor');
      await newer.says('audit', 'verify');
    });
    await report.step('no job failed', async () => none(await installation.failedJobs()));
  }

  private async sideBySide(oldApi: Running): Promise<void> {
    const { report, older, newer } = this;
    report.part('An older and a newer api, and the worker of each in turn');
    const newApi = await report.get('the newer api starts', () => newer.serve());
    if (!newApi) return oldApi.stop();
    let worker = await newer.work();
    await report.step('the newer api answers what the older one answers', async () => {
      none(broken(await this.ask(newApi.door)));
    });
    const [one, other] = [
      { version: older, door: oldApi.door },
      { version: newer, door: newApi.door },
    ];
    await consoleChecks(report, this.person('organizer'), one, other);
    await report.step(
      'a second factor of the older version is right at the newer one',
      async () => {
        // A code works once, and this one was used at the older version.
        await signIn(newApi.door, this.person('administrator'), 1);
      },
    );
    const checks = this.checks();
    for (const [here, there] of pairs(one, other)) {
      await checks.signIn(here, there);
      await checks.need(here, there);
      await checks.list(here, there);
      await checks.profile(here, there, newer.name);
      await checks.mail(here, there, newer.name);
    }
    this.erased = await checks.erase(other, one);
    await worker.stop();
    worker = await older.work();
    for (const [here, there] of pairs(one, other)) {
      await checks.profile(here, there, older.name);
      await checks.mail(here, there, older.name);
    }
    await Promise.all([oldApi.stop(), newApi.stop(), worker.stop()]);
    await this.isSound();
  }

  /** With the database: the processes of the newer version end, and those of the older one start. */
  private async goBack(): Promise<void> {
    const { report, older, newer } = this;
    report.part('Back to the older version, on the same database');
    const api = await report.get('its api starts', () => older.serve());
    const worker = await report.get('its worker starts', () => older.work());
    if (api) {
      await report.step('it answers all that can be asked without an id', async () => {
        none(broken(await this.ask(api.door)));
      });
      const checks = this.checks();
      const side = { version: older, door: api.door };
      await checks.signIn(side, side);
      await checks.need(side, side);
      await checks.list(side, side);
      if (worker) {
        await checks.profile(side, side, older.name);
        await checks.mail(side, side, older.name);
      }
    }
    await api?.stop();
    await worker?.stop();
    await this.isSound();
    await report.step('the newer version starts again and signs in', async () => {
      const newApi = await newer.serve();
      await signIn(newApi.door, this.person('organizer'));
      await newApi.stop();
    });
  }

  /** With the backup: into an empty database, where what protects women is done again before anything is served. */
  private async goBackWithBackup(): Promise<void> {
    const { report, folder, installation, older, newer, backup, erased } = this;
    report.part('Back to the older version, with its backup');
    const log = join(folder, 'log.age');
    await report.step('the newer version exports the audit log', async () => {
      if (backup === null) throw new NotAskedError('there is no backup');
      await newer.says('audit', 'export', log, '--recipient', backup.recipient);
    });
    if (backup === null) return;
    await installation.setAside();
    const isBack = await report.step('the older version restores its backup', async () => {
      await older.says('restore', backup.file, '--identity', backup.key);
    });
    if (!isBack) return;
    await report.step('it repeats from the log what was done since', async () => {
      await older.says('replay', log, '--identity', backup.key);
    });
    await report.step('it finds no problem, starts and shows nobody who was erased', async () => {
      await older.says('doctor');
      await older.says('audit', 'verify');
      const api = await older.serve();
      await signIn(api.door, this.person('organizer'));
      if (erased !== null) await isHidden(api.door, erased);
      await api.stop();
    });
  }

  private checks(): SideBySide {
    const { report, folder, installation, askers } = this;
    const [, coordinator = ''] = askers.find(([who]) => who === 'coordinator.acacia') ?? [];
    const { dataDirectory } = installation;
    const callers = { organizer: this.person('organizer'), coordinator: coordinator ?? '' };
    return new SideBySide(report, { folder, dataDirectory }, callers);
  }
}

/** What the lint says of migrations, by their names, about the version before. */
async function breaksOf(names: readonly string[]): Promise<string[]> {
  const lint = join(ROOT, 'libs/database/build/migration-problems.js');
  const { migrationBreaks } = (await import(lint)) as {
    migrationBreaks: (source: string) => string[];
  };
  const numbers = new Set(names.map((name) => /\d+$/.exec(name)?.[0]));
  const files = (await readdir(MIGRATIONS)).filter((file) => numbers.has(file.split('-')[0]));
  const lines = await Promise.all(
    files.toSorted().map(async (file) => {
      const source = await readFile(join(MIGRATIONS, file), 'utf8');
      return migrationBreaks(source).map((problem) => `${file}: ${problem}`);
    }),
  );
  return lines.flat();
}

function pairs(one: Side, other: Side): [Side, Side][] {
  return [
    [one, other],
    [other, one],
  ];
}

/** @throws Error with some names if there are any */
function none(names: readonly string[]): void {
  if (names.length === 0) return;
  const some = names.slice(0, NAMED).join('; ');
  throw new Error(`${names.length} are not right: ${some}${names.length > NAMED ? '; …' : ''}`);
}
