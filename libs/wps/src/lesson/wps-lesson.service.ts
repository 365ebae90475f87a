import { Database, listPage } from '#database';
import { PublishedLessons } from '#directory';
import { hidden, recordAudit, type Viewer } from '#identity';
import { InvalidInputError, type ListPage, type ListResult } from '#kernel';
import { refusal, type Sentence } from '#messages';
import { Injectable } from '@nestjs/common';
import { ArrayContains, In, type FindOptionsWhere } from 'typeorm';
import { editedActor, editedActorById } from '../access/editing.js';
import { sharedWith, Standings } from '../access/standing.js';
import { ActorEntity } from '../actor/actor.entity.js';
import { ActorReader } from '../network/actor-reader.js';
import { CRSV_THEME } from '../plan/lists.js';
import { hasSmallNumber } from '../records/small-numbers.js';
import { lockedRow, type Seen, writeRow } from '../records/write-row.js';
import { checkLesson, checkUse } from './lesson-checks.js';
import {
  TOLD_STATES,
  WPS_LESSON_STATES,
  WPS_LESSON_STEPS,
  type WpsLessonState,
  type WpsLessonStep,
} from './lesson-steps.js';
import { LessonUseEntity, WpsLessonEntity } from './lesson.entity.js';
import type { LessonUseDraft, LessonUseView, WpsLessonDraft, WpsLessonView } from './views.js';

/** Which lessons are listed; what is absent restricts nothing. */
export interface WpsLessonFilter {
  /** The code of an actor. */
  readonly actor?: string | null;
  /** A code of the expertise taxonomy. */
  readonly theme?: string | null;
  readonly states?: readonly WpsLessonState[] | null;
}

