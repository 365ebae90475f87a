import type { ReactNode } from 'react';
import { Words } from '../../frame/terms.js';
import type { WholeLessonFragment, WpsLessonStep } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge, Empty, Warning } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Card, Fact, Facts, Page, Row, Stack } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Pager } from '../../ui/table.js';
import { useOpened } from '../../ui/use-opened.js';
import { DrawnFrom } from './drawn-from.js';
import { LessonDialog } from './editing/lesson-dialog.js';
import { LessonUseDialog } from './editing/lesson-use-dialog.js';
import { ShareWithFewer } from './editing/share-with-fewer.js';
import { StepLesson, WpsLessons } from './lessons.graphql.js';
import { useWrittenActor } from './use-own.js';
import { LESSON_STATES } from './words.js';

/** The steps from each state, as the service has them. */
const STEPS: Readonly<Record<WholeLessonFragment['state'], readonly WpsLessonStep[]>> = {
  DRAFT: ['REVIEW'],
  REVIEWED: ['SHARE', 'REOPEN'],
  SHARED: ['RETIRE'],
  RETIRED: [],
};

/** What actors have learnt, and who uses it. */
export default function LessonsScreen(): ReactNode {
  const t = useT('console-agenda');
  const tc = useT('console');
  const [state, setState] = useParam('state');
  const actor = useWrittenActor();
  const [write, writing] = useOpened<null>(
    (_, onClose) =>
      actor !== null && <LessonDialog actor={actor} lesson={null} onClose={onClose} />,
  );
  const shown = LESSON_STATES.find((each) => each === state);
  const query = useAsk(
    WpsLessons,
    { ...usePage(20), states: shown ? [shown] : null },
    { keepPrevious: true },
  );
  return (
    <Page
      title={tc('menu.wpsLessons')}
      actions={
        actor === null ? null : (
          <Button look="primary" onPress={() => write(null)}>
            {t('lesson.new')}
          </Button>
        )
      }
    >
      <p>{t('lessons.about')}</p>
      <div className={kit.filters}>
        <Choice
          label={t('column.state')}
          none={tc('list.all')}
          value={shown ?? ''}
          options={LESSON_STATES.map((each) => [each, t(`lessonState.${each}`)])}
          onChange={setState}
        />
      </div>
      <Answered query={query}>
        {({ wpsLessons: { edges, totalCount, pageInfo } }) =>
          totalCount === 0 ? (
            <Empty title={shown ? tc('list.noMatch') : t('lessons.none')}>
              <p>{t('lessons.noneAbout')}</p>
            </Empty>
          ) : (
            <Stack>
              <p>{t('lessons.counted', { count: totalCount })}</p>
              {edges.map(({ node }) => (
                <Lesson key={node.id} lesson={node} actor={actor} />
              ))}
              <Pager page={pageInfo} />
            </Stack>
          )
        }
      </Answered>
      {writing}
    </Page>
  );
}

const PARTS = ['context', 'done', 'result', 'conditions', 'costs', 'avoid', 'source'] as const;

