import type { ReactNode } from 'react';
import type { LessonsQuery } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { BarTable } from '../../ui/charts.js';
import { Answered, Empty } from '../../ui/feedback.js';
import { Card, Fact, Facts, Page, Stack } from '../../ui/page.js';
import { usePage } from '../../ui/params.js';
import { Pager } from '../../ui/table.js';
import { FiguresOfOrganizers, Lessons } from './processes.graphql.js';

type Lesson = LessonsQuery['lessons']['edges'][number]['node'];

const PARTS = ['meant', 'happened', 'why', 'keep', 'change'] as const;

/** What deployments taught, and what mediators say of organizations. */
export default function LessonsScreen(): ReactNode {
  const t = useT('console-processes');
  const tc = useT('console');
  const format = useFormat();
  const lessons = useAsk(Lessons, usePage(20), { keepPrevious: true });
  const figures = useAsk(FiguresOfOrganizers, {});
  return (
    <Page title={t('lessons.title')} crumbs={[[tc('menu.processes'), '/processes']]}>
      <Stack>
        <Answered query={lessons}>
          {({ lessons: { totalCount, edges, pageInfo } }) =>
            totalCount === 0 ? (
              <Empty title={t('lessons.empty')}>
                <p>{t('lessons.emptyAbout')}</p>
              </Empty>
            ) : (
              <>
                <p role="status">{t('lessons.counted', { count: totalCount })}</p>
                {edges.map(({ node }) => (
                  <LessonCard key={node.id} lesson={node} />
                ))}
                <Pager page={pageInfo} />
              </>
            )
          }
        </Answered>
        <h2>{t('figures.title')}</h2>
        <p>{t('figures.about')}</p>
        <Answered query={figures} lines={3}>
          {({ organizerFigures }) =>
            organizerFigures.length === 0 ? (
              <p>{t('figures.none')}</p>
            ) : (
              organizerFigures.map(({ organization, answers, until, figures: of }) => (
                <BarTable
                  key={organization}
                  caption={t('figures.caption', {
                    organization,
                    count: answers,
                    until: format.day(until),
                  })}
                  head={[t('figures.question'), t('figures.favourable')]}
                  most={5}
                  rows={of.map(({ question, ofFive, answers: count }) => ({
                    key: question,
                    name: t(`question.${question}`),
                    value: ofFive,
                    words: t('figures.ofFive', { ofFive, count }),
                  }))}
                />
              ))
            )
          }
        </Answered>
      </Stack>
    </Page>
  );
}

function LessonCard({ lesson: { publishedOn, text } }: { readonly lesson: Lesson }): ReactNode {
  const t = useT('console-processes');
  const format = useFormat();
  return (
    <Card>
      <div lang={text.language.toLowerCase()}>
        <h2>
          <bdi>{text.title}</bdi>
        </h2>
      </div>
      <p>{t('lessons.published', { day: format.day(publishedOn) })}</p>
      <Facts>
        {PARTS.map((part) => (
          <Fact key={part} term={t(`lesson.${part}`)}>
            {text[part] === '' ? null : <bdi lang={text.language.toLowerCase()}>{text[part]}</bdi>}
          </Fact>
        ))}
      </Facts>
    </Card>
  );
}
