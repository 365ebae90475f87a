import { refusal } from '#messages';
import { Database, type Transaction } from '#database';
import { authorise, type ChangeRecord, recordAudit, type Viewer } from '#identity';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { checkActor, type ActorDraft } from '../actor/actor-draft.js';
import { ActorKeeper, idsByCode, NO_GROUPING, UNKNOWN } from '../network/actor-keeper.js';
import { GROUPING_KINDS } from '../actor/lists.js';
import { FrameworkKeeper } from '../indicator/framework-keeper.js';
import { checkMeeting, namedIn, writeMeeting } from '../meeting/meeting-draft.js';
import { MeetingReader, toMeetingDraft } from '../meeting/meeting-reader.js';
import { MeetingEntity } from '../meeting/meeting.entity.js';
import { Checks } from '../records/checks.js';
import { FormKeeper } from '../report/form-keeper.js';
import type { NetworkFile } from './network-file.js';

/** What an import wrote, or would write. */
export interface NetworkImportReport {
  readonly actors: Changes;
  readonly meetings: Changes;
  readonly frameworks: Changes;
  readonly indicators: Changes;
  readonly forms: Changes;
  /** Indicators and forms of the file whose wording nobody has compared with their document, as `un-1325/3a` and `f3-cedaw 1`. */
  readonly unchecked: readonly string[];
}

interface Changes {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

type Outcome = keyof Changes;

/** Brings facts of a network from a file into the directory, all of them or none. The same file twice changes nothing. */
@Injectable()
export class NetworkImport {
  constructor(
    private readonly database: Database,
    private readonly keeper: ActorKeeper,
    private readonly meetings: MeetingReader,
    private readonly frameworks: FrameworkKeeper,
    private readonly forms: FormKeeper,
  ) {}

  /**
   * @param dryRun reports what would be written, and writes nothing
   * @throws NotPermittedError; InvalidInputError with everything that is wrong in the file, by its place
   */
  async apply(viewer: Viewer, file: NetworkFile, dryRun = false): Promise<NetworkImportReport> {
    authorise(viewer, 'keep', { kind: 'wps-actor' });
    return this.database.transaction(async (tx) => {
      const drafts = await this.drafts(tx, file);
      await this.check(tx, file, drafts);
      const records: ChangeRecord[] = [];
      const actors = await this.writeActors(tx, drafts, dryRun, records);
      const meetings = await this.writeMeetings(tx, file, dryRun, records);
      const { frameworks, indicators } = file;
      const sets = await this.frameworks.writeFrameworks(tx, frameworks, dryRun, records);
      const written = await this.frameworks.writeIndicators(tx, indicators, dryRun, records);
      const forms = await this.forms.write(tx, file.forms, dryRun, records);
      await recordAudit(tx, viewer, records);
      return {
        actors: counted(actors),
        meetings: counted(meetings),
        frameworks: counted(sets.map(outcomeOf)),
        indicators: counted(written.map(outcomeOf)),
        forms: counted(forms.map(outcomeOf)),
        unchecked: [...written, ...forms].flatMap(({ unchecked }) => unchecked ?? []),
      };
    });
  }

  /** What the actors of the file are to be: as they are, with what the file states. */
  private async drafts(tx: Transaction, file: NetworkFile): Promise<Draft[]> {
    const codes = new Set([
      ...file.actors.map(({ code }) => code),
      ...[...file.memberships, ...file.offices].map(({ actor }) => actor),
    ]);
    const drafts: Draft[] = [];
    for (const code of codes) {
      const held = await this.keeper.draftOf(tx, code);
      const stated = file.actors.find((actor) => actor.code === code);
      if (!held && !stated) continue;
      const base = { ...EMPTY, ...held, ...stated } as ActorDraft;
      const own = <T extends { actor: string }>(terms: readonly T[]) =>
        terms.filter(({ actor }) => actor === code).map(({ actor: _actor, ...term }) => term);
      const draft = {
        ...base,
        memberships: united(base.memberships, own(file.memberships), ({ grouping, from }) =>
          JSON.stringify([grouping, from]),
        ),
        offices: united(base.offices, own(file.offices), ({ grouping, role, from }) =>
          JSON.stringify([grouping, role, from]),
        ),
      };
      drafts.push({ held, draft });
    }
    return drafts;
  }