function Lesson({
  lesson,
  actor,
}: {
  readonly lesson: WholeLessonFragment;
  /** The code of the actor whose records she writes; null if of none. */
  readonly actor: string | null;
}): ReactNode {
  const t = useT('console-agenda');
  const change = useChange(StepLesson);
  const isOwn = lesson.actor.code === actor;
  const used = lesson.uses.find((one) => one.actor.code === actor);
  const [edit, editing] = useOpened<null>(
    (_, onClose) =>
      actor !== null && <LessonDialog actor={actor} lesson={lesson} onClose={onClose} />,
  );
  const [use, using] = useOpened<null>(
    (_, onClose) =>
      actor !== null && (
        <LessonUseDialog actor={actor} lesson={lesson} use={used ?? null} onClose={onClose} />
      ),
  );
  const [take, taking] = useOpened<WpsLessonStep>(
    (step, onClose) =>
      step && (
        <StepDialog
          title={t(`lessonStep.${step}`)}
          action={t(`lessonStep.${step}`)}
          change={change}
          variables={() => ({ id: lesson.id, revision: lesson.revision, step })}
          done={t('commitment.done')}
          onClose={onClose}
        >
          <p>{t(`lessonStepAbout.${step}`)}</p>
        </StepDialog>
      ),
  );
  const isTold = lesson.state === 'SHARED' || lesson.state === 'RETIRED';
  return (
    <Card title={lesson.title}>
      <Stack>
        <p>
          <bdi>{lesson.actor.name}</bdi> <Badge>{t(`lessonState.${lesson.state}`)}</Badge>{' '}
          <Badge>{t(`sharing.${lesson.sharing}`)}</Badge>{' '}
          <Badge tone="accent">{t(`evidence.${lesson.evidence}`)}</Badge>{' '}
          {lesson.hasSmallNumber ? <Warning>{t('word.small-number')}</Warning> : null}
        </p>
        <Facts>
          <Fact term={t('lesson.territory')}>{lesson.territory?.label ?? null}</Fact>
          <Fact term={t('lesson.drawnFrom')}>
            {lesson.drawnFrom ? <DrawnFrom id={lesson.drawnFrom} /> : null}
          </Fact>
          {PARTS.map((part) => (
            <Fact key={part} term={t(`lesson.${part}`)}>
              {lesson[part] ? <Words text={lesson[part]} /> : null}
            </Fact>
          ))}
          <Fact term={t('lesson.office')}>{lesson.office ? <bdi>{lesson.office}</bdi> : null}</Fact>
        </Facts>
        <Uses lesson={lesson} />
        {actor === null ? null : (
          <Row>
            {isOwn && lesson.state !== 'RETIRED' ? (
              <Button
                aria-label={t('edit.changeOf', { what: lesson.title })}
                onPress={() => edit(null)}
              >
                {t('edit.change')}
              </Button>
            ) : null}
            {isOwn
              ? STEPS[lesson.state].map((step) => (
                  <Button
                    key={step}
                    aria-label={t('lesson.stepOf', {
                      step: t(`lessonStep.${step}`),
                      title: lesson.title,
                    })}
                    onPress={() => take(step)}
                  >
                    {t(`lessonStep.${step}`)}
                  </Button>
                ))
              : null}
            {isOwn ? <ShareWithFewer record={lesson} words={lesson.title} /> : null}
            {!isOwn && isTold ? (
              <Button
                look="primary"
                aria-label={t('lesson.stepOf', {
                  step: t(used ? 'lesson.changeUse' : 'lesson.use'),
                  title: lesson.title,
                })}
                onPress={() => use(null)}
              >
                {t(used ? 'lesson.changeUse' : 'lesson.use')}
              </Button>
            ) : null}
            {used ? (
              <ShareWithFewer
                record={used}
                words={t('lesson.stepOf', { step: t('lesson.use'), title: lesson.title })}
              />
            ) : null}
          </Row>
        )}
      </Stack>
      {editing}
      {using}
      {taking}
    </Card>
  );
}

/** Who uses a lesson: adoption is the measure, not how often it was looked at. */
function Uses({ lesson: { uses } }: { readonly lesson: WholeLessonFragment }): ReactNode {
  const t = useT('console-agenda');
  const format = useFormat();
  return (
    <>
      <h3>{t('lesson.uses', { count: uses.length })}</h3>
      {uses.map((use) => (
        <section key={use.id}>
          <h4>
            <bdi>{use.actor.name}</bdi>
          </h4>
          <p>
            {use.until
              ? t('days', { from: format.shortDay(use.from), until: format.shortDay(use.until) })
              : t('lesson.since', { day: format.shortDay(use.from) })}
          </p>
          <Words text={use.adapted} />
          {use.outcome ? <Words text={use.outcome} /> : null}
        </section>
      ))}
    </>
  );
}
