import { CLOCK } from '#config';
import { Database, listPage, type Transaction } from '#database';
import { authorise, changeRecord, hidden, may, recordAudit, type Viewer } from '#identity';
import {
  ConflictError,
  dayOf,
  type ListPage,
  type ListResult,
  NotFoundError,
  throwIfProblems,
} from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AFTER_ACTION_QUESTIONS, lessonProblems, type LessonContents } from './after-action.js';
import { LessonNames } from './lesson-names.js';
import { LESSON_STATES, LESSON_STEPS, type LessonState } from './lesson-steps.js';
import { LessonEntity } from './lesson.entity.js';
import { nameProblems } from './no-names.js';
import { openIn, sealIn } from './sealed-lessons.js';

/** A lesson as the desk that reviews it sees it. */
export interface LessonView {
  readonly id: string;
  readonly networkId: string;
  /** Null once the mediator was erased. */
  readonly deploymentId: string | null;
  readonly state: LessonState;
  /** Null once it is withdrawn. */
  readonly contents: LessonContents | null;
  readonly publishedOn: string | null;
  readonly revision: number;
}

/** A lesson as everyone reads it. It says neither who was there nor which network published it. */
export interface PublishedLesson extends LessonContents {
  readonly id: string;
  readonly publishedOn: string;
}