  private async check(tx: Transaction, file: NetworkFile, drafts: readonly Draft[]): Promise<void> {
    const checks = new Checks();
    const named = [
      ...file.actors.flatMap(({ parent }) => parent ?? []),
      ...[...file.memberships, ...file.offices].flatMap(({ actor, grouping }) => [actor, grouping]),
      ...file.meetings.flatMap(namedIn),
    ];
    const known = await idsByCode(tx, named);
    const kindOf = (code: string) =>
      file.actors.find((actor) => actor.code === code)?.kind ?? known.get(code)?.kind ?? null;
    for (const [i, { code, parent }] of file.actors.entries()) {
      const of = checks.at(`actors.${i}.`);
      of.unless(!parent || kindOf(parent) !== null, 'parent', 'UNKNOWN', UNKNOWN);
      const twice = file.actors.findIndex((other) => other.code === code) < i;
      of.unless(!twice, 'code', 'DUPLICATE', refusal('list.twice'));
    }
    for (const list of ['memberships', 'offices'] as const) {
      for (const [i, { actor, grouping }] of file[list].entries()) {
        const of = checks.at(`${list}.${i}.`);
        of.unless(kindOf(actor) !== null, 'actor', 'UNKNOWN', UNKNOWN);
        const kind = kindOf(grouping);
        of.unless(kind !== null, 'grouping', 'UNKNOWN', UNKNOWN);
        of.unless(!kind || GROUPING_KINDS.includes(kind), 'grouping', 'NOT_ELIGIBLE', NO_GROUPING);
      }
    }
    for (const { draft } of drafts) checkActor(draft, checks.at(`${draft.code}.`));
    for (const [i, meeting] of file.meetings.entries()) {
      const of = checks.at(`meetings.${i}.`);
      checkMeeting(meeting, of, kindOf);
      const twice = file.meetings.findIndex(({ code }) => code === meeting.code) < i;
      of.unless(!twice, 'code', 'DUPLICATE', refusal('list.twice'));
    }
    await this.frameworks.check(file.frameworks, file.indicators, checks);
    const measured = file.indicators.map(({ framework, code }) => `${framework}/${code}`);
    await this.forms.check(file.forms, measured, checks);
    checks.done();
  }

  private async writeActors(
    tx: Transaction,
    drafts: readonly Draft[],
    dryRun: boolean,
    records: ChangeRecord[],
  ): Promise<Outcome[]> {
    const changed = drafts.filter(({ held, draft }) => !isDeepStrictEqual(held, draft));
    if (!dryRun) {
      const added = changed.filter(({ held }) => held === null);
      await this.keeper.begin(
        tx,
        added.map(({ draft }) => draft),
      );
      const rows = await idsByCode(
        tx,
        changed.map(({ draft }) => draft.code),
      );
      for (const { held, draft } of changed) {
        const { record } = await this.keeper.write(tx, rows.get(draft.code)!, draft, held === null);
        records.push({ ...record, action: held ? 'wps-actor.edit' : 'wps-actor.create' });
      }
    }
    return drafts.map((one) =>
      outcomeOf({ held: one.held !== null, changes: changed.includes(one) }),
    );
  }

  private async writeMeetings(
    tx: Transaction,
    { meetings }: NetworkFile,
    dryRun: boolean,
    records: ChangeRecord[],
  ): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const meeting of meetings) {
      const held = await tx.manager.findOne(MeetingEntity, {
        where: { code: meeting.code },
        lock: { mode: 'pessimistic_write' },
      });
      const [view] = held ? await this.meetings.views([held], tx.manager) : [];
      const draft = {
        ...meeting,
        hosts: sorted(meeting.hosts),
        participants: sorted(meeting.participants),
      };
      const changes = !view || !isDeepStrictEqual(toMeetingDraft(view), draft);
      outcomes.push(outcomeOf({ held: held !== null, changes }));
      if (dryRun || !changes) continue;
      const actors = await idsByCode(tx, namedIn(draft));
      records.push((await writeMeeting(tx, held, draft, actors)).record);
    }
    return outcomes;
  }
}

interface Draft {
  readonly held: ActorDraft | null;
  readonly draft: ActorDraft;
}

const EMPTY: Omit<ActorDraft, 'code' | 'kind'> = {
  names: {},
  parent: null,
  organizationId: null,
  fictional: false,
  memberships: [],
  offices: [],
};

/** What is held, with what is stated in the place of what has the same key. */
function united<T>(held: readonly T[], stated: readonly T[], keyOf: (one: T) => string): T[] {
  const byKey = new Map(stated.map((one) => [keyOf(one), one]));
  const known = new Set(held.map(keyOf));
  return [
    ...held.map((one) => byKey.get(keyOf(one)) ?? one),
    ...stated.filter((one) => !known.has(keyOf(one))),
  ];
}

function outcomeOf({ held, changes }: { held: boolean; changes: boolean }): Outcome {
  if (!held) return 'created';
  return changes ? 'changed' : 'unchanged';
}

function counted(outcomes: readonly Outcome[]): Changes {
  const count = (outcome: Outcome) => outcomes.filter((each) => each === outcome).length;
  return { created: count('created'), changed: count('changed'), unchanged: count('unchanged') };
}

function sorted(codes: readonly string[]): string[] {
  return [...codes].sort();
}
