import {
  Database,
  JobRunner,
  pendingReplay,
  readBackupFile,
  replayed,
  writeBackupFile,
} from '#database';
import { ReplayService } from '#directory';
import { ShareService } from '#engagement';
import { auditLines, deedsAfter, OPERATOR } from '#identity';
import { CommandFailure } from '#runtime';
import { confirm } from '../confirm.js';
import { positiveInteger } from '../numbers.js';
import { noteDeed } from '../note-deed.js';
import { readIdentity } from '../read-identity.js';
import { withApplication } from '../with-application.js';

/** Writes the audit log of the last days to a file beside the backups, encrypted for the same recipients. */
export async function exportAudit(
  file: string,
  given: { readonly days: string; readonly recipient?: readonly string[] },
): Promise<void> {
  const days = positiveInteger('--days', given.days, 4_000);
  await withApplication(async (app, settings) => {
    const recipients = given.recipient ?? settings.backupRecipients;
    if (recipients.length === 0) {
      throw new CommandFailure(
        'For whom is the file encrypted? Set BARAZA_BACKUP_RECIPIENTS or --recipient.',
      );
    }
    await writeBackupFile(file, auditLines(app.get(Database), days), recipients);
    console.log(`Wrote the audit log of the last ${days} days to ${file}.`);
  });
}

/** Repeats what protects people and was done after the backup from which this database was restored. */
export async function replay(
  file: string | undefined,
  { identity, waive = false, yes }: { identity?: string; waive?: boolean; yes?: boolean },
): Promise<void> {
  if ((file === undefined) !== waive) {
    throw new CommandFailure('Replay what? Name the file of `baraza audit export`, or --waive.');
  }
  const secret = identity === undefined ? null : await readIdentity(identity);
  await withApplication(async (app) => {
    const database = app.get(Database);
    const pending = await pendingReplay(database);
    if (!pending) throw new CommandFailure('Nothing waits to be replayed.');
    if (file === undefined) {
      const question = `Serve the directory as it was at ${pending.madeAt.toISOString()}, with everyone who was erased or withdrew since?`;
      await confirm({ question, yes });
      await database.asOwner(replayed);
      await noteDeed(database, 'database.waive-replay');
      console.log('The service may be started.');
      return;
    }
    const deeds = await deedsAfter(readBackupFile(file, secret), pending.head);
    const shares = app.get(ShareService);
    const done = await app.get(ReplayService).replay(OPERATOR, deeds, [
      {
        words: 'shared shortlists taken back',
        kind: 'shortlist',
        actions: ['shortlist.take-back'],
        repeat: async (id) => shares.takeBackAll(OPERATOR, id),
      },
    ]);
    await app.get(JobRunner).drain();
    await database.asOwner(replayed);
    await noteDeed(database, 'database.replay');
    const counts = [...done.counts, ['hidden', done.hidden] as const];
    console.log(`Repeated: ${counts.map(([words, count]) => `${count} ${words}`).join(', ')}.`);
    if (done.hidingId !== null) {
      console.log(
        `Their curators look at the hidden profiles before you bring them back: baraza hiding lift ${done.hidingId}`,
      );
    }
    for (const id of done.undecided) {
      console.log(
        `This record was parted from another one, and then perhaps erased or withdrawn. Ask its network which of the two: ${id}`,
      );
    }
    if (done.left.size > 0) {
      const left = [...done.left].map(([action, count]) => `${action} (${count})`).join(', ');
      console.log(
        `Done after the backup and not repeated: ${left}. See what of it must be done again.`,
      );
    }
  });
}