/** What a desk makes of after-action reviews, and what everyone may learn from it. */
@Injectable()
export class LessonService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly names: LessonNames,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** Lessons that are published, in the order in which they were drafted. For everyone. */
  async published(viewer: Viewer, page: ListPage): Promise<ListResult<PublishedLesson>> {
    authorise(viewer, 'read-published', { kind: 'lesson', networkId: null });
    const repository = this.database.manager.getRepository(LessonEntity);
    const result = await listPage(repository, 'id', { where: { state: 'published' } }, page);
    return { ...result, items: result.items.map(toPublished) };
  }

  /** One of them; null if there is no such lesson, or it is not published. */
  async publishedById(viewer: Viewer, id: string): Promise<PublishedLesson | null> {
    authorise(viewer, 'read-published', { kind: 'lesson', networkId: null });
    const found = await this.database.manager.findOneBy(LessonEntity, { id, state: 'published' });
    return found && toPublished(found);
  }

  /** Of the lessons of these ids those that are published. */
  async publishedAmong(viewer: Viewer, ids: readonly string[]): Promise<ReadonlySet<string>> {
    authorise(viewer, 'read-published', { kind: 'lesson', networkId: null });
    const found = await this.database.manager.find(LessonEntity, {
      where: { id: In([...ids]), state: 'published' },
      select: { id: true },
    });
    return new Set(found.map(({ id }) => id));
  }

  /** Lessons of a network, for its coordinators. @throws NotPermittedError */
  async list(
    viewer: Viewer,
    networkId: string,
    states: readonly LessonState[] | null,
    page: ListPage,
  ): Promise<ListResult<LessonView>> {
    authorise(viewer, 'read', { kind: 'lesson', networkId });
    const repository = this.database.manager.getRepository(LessonEntity);
    const where = { networkId, state: In([...(states ?? LESSON_STATES)]) };
    const result = await listPage(repository, 'id', { where }, page);
    return { ...result, items: await Promise.all(result.items.map((one) => this.toView(one))) };
  }

  /** One of them. @throws NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<LessonView> {
    // What is of other networks is not even read.
    const found = await this.database.manager.findOneBy(LessonEntity, {
      id,
      networkId: In([...viewer.networkIds]),
    });
    if (!found || !may(viewer, 'read', { kind: 'lesson', networkId: found.networkId })) {
      throw hidden(viewer, 'lesson');
    }
    return this.toView(found);
  }

  /**
   * Writes a draft anew. A name in it is refused as soon as it is written, and not only when it is published.
   *
   * @throws NotFoundError, ConflictError, InvalidStateError, InvalidInputError
   */
  async edit(
    viewer: Viewer,
    id: string,
    revision: number,
    contents: LessonContents,
  ): Promise<LessonView> {
    return this.take(viewer, id, revision, 'edit', async (tx, held) => {
      await this.check(tx, viewer, held, contents);
      return sealIn(tx, this.vault, 'lesson', id, contents);
    });
  }

  /**
   * Publishes a draft, once it names nobody.
   *
   * @throws as `edit`
   */
  async publish(viewer: Viewer, id: string, revision: number): Promise<LessonView> {
    return this.take(viewer, id, revision, 'publish', async (tx, held) => {
      const contents = await openIn(this.vault, 'lesson', held);
      if (!contents) throw new NotFoundError('lesson');
      await this.check(tx, viewer, held, contents);
      return { published: contents, publishedOn: dayOf(this.now()), keyId: null, sealed: null };
    });
  }

  /** Takes it out of sight, and what it said with it. @throws NotFoundError, ConflictError, InvalidStateError */
  async withdraw(viewer: Viewer, id: string, revision: number): Promise<LessonView> {
    return this.take(viewer, id, revision, 'withdraw', async () => NOTHING_SAID);
  }

  /** Repeats, on a database that was restored, that it was withdrawn. @throws NotPermittedError, NotFoundError, InvalidStateError */
  async withdrawAgain(viewer: Viewer, id: string): Promise<void> {
    authorise(viewer, 'hide', { kind: 'hiding', networkId: null, byCoordinator: false });
    await this.database.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const held = await tx.manager.findOne(LessonEntity, { where: { id }, lock });
      if (!held) throw new NotFoundError('lesson');
      await changed(tx, viewer, held, 'withdraw', NOTHING_SAID);
    });
  }

  private async take(
    viewer: Viewer,
    id: string,
    revision: number,
    step: LessonStep,
    work: (tx: Transaction, held: LessonEntity) => Promise<Partial<LessonEntity>>,
  ): Promise<LessonView> {
    await this.database.transaction(async (tx) => {
      const held = await tx.manager.findOne(LessonEntity, {
        where: { id, networkId: In([...viewer.networkIds]) },
        lock: { mode: 'pessimistic_write' },
      });
      const action = LESSON_STEPS.action(step);
      if (!held || !may(viewer, action, { kind: 'lesson', networkId: held.networkId })) {
        throw hidden(viewer, 'lesson');
      }
      if (held.revision !== revision) {
        throw new ConflictError(refusal('lessons.changed'));
      }
      LESSON_STEPS.take(step, held.state);
      await changed(tx, viewer, held, step, await work(tx, held));
    });
    return this.byId(viewer, id);
  }

  private async check(
    tx: Transaction,
    viewer: Viewer,
    { deploymentId }: LessonEntity,
    contents: LessonContents,
  ): Promise<void> {
    const forbidden = await this.names.of(tx, viewer, deploymentId);
    throwIfProblems([
      ...lessonProblems(contents),
      ...(['title', ...AFTER_ACTION_QUESTIONS] as const).flatMap((field) =>
        nameProblems(field, contents[field], forbidden),
      ),
    ]);
  }

  private async toView(held: LessonEntity): Promise<LessonView> {
    const { id, networkId, deploymentId, state, published, publishedOn, revision } = held;
    const contents = published ?? (await openIn(this.vault, 'lesson', held));
    return { id, networkId, deploymentId, state, contents, publishedOn, revision };
  }
}

function toPublished({ id, published, publishedOn }: LessonEntity): PublishedLesson {
  if (published === null || publishedOn === null) throw new Error('A published lesson is empty.');
  return { ...published, id, publishedOn };
}

type LessonStep = (typeof LESSON_STEPS.names)[number];

const NOTHING_SAID = { published: null, keyId: null, sealed: null };

/** Writes what a step makes of a lesson, which the caller has locked. @throws InvalidStateError */
async function changed(
  tx: Transaction,
  viewer: Viewer,
  { id, revision, ...held }: LessonEntity,
  step: LessonStep,
  changes: Partial<LessonEntity>,
): Promise<void> {
  const state = LESSON_STEPS.take(step, held.state);
  const decidedBy = step === 'edit' ? held.decidedBy : viewer.name;
  const next = { ...changes, state, decidedBy, revision: revision + 1 };
  await tx.manager.update(LessonEntity, { id }, next);
  await recordAudit(tx, viewer, [
    changeRecord(
      LESSON_STEPS.audit(step),
      'lesson',
      { id, state: held.state, revision },
      { id, state, revision: revision + 1 },
    ),
  ]);
}
