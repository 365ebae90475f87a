import type { LessonContents, LessonView, PublishedLesson } from '#deployments';
import { globalId } from '../graphql/global-id.js';
import type { DeskLesson, Lesson, LessonText } from './lesson.type.js';

/** The graph's lesson, as everyone reads it. */
export function toLesson({ id, publishedOn, ...contents }: PublishedLesson): Lesson {
  return {
    __typename: 'Lesson',
    id: globalId('Lesson', id),
    text: toText(contents),
    publishedOn,
  };
}

/** The graph's lesson for a desk: the service has decided that this viewer may see it. */
export function toDeskLesson({
  id,
  state,
  contents,
  publishedOn,
  revision,
}: LessonView): DeskLesson {
  return {
    __typename: 'DeskLesson',
    id: globalId('DeskLesson', id),
    state,
    text: contents && toText(contents),
    publishedOn,
    revision,
  };
}

function toText({
  language,
  title,
  meant,
  happened,
  why,
  keep,
  change,
}: LessonContents): LessonText {
  return { language, title, meant, happened, why, keep, change };
}
