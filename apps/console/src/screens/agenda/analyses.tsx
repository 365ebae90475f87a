import type { ReactNode } from 'react';
import { Words } from '../../frame/terms.js';
import type { WholeAnalysisFragment } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge, Empty, Warning } from '../../ui/feedback.js';
import { Card, Fact, Facts, Page, Row, Stack } from '../../ui/page.js';
import { usePage } from '../../ui/params.js';
import { Pager } from '../../ui/table.js';
import { useOpened } from '../../ui/use-opened.js';
import { AnalysisDialog } from './editing/analysis-dialog.js';
import { ShareWithFewer } from './editing/share-with-fewer.js';
import { Analyses } from './lessons.graphql.js';
import { useWrittenActor } from './use-own.js';
import { ANALYSIS_QUESTIONS } from './words.js';

/** Gender-sensitive conflict analyses: what each answers, and what it leaves open. */
export default function AnalysesScreen(): ReactNode {
  const t = useT('console-agenda');
  const tc = useT('console');
  const actor = useWrittenActor();
  const query = useAsk(Analyses, usePage(20), { keepPrevious: true });
  const [edit, editing] = useOpened<WholeAnalysisFragment>(
    (analysis, onClose) =>
      actor !== null && <AnalysisDialog actor={actor} analysis={analysis} onClose={onClose} />,
    ({ id }) =>
      query.data?.conflictAnalyses.edges.map(({ node }) => node).find((one) => one.id === id),
  );
  return (
    <Page
      title={tc('menu.analyses')}
      actions={
        actor === null ? null : (
          <Button look="primary" onPress={() => edit(null)}>
            {t('analysis.new')}
          </Button>
        )
      }
    >
      <p>{t('analyses.about')}</p>
      <Answered query={query}>
        {({ conflictAnalyses: { edges, totalCount, pageInfo } }) =>
          totalCount === 0 ? (
            <Empty title={t('analyses.none')}>
              <p>{t('analyses.noneAbout')}</p>
            </Empty>
          ) : (
            <Stack>
              <p>{t('analyses.counted', { count: totalCount })}</p>
              {edges.map(({ node }) => (
                <Analysis
                  key={node.id}
                  analysis={node}
                  onChange={node.actor.code === actor ? () => edit(node) : null}
                />
              ))}
              <Pager page={pageInfo} />
            </Stack>
          )
        }
      </Answered>
      {editing}
    </Page>
  );
}

function Analysis({
  analysis,
  onChange,
}: {
  readonly analysis: WholeAnalysisFragment;
  /** Null where it is not hers to change. */
  readonly onChange: (() => void) | null;
}): ReactNode {
  const t = useT('console-agenda');
  const format = useFormat();
  const { title, actor, territory, sharing, timing, usedIn } = analysis;
  const answers = new Map(analysis.answers.map(({ question, text }) => [question, text]));
  return (
    <Card title={title}>
      <Stack>
        <p>
          <bdi>{actor.name}</bdi> · {territory.label} · {format.day(analysis.doneOn)}{' '}
          <Badge>{t(`sharing.${sharing}`)}</Badge>{' '}
          <Badge tone={timing === 'BEFORE_DESIGN' ? 'good' : 'neutral'}>
            {t(`analysisTiming.${timing}`)}
          </Badge>{' '}
          {analysis.hasSmallNumber ? <Warning>{t('word.small-number')}</Warning> : null}
        </p>
        <Facts>
          <Fact term={t('analysis.office')}>
            <bdi>{analysis.office}</bdi>
          </Fact>
          <Fact term={t('analysis.method')}>
            <Words text={analysis.method} />
          </Fact>
          {ANALYSIS_QUESTIONS.map((question) => (
            <Fact key={question} term={t(`question.${question}`)}>
              {answers.has(question) ? (
                <Words text={answers.get(question) ?? ''} />
              ) : (
                <Badge tone="warm">{t('analysis.open')}</Badge>
              )}
            </Fact>
          ))}
          <Fact term={t('analysis.usedIn')}>
            {usedIn.length === 0
              ? null
              : usedIn.map(({ kind, text }) => (
                  <div key={`${kind} ${text}`}>
                    {t(`analysisUse.${kind}`)}: <bdi>{text}</bdi>
                  </div>
                ))}
          </Fact>
        </Facts>
        {onChange === null ? null : (
          <Row>
            <Button aria-label={t('edit.changeOf', { what: title })} onPress={onChange}>
              {t('edit.change')}
            </Button>
            <ShareWithFewer record={analysis} words={title} />
          </Row>
        )}
      </Stack>
    </Card>
  );
}
