import { LessonService } from '#deployments';
import type { Viewer } from '#identity';
import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { idPage, keyedConnection, PageArgs, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { networkId } from '../networks/network-id.js';
import { EditLessonInput, LessonStepArgs, NetworkLessonsArgs } from './lesson.inputs.js';
import {
  DeskLesson,
  DeskLessonConnection,
  DeskLessonResult,
  LessonConnection,
} from './lesson.type.js';
import { toDeskLesson, toLesson } from './to-lesson.js';

const PUBLISHED = 'lessons';
const OF_NETWORK = 'networkLessons';

/** What everyone may learn from deployments, and what desks make of it. */
@Resolver()
export class LessonsResolver {
  constructor(
    private readonly service: LessonService,
    private readonly limits: Limits,
  ) {}

  @Query(() => LessonConnection, {
    name: PUBLISHED,
    description: 'Lessons that networks have published from deployments, the oldest first.',
  })
  async lessons(
    @Args() args: PageArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<LessonConnection> {
    const page = idPage(PUBLISHED, requestedPage(args, this.limits.pageSize));
    const result = await this.service.published(viewer, page);
    return keyedConnection(PUBLISHED, result, ({ id }) => id, toLesson);
  }

  @Query(() => DeskLessonConnection, {
    name: OF_NETWORK,
    description: 'Lessons of a network, drafts among them, the oldest first. For its coordinators.',
  })
  async networkLessons(
    @Args() args: NetworkLessonsArgs,
    @Ctx() context: Context,
  ): Promise<DeskLessonConnection> {
    const page = idPage(OF_NETWORK, requestedPage(args, this.limits.pageSize));
    const network = await networkId(context, args.network);
    const { viewer } = context;
    const result = await this.service.list(viewer, network, args.states ?? null, page);
    return keyedConnection(OF_NETWORK, result, ({ id }) => id, toDeskLesson);
  }

  @RefusableMutation(() => DeskLessonResult, {
    description:
      'Writes a draft of a lesson anew. A text with a name, an address or a number in it is refused.',
  })
  async editLesson(
    @Args('input', { description: 'The lesson to change, and what it is to say.' })
    { id, revision, ...text }: EditLessonInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DeskLesson> {
    const { language, title, meant, happened, why, keep, change } = text;
    const contents = { language, title, meant, happened, why, keep, change };
    const key = readIdOf('DeskLesson', id);
    return toDeskLesson(await this.service.edit(viewer, key, revision, contents));
  }

  @RefusableMutation(() => DeskLessonResult, {
    description: 'Publishes a draft of a lesson, once it names nobody. Everyone can read it.',
  })
  async publishLesson(
    @Args() { id, revision }: LessonStepArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DeskLesson> {
    return toDeskLesson(await this.service.publish(viewer, readIdOf('DeskLesson', id), revision));
  }

  @RefusableMutation(() => DeskLessonResult, {
    description: 'Withdraws a lesson, or a draft of one. What it said is deleted.',
  })
  async withdrawLesson(
    @Args() { id, revision }: LessonStepArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DeskLesson> {
    return toDeskLesson(await this.service.withdraw(viewer, readIdOf('DeskLesson', id), revision));
  }
}
