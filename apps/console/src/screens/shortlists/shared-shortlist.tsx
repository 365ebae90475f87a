import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { BarKey } from '../../ui/charts.js';
import { Badge, Notice } from '../../ui/feedback.js';
import { Card, Fact, Facts, Gone, Page, RecordScreen, Stack } from '../../ui/page.js';
import { Briefing } from './briefing.js';
import { criteriaOf, Frozen, Name } from './frozen.js';
import { SharedShortlistById } from './shortlists.graphql.js';
import { TONES } from './shortlists.js';

/** A shortlist of another organization, to read: without its notes, its feedback and its criteria. */
export default function SharedShortlistScreen(): ReactNode {
  const t = useT('console-shortlists');
  const tn = useT('console-needs');
  const tc = useT('console');
  const format = useFormat();
  const { id } = useParams<{ id: string }>();
  const query = useAsk(SharedShortlistById, { id });
  return (
    <RecordScreen
      query={query}
      gone={<Gone title={t('shared.gone')} about={t('shared.goneAbout')} />}
    >
      {({ node }) => {
        if (node?.__typename !== 'SharedShortlist') return null;
        const { title, need, entries, organization, sharedAt, state, briefing } = node;
        const criteria = criteriaOf(entries);
        return (
          <Page
            title={title}
            crumbs={[[tc('menu.shortlists'), '/shortlists?of=others']]}
            actions={<Briefing briefing={briefing} />}
          >
            <Stack>
              <Card title={need.title}>
                <Facts>
                  <Fact term={t('shared.by')}>
                    <bdi>{organization}</bdi>
                  </Fact>
                  <Fact term={t('shared.at')}>{format.moment(sharedAt)}</Fact>
                  <Fact term={t('list.state')}>
                    <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
                  </Fact>
                  <Fact term={tn('field.brief')}>
                    {need.brief === '' ? null : <bdi>{need.brief}</bdi>}
                  </Fact>
                  <Fact term={tn('field.place')}>
                    {need.place ? <bdi>{need.place}</bdi> : null}
                  </Fact>
                  <Fact term={tn('field.wanted')}>{format.number(need.wanted)}</Fact>
                  <Fact term={tn('field.urgency')}>{tn(`urgency.${need.urgency}`)}</Fact>
                  <Fact term={tn('field.insiderTies')}>
                    {tn(`insiderTies.${need.insiderTies}`)}
                  </Fact>
                  <Fact term={tn('field.alongside')}>
                    {need.alongside ? tn(`alongside.${need.alongside}`) : null}
                  </Fact>
                </Facts>
              </Card>
              <h2>{t('entries.counted', { count: entries.length })}</h2>
              {node.noLongerListed > 0 ? (
                <Notice>{t('shared.noLongerListed', { count: node.noLongerListed })}</Notice>
              ) : null}
              <BarKey names={criteria.map((criterion) => tc(`criterion.${criterion}`))} />
              {entries.map(({ mediator, rank, score, eligible, explanation }) => (
                <Card key={mediator.id}>
                  <Name mediator={mediator} />
                  <Frozen
                    name={mediator.name}
                    rank={rank}
                    score={score}
                    eligible={eligible}
                    explanation={explanation}
                    criteria={criteria}
                  />
                </Card>
              ))}
            </Stack>
          </Page>
        );
      }}
    </RecordScreen>
  );
}
