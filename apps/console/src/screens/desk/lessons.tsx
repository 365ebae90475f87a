import { useState, type ReactNode } from 'react';
import { Words } from '../../frame/terms.js';
import { problemAt } from '../../graph/refusal.js';
import type { LessonState, Locale, NetworkLessonsQuery } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { LOCALE_NAMES, LOCALES } from '../../i18n/locale.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge, Empty, type Tone } from '../../ui/feedback.js';
import { Choice, Line } from '../../ui/fields.js';
import { Card, Fact, Facts, Row, Stack } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Pager } from '../../ui/table.js';
import { DeskPage } from './desk-page.js';
import { EditLesson, NetworkLessons, PublishLesson, WithdrawLesson } from './lessons.graphql.js';

type Lesson = NetworkLessonsQuery['networkLessons']['edges'][number]['node'];

const STATES: readonly LessonState[] = ['DRAFT', 'PUBLISHED', 'WITHDRAWN'];
const TONES: Readonly<Record<LessonState, Tone>> = {
  DRAFT: 'warm',
  PUBLISHED: 'good',
  WITHDRAWN: 'neutral',
};
const PARTS = ['meant', 'happened', 'why', 'keep', 'change'] as const;
type Part = (typeof PARTS)[number];

/** Lessons that were drafted from reviews of the work: read, mended and published by the desk. */
export default function LessonsScreen(): ReactNode {
  const t = useT('console-desk');
  const tc = useT('console');
  const [state, setState] = useParam('state');
  const one = STATES.find((each) => each === state) ?? null;
  return (
    <DeskPage
      title={t('lessons.title')}
      filters={
        <Choice
          label={t('field.state')}
          none={tc('list.all')}
          value={one ?? ''}
          options={STATES.map((each) => [each, t(`lessonState.${each}`)])}
          onChange={setState}
        />
      }
    >
      {(network) => <List network={network} state={one} />}
    </DeskPage>
  );
}

function List({
  network,
  state,
}: {
  readonly network: string;
  readonly state: LessonState | null;
}): ReactNode {
  const t = useT('console-desk');
  const tc = useT('console');
  const page = usePage(20);
  const query = useAsk(
    NetworkLessons,
    { network, states: state ? [state] : null, ...page },
    { keepPrevious: true },
  );
  return (
    <Answered query={query}>
      {({ networkLessons: { totalCount, edges, pageInfo } }) =>
        totalCount === 0 ? (
          <Empty title={state ? tc('list.noMatch') : t('lessons.none')}>
            {state ? null : <p>{t('lessons.noneAbout')}</p>}
          </Empty>
        ) : (
          <Stack>
            <p role="status">{t('lessons.counted', { count: totalCount })}</p>
            {edges.map(({ node }) => (
              <OneLesson key={node.id} lesson={node} />
            ))}
            <Pager page={pageInfo} />
          </Stack>
        )
      }
    </Answered>
  );
}

function OneLesson({ lesson }: { readonly lesson: Lesson }): ReactNode {
  const t = useT('console-desk');
  const format = useFormat();
  const [open, setOpen] = useState<'edit' | 'publish' | 'withdraw' | null>(null);
  const { text, state, publishedOn } = lesson;
  const close = (): void => setOpen(null);
  return (
    <Card>
      <h2>
        <bdi>{text?.title || t('lessons.untitled')}</bdi>
      </h2>
      <p>
        <Badge tone={TONES[state]}>{t(`lessonState.${state}`)}</Badge>{' '}
        {publishedOn ? t('lessons.publishedOn', { day: format.day(publishedOn) }) : null}
      </p>
      {text ? (
        <Facts>
          {PARTS.map((part) => (
            <Fact key={part} term={t(`lesson.${part}`)}>
              {text[part] ? <Words text={text[part]} /> : null}
            </Fact>
          ))}
        </Facts>
      ) : null}
      {state === 'WITHDRAWN' ? null : (
        <Row>
          {state === 'DRAFT' ? (
            <>
              <Button onPress={() => setOpen('edit')}>{t('lessons.edit')}</Button>
              <Button look="primary" onPress={() => setOpen('publish')}>
                {t('lessons.publish')}
              </Button>
            </>
          ) : null}
          <Button look="danger" onPress={() => setOpen('withdraw')}>
            {t('lessons.withdraw')}
          </Button>
        </Row>
      )}
      {open === 'edit' ? <Edit lesson={lesson} onClose={close} /> : null}
      {open === 'publish' ? <Publish lesson={lesson} onClose={close} /> : null}
      {open === 'withdraw' ? <Withdraw lesson={lesson} onClose={close} /> : null}
    </Card>
  );
}

interface StepProps {
  readonly lesson: Lesson;
  readonly onClose: () => void;
}

function Edit({ lesson: { id, revision, text }, onClose }: StepProps): ReactNode {
  const t = useT('console-desk');
  const [title, setTitle] = useState(text?.title ?? '');
  const [language, setLanguage] = useState<Locale>(text?.language ?? 'EN');
  const [words, setWords] = useState<Readonly<Record<Part, string>>>({
    meant: text?.meant ?? '',
    happened: text?.happened ?? '',
    why: text?.why ?? '',
    keep: text?.keep ?? '',
    change: text?.change ?? '',
  });
  return (
    <StepDialog
      title={t('lessons.edit')}
      action={t('lessons.save')}
      wide
      change={useChange(EditLesson)}
      variables={() => ({ input: { id, revision, title, language, ...words } })}
      done={t('lessons.saved')}
      disabled={title.trim() === ''}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('lessons.editAbout')}</p>
          <Choice
            label={t('lessons.language')}
            value={language}
            options={LOCALES.map((one) => [one.toUpperCase() as Locale, LOCALE_NAMES[one]])}
            onChange={(chosen) => {
              if (chosen !== '') setLanguage(chosen);
            }}
          />
          <Line
            label={t('lessons.heading')}
            required
            maxLength={200}
            value={title}
            onChange={setTitle}
            problem={problemAt(refused, 'title')}
          />
          {PARTS.map((part) => (
            <Line
              key={part}
              label={t(`lesson.${part}`)}
              long
              value={words[part]}
              onChange={(text_) => setWords((old) => ({ ...old, [part]: text_ }))}
              problem={problemAt(refused, part)}
            />
          ))}
        </>
      )}
    </StepDialog>
  );
}

function Publish({ lesson: { id, revision }, onClose }: StepProps): ReactNode {
  const t = useT('console-desk');
  return (
    <StepDialog
      title={t('lessons.publishTitle')}
      action={t('lessons.publish')}
      change={useChange(PublishLesson)}
      variables={() => ({ id, revision })}
      done={t('lessons.published')}
      onClose={onClose}
    >
      <p>{t('lessons.publishAbout')}</p>
    </StepDialog>
  );
}

function Withdraw({ lesson: { id, revision }, onClose }: StepProps): ReactNode {
  const t = useT('console-desk');
  return (
    <StepDialog
      title={t('lessons.withdrawTitle')}
      action={t('lessons.withdraw')}
      look="danger"
      change={useChange(WithdrawLesson)}
      variables={() => ({ id, revision })}
      done={t('lessons.withdrawn')}
      onClose={onClose}
    >
      <p>{t('lessons.withdrawAbout')}</p>
    </StepDialog>
  );
}
