import { ApplyService } from '#applications';
import {
  Database,
  JobRunner,
  pendingReplay,
  readBackupFile,
  replayed,
  writeBackupFile,
} from '#database';
import {
  AlongsideService,
  DeskDeploymentService,
  LessonService,
  MentoringService,
} from '#deployments';
import { ErasureService, ReplayService, type LeftRecord, type Repetition } from '#directory';
import { ShareService } from '#engagement';
import { WebhookService } from '#following';
import { auditLines, deedsAfter, OPERATOR } from '#identity';
import { ImportService } from '#imports';
import { DeskService, OwnAskService } from '#introductions';
import { CommandFailure } from '#runtime';
import { NarrowingService, WITHDRAWING_STEPS, WITHDRAWN_KINDS } from '#wps';
import type { INestApplicationContext } from '@nestjs/common';
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
    const keptOut = async () => app.get(ErasureService).keptOut(days);
    await writeBackupFile(file, auditLines(app.get(Database), days, keptOut), recipients);
    console.log(`Wrote the audit log of the last ${days} days to ${file}.`);
  });
}

/** Who does again what was done to a record of a kind, where it was the work of one side. */
const WHO: Readonly<Record<string, string>> = {
  account: 'an administrator',
  alongside: 'the desk',
  call: 'the coordinators of the network',
  deployment: 'the desk, which also asks her whether she is at work',
  desk: 'the coordinators of the network',
  introduction: 'the desk: what was asked of her, or answered, after the backup is not known here',
  need: 'its organizer',
  network: 'its coordinators',
  organization: 'an administrator',
  'peace-process': 'its organizer',
  shortlist: 'its organizer',
};

/** Women who were erased and are not in the backup: whether lists bring them back. */
const KEPT_OUT = {
  known: (count: number) =>
    `${count} records that were erased are not in the backup. No list brings these women back.`,
  unknown: (count: number) =>
    `${count} records that were erased are not in the backup, and the export is of an earlier version, which does not tell how to keep them out: networks take these women off their lists before they import them.`,
};

function line({ kind, id, words }: LeftRecord, who?: string): string {
  return `  ${kind} ${id}: ${words.join(', ')}${who ? `; for ${who}` : ''}`;
}

/**
 * What rooms above the directory do again.
 *
 * @param actors is told how many records are left to which actors
 */
