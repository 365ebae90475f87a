import type { Locale } from '#vocabulary';
import { WpsLessonService, type LessonUseView, type WpsLessonView } from '#wps';
import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { globalId, readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { idPage, keyedConnection, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { toArea } from '../graphql/texts.js';
import { seenOf } from './seen.js';
import { toActorName } from './to-actor.js';
import {
  SaveWpsLessonInput,
  SaveWpsLessonUseInput,
  WpsLesson,
  WpsLessonConnection,
  WpsLessonResult,
  WpsLessonsArgs,
  WpsLessonStepArgs,
  type WpsLessonUse,
} from './wps-lesson.type.js';

const LIST = 'wpsLessons';

/** What actors have learnt, and what others have taken up of it. */
@Resolver()
export class WpsLessonsResolver {
  constructor(
    private readonly service: WpsLessonService,
    private readonly limits: Limits,
  ) {}

  @Query(() => WpsLessonConnection, {
    name: LIST,
    description:
      'Lessons of your actor, and those that others have shared with you, in the order in which they were written down.',
  })
  async wpsLessons(
    @Args() args: WpsLessonsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsLessonConnection> {
    const page = idPage(LIST, requestedPage(args, this.limits.pageSize));
    const { actor, theme, states } = args;
    return keyedConnection(
      LIST,
      await this.service.list(viewer, { actor, theme, states }, page),
      ({ id }) => id,
      (lesson) => toWpsLesson(lesson, locale),
    );
  }

  @RefusableMutation(() => WpsLessonResult, {
    description:
      'Writes a lesson of your actor down as a draft, or changes one. For focal points of the actor.',
  })
  async saveWpsLesson(
    @Args('input', { description: 'The lesson as it is to be.' }) input: SaveWpsLessonInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsLesson> {
    const { actor, drawnFrom, id: _id, revision: _revision, ...draft } = input;
    const view = await this.service.save(viewer, actor, seenOf('WpsLesson', input), {
      ...draft,
      territory: draft.territory ?? null,
      source: draft.source ?? null,
      conditions: draft.conditions ?? null,
      costs: draft.costs ?? null,
      avoid: draft.avoid ?? null,
      office: draft.office ?? null,
      afterActionId: drawnFrom ? readIdOf('Lesson', drawnFrom, 'drawnFrom') : null,
    });
    return toWpsLesson(view, locale);
  }

  @RefusableMutation(() => WpsLessonResult, {
    description:
      'Takes a step with a lesson of your actor. Others read it from SHARE on. For focal points of the actor.',
  })
  async stepWpsLesson(
    @Args() { id, revision, step }: WpsLessonStepArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsLesson> {
    const seen = { id: readIdOf('WpsLesson', id), revision };
    return toWpsLesson(await this.service.step(viewer, seen, step), locale);
  }

  @RefusableMutation(() => WpsLessonResult, {
    description:
      'Writes down that your actor uses a lesson of another, or changes that. Gives the lesson. For focal points of the actor.',
  })
  async saveWpsLessonUse(
    @Args('input', { description: 'The use as it is to be told.' }) input: SaveWpsLessonUseInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsLesson> {
    const lesson = readIdOf('WpsLesson', input.lesson, 'lesson');
    const seen = seenOf('WpsLessonUse', input);
    const view = await this.service.use(viewer, input.actor, lesson, seen, {
      adapted: input.adapted,
      outcome: input.outcome ?? null,
      from: input.from,
      until: input.until ?? null,
      sharing: input.sharing,
    });
    return toWpsLesson(view, locale);
  }
}

/** The graph's lesson: the service has decided that this viewer may see it. */
export function toWpsLesson(
  { id, actor, territory, themes, afterActionId, uses, ...columns }: WpsLessonView,
  locale: Locale,
): WpsLesson {
  return {
    __typename: 'WpsLesson',
    ...columns,
    id: globalId('WpsLesson', id),
    actor: toActorName(actor, locale),
    territory: territory === null ? null : toArea(territory, locale),
    themes: [...themes],
    drawnFrom: afterActionId && globalId('Lesson', afterActionId),
    uses: uses.map((use) => toWpsLessonUse(use, locale)),
  };
}

export function toWpsLessonUse(
  { id, actor, ...columns }: LessonUseView,
  locale: Locale,
): WpsLessonUse {
  return {
    __typename: 'WpsLessonUse',
    ...columns,
    id: globalId('WpsLessonUse', id),
    actor: toActorName(actor, locale),
  };
}
