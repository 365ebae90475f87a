import { writeFile } from 'node:fs/promises';
import { loadSettings, type Settings } from '#config';
import {
  checkCatalogue,
  Database,
  makeBackup,
  makeBackupKey,
  readBackup,
  readBackupFile,
  restoreBackup,
  writeBackupFile,
  type BackupEnd,
  type BackupHead,
} from '#database';
import { auditHeadText, KeyService, OPERATOR, SELECT_AUDIT_HEAD, verifyAudit } from '#identity';
import { CommandFailure, explainFailure } from '#runtime';
import { IndexSync } from '#search';
import { masterKeyNames } from '#vault';
import { noteDeed } from '../note-deed.js';
import { readIdentity } from '../read-identity.js';
import { withApplication } from '../with-application.js';

/** Writes a backup, encrypted unless `clear` is asked for, and notes it in the audit log. */
export async function backup(
  file: string,
  {
    recipient,
    clear = false,
  }: { readonly recipient?: readonly string[]; readonly clear?: boolean },
): Promise<void> {
  await withApplication(async (app, settings) => {
    const recipients = clear ? [] : (recipient ?? settings.backupRecipients);
    if (recipients.length === 0 && !clear) {
      throw new CommandFailure(
        'For whom is the backup encrypted? Make a key with `baraza keys backup FILE` and set BARAZA_BACKUP_RECIPIENTS or --recipient. --clear writes it unencrypted.',
      );
    }
    const keys = await app.get(KeyService).status(OPERATOR);
    const names = [...new Set(keys.map(({ masterId }) => masterId))];
    // Before the first byte: there is no copy of which the log does not tell.
    await noteDeed(app.get(Database), clear ? 'database.backup-clear' : 'database.backup');
    const end = await makeBackup(settings, names, (lines) =>
      writeBackupFile(file, lines, recipients),
    );
    console.log(
      `Wrote ${sumOf(end)} rows of ${Object.keys(end.rows).length} tables to ${file}.${clear ? ' It is NOT ENCRYPTED: whoever has it can read the profiles.' : ''}`,
    );
    console.log(keysLine(names));
  });
}

/** Restores a backup and opens what was restored: keys, audit log, catalogue, index. */
export async function restore(
  file: string,
  { identity, check = false }: { readonly identity?: string; readonly check?: boolean },
): Promise<void> {
  const secret = identity === undefined ? null : await readIdentity(identity);
  const settings = loadSettings(process.env);
  const lines = readBackupFile(file, secret);
  if (check) {
    const { head, end } = await readBackup(lines);
    console.log(`The backup is whole. ${contents(head, end)}`);
    return;
  }
  const accept = (head: BackupHead) => refuseWithoutKeys(settings, head);
  const end = await restoreBackup(settings, lines, accept, SELECT_AUDIT_HEAD);
  console.log(`Restored ${sumOf(end)} rows of ${Object.keys(end.rows).length} tables.`);
  const { findings } = await checkCatalogue(settings);
  if (findings.length > 0) {
    throw new CommandFailure(
      `The database is not as the migrations made it: ${findings.length} differences. Run baraza doctor.`,
    );
  }
  console.log('Roles, rights, policies, triggers and tables are as the migrations made them.');
  await withApplication(async (app) => {
    const database = app.get(Database);
    const verdict = await verifyAudit(database);
    if (!verdict.whole) {
      throw new CommandFailure(
        `The audit log is broken: entry ${verdict.number} ${verdict.problem}. The backup was made of a database in which it was broken.`,
      );
    }
    console.log(
      `The keys open what is encrypted. The audit log is whole up to ${auditHeadText(verdict.head)}`,
    );
    await noteDeed(database, 'database.restore');
    try {
      await app.get(IndexSync).rebuild();
      console.log('The search index is built anew.');
    } catch (error) {
      console.log(`The search index is not built: ${explainFailure(error)} Run baraza reindex.`);
    }
    console.log(
      'What was done after the backup is not in it, and nothing is served before: run baraza replay FILE with the last file of baraza audit export (docs/backup.md).',
    );
  });
}

/** Makes a pair of keys: the secret one goes to a file of its owner's, the public one is printed. */
export async function backupKey(file: string): Promise<void> {
  const { identity, recipient } = await makeBackupKey();
  try {
    await writeFile(file, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandFailure(`The secret key cannot be written to ${file} (${code}).`);
  }
  console.log(`BARAZA_BACKUP_RECIPIENTS=${recipient}`);
  console.log(
    `The secret key is in ${file}. Keep it away from the server, in two places: without it no backup can be read.`,
  );
}

async function refuseWithoutKeys(settings: Settings, head: BackupHead): Promise<void> {
  const there = await masterKeyNames(settings);
  const missing = head.masterKeys.filter((name) => !there.includes(name));
  if (missing.length > 0) {
    throw new CommandFailure(
      `Master keys are missing that open what is encrypted in this backup: ${missing.join(', ')}. Add them to BARAZA_MASTER_KEYS, or bring back master.key in the data folder. Nothing was changed.`,
    );
  }
}

function contents(head: BackupHead, end: BackupEnd): string {
  return [
    `Made at ${head.madeAt} by Baraza ${head.program}: ${sumOf(end)} rows of ${Object.keys(end.rows).length} tables.`,
    keysLine(head.masterKeys),
  ].join('\n');
}

function keysLine(names: readonly string[]): string {
  return `Contact data in it opens with the master keys: ${names.join(', ')}. They are not in it.`;
}

function sumOf({ rows }: BackupEnd): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}