function repetitions(app: INestApplicationContext, actors: Map<string, number>): Repetition[] {
  const [applications, asks] = [app.get(ApplyService), app.get(OwnAskService)];
  const [mentorings, lessons] = [app.get(MentoringService), app.get(LessonService)];
  const [places, records] = [app.get(AlongsideService), app.get(NarrowingService)];
  const [shares, webhooks, lists] = [
    app.get(ShareService),
    app.get(WebhookService),
    app.get(ImportService),
  ];
  return [
    {
      words: 'applications withdrawn',
      kind: 'application',
      actions: ['application.withdraw'],
      repeat: async (id) => applications.withdrawAgain(OPERATOR, id),
    },
    {
      words: 'asks declined or taken back',
      kind: 'introduction',
      actions: [
        'introduction.bar',
        'introduction.bowout',
        'introduction.decline',
        'introduction.refuse',
        'introduction.takeback',
      ],
      repeat: async (id) => asks.takeBackAgain(OPERATOR, id),
    },
    {
      words: 'deployments ended or cancelled',
      kind: 'deployment',
      actions: ['deployment.cancel', 'deployment.end'],
      repeat: async (id) => app.get(DeskDeploymentService).endAgain(OPERATOR, id),
      afterwards: 'the desk writes down when and why it ended, and nobody is told of it again',
    },
    {
      words: 'desks left without safety officers',
      kind: 'desk',
      actions: ['desk.appoint'],
      repeat: async (id) => app.get(DeskService).dismissSafetyOfficers(OPERATOR, id),
      afterwards: 'an administrator appoints safety officers, and stands in until then',
    },
    {
      words: 'second places declined',
      kind: 'alongside',
      actions: ['alongside.decline', 'alongside.withdraw'],
      repeat: async (id) => places.declineAgain(OPERATOR, id),
    },
    {
      words: 'mentorings hidden',
      kind: 'mentoring',
      actions: ['mentoring.show'],
      repeat: async (id) => mentorings.hideAgain(OPERATOR, id),
    },
    {
      words: 'lessons withdrawn',
      kind: 'lesson',
      actions: ['lesson.withdraw'],
      repeat: async (id) => lessons.withdrawAgain(OPERATOR, id),
    },
    {
      words: 'shared shortlists taken back',
      kind: 'shortlist',
      actions: ['shortlist.take-back'],
      repeat: async (id) => shares.takeBackAll(OPERATOR, id),
    },
    {
      words: 'webhooks removed',
      kind: 'webhook',
      actions: ['webhook.remove'],
      repeat: async (id) => webhooks.remove(OPERATOR, id),
    },
    {
      words: 'lists removed',
      kind: 'import',
      actions: ['import.remove'],
      repeat: async (id) => lists.removeAgain(OPERATOR, id),
    },
    ...WITHDRAWN_KINDS.map((kind) => ({
      words: 'records left to their actors',
      kind,
      actions: WITHDRAWING_STEPS.map((step) => `${kind}.${step}`),
      repeat: async (id: string) => {
        const code = await records.withdrawAgain(OPERATOR, kind, id);
        actors.set(code, (actors.get(code) ?? 0) + 1);
      },
    })),
  ];
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
    const since = await deedsAfter(readBackupFile(file, secret), pending.head);
    const actors = new Map<string, number>();
    const done = await app.get(ReplayService).replay(OPERATOR, since, repetitions(app, actors));
    await app.get(JobRunner).drain();
    await database.asOwner(replayed);
    await noteDeed(database, 'database.replay');
    const counts = [...done.counts, ['hidden', done.hidden] as const];
    console.log(`Repeated: ${counts.map(([words, count]) => `${count} ${words}`).join(', ')}.`);
    for (const { id, women, unknown } of done.hidings) {
      console.log(
        `Hidden again in an emergency after the backup: ${women} women. Only when it is over: baraza hiding lift ${id}`,
      );
      if (unknown.length > 0) {
        console.log(
          `Of this hiding, ${unknown.length} women came to a list after the backup. They are not here, and an import of the list would show them: hide its network after the import, before anybody else is let in.`,
        );
      }
    }
    if (done.hidingId !== null) {
      console.log(
        `Their curators look at the hidden profiles before you bring them back: baraza hiding lift ${done.hidingId}`,
      );
    }
    if (done.looks.length > 0) {
      console.log('What was done to each of these women, for her or her curators to do again:');
      for (const record of done.looks) console.log(line(record));
    }
    if (done.erasedUnknown.length > 0) {
      console.log(KEPT_OUT[since.beside === null ? 'unknown' : 'known'](done.erasedUnknown.length));
    }
    if (done.exchangeKey !== null) {
      console.log(
        `Tell all installations with which you exchange the new key: ${done.exchangeKey}`,
      );
    }
    for (const id of done.undecided) {
      console.log(
        `This record was parted from another one, and then perhaps erased or withdrawn. Ask its network which of the two: ${id}`,
      );
    }
    if (actors.size > 0) {
      const codes = [...actors].map(([code, count]) => `${code} (${count})`).join(', ');
      console.log(
        `Focal points of these actors look at the records that are left to them alone, and share them again: ${codes}`,
      );
    }
    if (done.afterwards.length > 0) {
      console.log('To be done now with what was repeated:');
      for (const record of done.afterwards) console.log(line(record));
    }
    if (done.left.length > 0) {
      console.log(
        'Done after the backup and not repeated. See what of it must be done again, above all where it protects somebody:',
      );
      for (const record of done.left) console.log(line(record, WHO[record.kind]));
    }
  });
}
