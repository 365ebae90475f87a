import { Database, listPage, type Transaction } from '#database';
import { hidden, recordAudit, type Viewer } from '#identity';
import { InvalidInputError, type ListPage, type ListResult } from '#kernel';
import { refusal } from '#messages';
import { Injectable } from '@nestjs/common';
import { In, type FindOptionsWhere } from 'typeorm';
import { editedActor, editedActorById } from '../access/editing.js';
import { sharedWith, Standings } from '../access/standing.js';
import { ActorEntity } from '../actor/actor.entity.js';
import type { ActorName } from '../actor/views.js';
import { MeetingEntity } from '../meeting/meeting.entity.js';
import { ActorReader } from '../network/actor-reader.js';
import { CRSV_THEME } from '../plan/lists.js';
import { checkThemes } from '../plan/plan-checks.js';
import { Checks, trimmedTexts, type Texts } from '../records/checks.js';
import { SHARINGS, type Sharing } from '../records/lists.js';
import { hasSmallNumber } from '../records/small-numbers.js';
import { lockedRow, type Seen, writeRow } from '../records/write-row.js';
import {
  COMMITMENT_SOURCES,
  COMMITMENT_STEPS,
  type CommitmentSource,
  type CommitmentState,
  type CommitmentStep,
} from './commitment-steps.js';
import { CommitmentEntity } from './commitment.entity.js';

/** What is written down of a commitment. Days in ISO 8601. */
export interface CommitmentDraft {
  readonly text: Texts;
  readonly source: CommitmentSource;
  readonly sourceText: string;
  /** The code of the meeting at which it was made. */
  readonly meeting: string | null;
  readonly owedTo: string | null;
  readonly responsible: string | null;
  readonly due: string | null;
  readonly review: string | null;
  readonly themes: readonly string[];
  readonly evidence: string | null;
  readonly sharing: Sharing;
}

export interface CommitmentView extends CommitmentDraft {
  readonly id: string;
  readonly actor: ActorName;
  readonly state: CommitmentState;
  readonly reason: string | null;
  /** Whether it is about conflict-related sexual violence and has a number below ten. */
  readonly hasSmallNumber: boolean;
  readonly revision: number;
}

/** Which commitments are listed; what is absent restricts nothing. */
export interface CommitmentFilter {
  /** The code of an actor. */
  readonly actor?: string | null;
  /** The code of a meeting. */
  readonly meeting?: string | null;
  readonly states?: readonly CommitmentState[] | null;
}

const LONGEST_TEXT = 2_000;
const LONGEST_NAME = 200;