/** What actors have learnt and what others have taken up of it, as far as it is shared with the viewer. */
@Injectable()
export class WpsLessonService {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly actors: ActorReader,
    private readonly published: PublishedLessons,
  ) {}

  /** In the order in which they were written down. */
  async list(
    viewer: Viewer,
    { actor, theme, states }: WpsLessonFilter,
    page: ListPage,
  ): Promise<ListResult<WpsLessonView>> {
    const { manager } = this.database;
    const ids = actor
      ? (await manager.findBy(ActorEntity, { code: actor })).map(({ id }) => id)
      : null;
    const seen = await this.conditions(viewer, ids, states ?? WPS_LESSON_STATES);
    const where = seen.map((each) => ({
      ...each,
      ...(theme ? { themes: ArrayContains([theme]) } : {}),
    }));
    const result = await listPage(manager.getRepository(WpsLessonEntity), 'id', { where }, page);
    return { ...result, items: await this.views(viewer, result.items) };
  }

  /** @throws NotFoundError, NotPermittedError */
  async byId(viewer: Viewer, id: string): Promise<WpsLessonView> {
    const [view] = await this.views(viewer, [await this.entity(viewer, id)]);
    return view!;
  }

  /** A use of a lesson, if both are shared with the viewer. @throws NotFoundError, NotPermittedError */
  async useById(viewer: Viewer, id: string): Promise<LessonUseView> {
    const shared = sharedWith<LessonUseEntity>(await this.standings.of(viewer));
    const lessons = await this.conditions(viewer);
    const found = await this.database.manager.findOneBy(
      LessonUseEntity,
      shared.flatMap((each) => lessons.map((lesson) => ({ ...each, id, lesson }))),
    );
    if (!found) throw hidden(viewer, 'use');
    const [view] = await this.useViews([found]);
    return view!;
  }

  /**
   * Writes a lesson of an actor down as a draft, or changes one.
   *
   * @param code of the actor
   * @param seen the one that is changed; null for a new one
   * @throws NotFoundError, NotPermittedError, ConflictError, InvalidStateError, InvalidInputError
   */
  async save(
    viewer: Viewer,
    code: string,
    seen: Seen | null,
    draft: WpsLessonDraft,
  ): Promise<WpsLessonView> {
    const sources = await this.published.among(viewer, sourcesOf([draft]));
    const id = await this.database.transaction(async (tx) => {
      const { id: actorId } = await editedActor(tx, viewer, code);
      checkLesson(draft, sources);
      const held = await lockedRow(tx, viewer, WpsLessonEntity, 'lesson', seen, { actorId });
      if (held) WPS_LESSON_STEPS.take('edit', held.state, draft);
      const columns = { ...draft, themes: [...draft.themes], actorId };
      const written = await writeRow(tx, WpsLessonEntity, 'wps-lesson', held, columns);
      await recordAudit(tx, viewer, [written.record]);
      return written.after.id;
    });
    return this.byId(viewer, id);
  }

  /** @throws NotFoundError, NotPermittedError, ConflictError, InvalidStateError */
  async step(viewer: Viewer, seen: Seen, step: WpsLessonStep): Promise<WpsLessonView> {
    await this.database.transaction(async (tx) => {
      const known = await tx.manager.findOneBy(WpsLessonEntity, { id: seen.id });
      if (!known || !(await editedActorById(tx, viewer, known.actorId))) {
        throw hidden(viewer, 'lesson');
      }
      const held = (await lockedRow(tx, viewer, WpsLessonEntity, 'lesson', seen, {}))!;
      const state = WPS_LESSON_STEPS.take(step, held.state, held);
      const { record } = await writeRow(tx, WpsLessonEntity, 'wps-lesson', held, { state }, step);
      await recordAudit(tx, viewer, [record]);
    });
    return this.byId(viewer, seen.id);
  }

  /**
   * Writes down that the viewer's actor uses a lesson of another, or changes that. An actor says it once of a lesson.
   *
   * @param code of the actor that uses it
   * @param seen the use that is changed; null for a new one
   * @throws NotFoundError, NotPermittedError, ConflictError, InvalidInputError
   */
  async use(
    viewer: Viewer,
    code: string,
    lessonId: string,
    seen: Seen | null,
    draft: LessonUseDraft,
  ): Promise<WpsLessonView> {
    const lesson = await this.entity(viewer, lessonId);
    await this.database.transaction(async (tx) => {
      const { id: actorId } = await editedActor(tx, viewer, code);
      checkUse(draft);
      const refuse = (message: Sentence) => {
        throw new InvalidInputError([{ path: 'lesson', code: 'NOT_ELIGIBLE', message }]);
      };
      if (lesson.actorId === actorId) refuse(refusal('wps.othersLearnt'));
      const own = { lessonId, actorId };
      // Two at once: the second waits here, and then finds the first.
      await tx.query('SELECT FROM wps_actor WHERE id = $1 FOR UPDATE', [actorId]);
      const held = await lockedRow(tx, viewer, LessonUseEntity, 'use', seen, own);
      if (!held && (await tx.manager.existsBy(LessonUseEntity, own))) {
        refuse(refusal('wps.usedAlready'));
      }
      const columns = { ...draft, ...own };
      const { record } = await writeRow(tx, LessonUseEntity, 'wps-lesson-use', held, columns);
      await recordAudit(tx, viewer, [record]);
    });
    return this.byId(viewer, lessonId);
  }

  private async entity(viewer: Viewer, id: string): Promise<WpsLessonEntity> {
    const where = (await this.conditions(viewer)).map((each) => ({ ...each, id }));
    const found = await this.database.manager.findOneBy(WpsLessonEntity, where);
    if (!found) throw hidden(viewer, 'lesson');
    return found;
  }

  /** The condition of what is for a viewer: of her own actor everything, of others what they have told. */
  private async conditions(
    viewer: Viewer,
    actorIds: readonly string[] | null = null,
    states: readonly WpsLessonState[] = WPS_LESSON_STATES,
  ): Promise<FindOptionsWhere<WpsLessonEntity>[]> {
    const standing = await this.standings.of(viewer);
    const { actorId, seesAll } = standing;
    const told = states.filter((state) => seesAll || TOLD_STATES.some((each) => each === state));
    const shared = sharedWith<WpsLessonEntity>(standing, actorIds).map((each) => ({
      ...each,
      state: In([...told]),
    }));
    if (actorId === null || actorIds?.includes(actorId) === false) return shared;
    return [...shared, { actorId, state: In([...states]) }];
  }

  private async views(
    viewer: Viewer,
    lessons: readonly WpsLessonEntity[],
  ): Promise<WpsLessonView[]> {
    const shared = sharedWith<LessonUseEntity>(await this.standings.of(viewer));
    const lessonId = In(lessons.map(({ id }) => id));
    const uses = await this.useViews(
      await this.database.manager.find(LessonUseEntity, {
        where: shared.map((each) => ({ ...each, lessonId })),
        order: { id: 'ASC' },
      }),
    );
    const names = await this.actors.names(lessons.map(({ actorId }) => actorId));
    const sources = await this.published.among(viewer, sourcesOf(lessons));
    return lessons.map(({ actorId, afterActionId, ...lesson }) => ({
      ...lesson,
      actor: names.get(actorId)!,
      afterActionId: afterActionId !== null && sources.has(afterActionId) ? afterActionId : null,
      uses: uses.filter((one) => one.lessonId === lesson.id),
      hasSmallNumber:
        lesson.themes.includes(CRSV_THEME) && hasSmallNumber(WORDS.map((field) => lesson[field])),
    }));
  }

  private async useViews(uses: readonly LessonUseEntity[]): Promise<LessonUseView[]> {
    const names = await this.actors.names(uses.map(({ actorId }) => actorId));
    return uses.map(({ actorId, lesson: _lesson, ...use }) => ({
      ...use,
      actor: names.get(actorId)!,
    }));
  }
}

/** What a lesson says. */
const WORDS = [
  'title',
  'context',
  'done',
  'result',
  'source',
  'conditions',
  'costs',
  'avoid',
] as const satisfies (keyof WpsLessonDraft)[];

/** Ids of the lessons of deployments from which these are drawn. */
function sourcesOf(lessons: readonly Pick<WpsLessonDraft, 'afterActionId'>[]): string[] {
  return lessons.flatMap(({ afterActionId }) => afterActionId ?? []);
}