/** What actors have undertaken to do, as far as it is shared with the viewer. */
@Injectable()
export class CommitmentService {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly actors: ActorReader,
  ) {}

  /** In the order in which they were written down. */
  async list(
    viewer: Viewer,
    { actor, meeting, states }: CommitmentFilter,
    page: ListPage,
  ): Promise<ListResult<CommitmentView>> {
    const { manager } = this.database;
    const ids = actor
      ? (await manager.findBy(ActorEntity, { code: actor })).map(({ id }) => id)
      : null;
    const meetings = meeting ? await manager.findBy(MeetingEntity, { code: meeting }) : null;
    const shared = sharedWith<CommitmentEntity>(await this.standings.of(viewer), ids);
    const where = shared.map((each) => ({
      ...each,
      ...(meetings ? { meetingId: In(meetings.map(({ id }) => id)) } : {}),
      ...(states ? { state: In([...states]) } : {}),
    }));
    const result = await listPage(manager.getRepository(CommitmentEntity), 'id', { where }, page);
    return { ...result, items: await this.views(result.items) };
  }

  /** @throws NotFoundError, NotPermittedError */
  async byId(viewer: Viewer, id: string): Promise<CommitmentView> {
    const shared = sharedWith<CommitmentEntity>(await this.standings.of(viewer));
    const found = await this.database.manager.findOneBy(
      CommitmentEntity,
      shared.map((each) => ({ ...each, id })),
    );
    if (!found) throw hidden(viewer, 'commitment');
    const [view] = await this.views([found]);
    return view!;
  }

  /** The views of rows that were found to be for the viewer. */
  async views(rows: readonly CommitmentEntity[]): Promise<CommitmentView[]> {
    const names = await this.actors.names(rows.map(({ actorId }) => actorId));
    const meetings = await this.database.manager.findBy(MeetingEntity, {
      id: In(rows.flatMap(({ meetingId }) => meetingId ?? [])),
    });
    const codes = new Map(meetings.map(({ id, code }) => [id, code]));
    return rows.map(({ actorId, meetingId, ...row }) => ({
      ...row,
      actor: names.get(actorId)!,
      meeting: codes.get(meetingId ?? '') ?? null,
      hasSmallNumber: tellsOfFew(row),
    }));
  }

  /**
   * Writes a commitment of an actor down, or changes one that is not closed.
   *
   * @param code of the actor that owes it
   * @param seen the one that is changed; null for a new one
   * @throws NotFoundError, NotPermittedError, ConflictError, InvalidStateError, InvalidInputError
   */
  async save(
    viewer: Viewer,
    code: string,
    seen: Seen | null,
    { meeting, ...draft }: CommitmentDraft,
  ): Promise<CommitmentView> {
    const id = await this.database.transaction(async (tx) => {
      const actor = await editedActor(tx, viewer, code);
      checkCommitment({ ...draft, meeting });
      const own: FindOptionsWhere<CommitmentEntity> = { actorId: actor.id };
      const held = await lockedRow(tx, viewer, CommitmentEntity, 'commitment', seen, own);
      if (held) COMMITMENT_STEPS.take('edit', held.state, held);
      const { after, record } = await writeRow(tx, CommitmentEntity, 'commitment', held, {
        ...draft,
        text: trimmedTexts(draft.text),
        themes: [...draft.themes],
        actorId: actor.id,
        meetingId: meeting === null ? null : await idOfMeeting(tx, meeting),
      });
      await recordAudit(tx, viewer, [record]);
      return after.id;
    });
    return this.byId(viewer, id);
  }

  /**
   * @param reason why it is dropped; refused with every other step
   * @throws NotFoundError, NotPermittedError, ConflictError, InvalidStateError, InvalidInputError
   */
  async step(
    viewer: Viewer,
    seen: Seen,
    step: CommitmentStep,
    reason: string | null,
  ): Promise<CommitmentView> {
    await this.database.transaction(async (tx) => {
      const known = await tx.manager.findOneBy(CommitmentEntity, { id: seen.id });
      if (!known || !(await editedActorById(tx, viewer, known.actorId))) {
        throw hidden(viewer, 'commitment');
      }
      const checks = new Checks();
      checks.text('reason', reason, LONGEST_TEXT);
      const stray = reason !== null && step !== 'drop';
      checks.unless(!stray, 'reason', 'CONTRADICTION', refusal('wps.onlyDroppedReason'));
      checks.done();
      const held = (await lockedRow(tx, viewer, CommitmentEntity, 'commitment', seen, {}))!;
      const given = reason?.trim() || null;
      const state = COMMITMENT_STEPS.take(step, held.state, {
        evidence: held.evidence,
        reason: given,
      });
      const columns = { state, reason: given };
      const { record } = await writeRow(tx, CommitmentEntity, 'commitment', held, columns, step);
      await recordAudit(tx, viewer, [record]);
    });
    return this.byId(viewer, seen.id);
  }
}

async function idOfMeeting(tx: Transaction, code: string): Promise<string> {
  const meeting = await tx.manager.findOneBy(MeetingEntity, { code });
  if (meeting) return meeting.id;
  const message = refusal('wps.noMeeting');
  throw new InvalidInputError([{ path: 'meeting', code: 'UNKNOWN', message }]);
}

/** @throws InvalidInputError */
export function checkCommitment(draft: CommitmentDraft, checks: Checks = new Checks()): void {
  checks.texts('text', draft.text, LONGEST_TEXT, true);
  checks.oneOf('source', draft.source, COMMITMENT_SOURCES);
  checks.text('sourceText', draft.sourceText, LONGEST_NAME, true);
  const stray = draft.meeting !== null && draft.source !== 'meeting';
  checks.unless(!stray, 'meeting', 'CONTRADICTION', refusal('wps.onlyMeetingCommitment'));
  checks.text('owedTo', draft.owedTo, LONGEST_NAME);
  checks.text('responsible', draft.responsible, LONGEST_NAME);
  checks.day('due', draft.due);
  checks.day('review', draft.review);
  checkThemes(draft.themes, checks);
  checks.text('evidence', draft.evidence, LONGEST_TEXT);
  checks.oneOf('sharing', draft.sharing, SHARINGS);
  checks.done();
}

/** Whether a commitment is about conflict-related sexual violence and has a number below ten. */
export function tellsOfFew({
  themes,
  text,
  evidence,
  reason,
}: Pick<CommitmentEntity, 'themes' | 'text' | 'evidence' | 'reason'>): boolean {
  return themes.includes(CRSV_THEME) && hasSmallNumber([...Object.values(text), evidence, reason]);
}
