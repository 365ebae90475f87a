import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';
import { isRefused, refusalOf } from '../../graph/refusal.js';
import type {
  Criterion,
  HardCriterion,
  RankingQuery,
  WholeNeedFragment,
} from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { BarKey, RankBand, StackedBar } from '../../ui/charts.js';
import { Answered, Badge, Empty, Notice, Refusal } from '../../ui/feedback.js';
import { Check } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Card, Stack } from '../../ui/page.js';
import { Pager, Table } from '../../ui/table.js';
import { WHOLE } from '../../ui/numbers.js';
import { Choose } from './choose.js';
import { Ranking as RankingQueryDocument, PlaceInRanking } from './needs.graphql.js';
import css from './ranking.module.css';

type Connection = Extract<
  RankingQuery['matchCandidates'],
  { readonly __typename: 'MatchConnection' }
>;
export type Candidate = Connection['edges'][number]['node'];

const PAGE = 20;
const MOST_COMPARED = 4;

/** Who fits the need, the best first, each with what her score is made of. */
export function Ranking({ need }: { readonly need: WholeNeedFragment }): ReactNode {
  const t = useT('console-needs');
  const [params] = useSearchParams();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Candidate>>(new Map());
  const query = useAsk(
    RankingQueryDocument,
    { needId: need.id, first: PAGE, after: params.get('after') },
    { keepPrevious: true },
  );
  return (
    <section aria-labelledby="ranking" className={kit.stack}>
      <h2 id="ranking">{t('ranking.title')}</h2>
      <Answered query={query}>
        {({ matchCandidates: found }) =>
          isRefused(found) ? (
            <Refusal refused={refusalOf(found)} />
          ) : (
            <Found need={need} found={found} chosen={chosen} setChosen={setChosen} />
          )
        }
      </Answered>
    </section>
  );
}

function Found({
  need,
  found,
  chosen,
  setChosen,
}: {
  readonly need: WholeNeedFragment;
  readonly found: Connection;
  readonly chosen: ReadonlyMap<string, Candidate>;
  readonly setChosen: (chosen: ReadonlyMap<string, Candidate>) => void;
}): ReactNode {
  const t = useT('console-needs');
  const tc = useT('console');
  const candidates = found.edges.map(({ node }) => node);
  const criteria = [
    ...new Set(candidates.flatMap((one) => one.explanation.map(({ criterion }) => criterion))),
  ];
  if (found.totalCount === 0) {
    return (
      <Empty title={t('ranking.nobody')}>
        <p>{t('ranking.nobodyAbout', { count: found.considered })}</p>
        {need.own ? (
          <LinkButton to={`/needs/${need.id}/edit`}>{tc('action.edit')}</LinkButton>
        ) : null}
      </Empty>
    );
  }
  const ids = [...chosen.keys()];
  const excluded = found.exclusions.filter(({ first }) => first > 0);
  // What could be checked of nobody is said once, above.
  const told = new Set(
    found.uncheckedCriteria.flatMap((one) => (one.applied ? [one.criterion] : [])),
  );
  return (
    <Stack>
      <p>{t('ranking.counted', { eligible: found.totalCount, considered: found.considered })}</p>
      {found.uncheckedCriteria.length > 0 ? (
        <Notice tone="warm">
          <ul>
            {found.uncheckedCriteria.map(({ criterion, count }) => (
              <li key={criterion}>
                {t('ranking.unchecked', { requirement: tc(`requirement.${criterion}`), count })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <p className={kit.hint}>{t('ranking.hint')}</p>
      <BarKey names={criteria.map((criterion) => tc(`criterion.${criterion}`))} />
      <div>
        {need.own ? (
          <div
            className={`${kit.row} ${css.choose}`}
            {...(ids.length > 0 ? { 'data-chosen': '' } : {})}
          >
            <Choose need={need} chosen={[...chosen.values()]} onDone={() => setChosen(new Map())} />
            {ids.length >= 2 && ids.length <= MOST_COMPARED ? (
              <LinkButton
                to={`/needs/${need.id}/compare?${ids.map((id) => `id=${encodeURIComponent(id)}`).join('&')}`}
              >
                {t('ranking.compare', { count: ids.length })}
              </LinkButton>
            ) : (
              <span className={kit.hint}>{t('ranking.compareHint')}</span>
            )}
          </div>
        ) : null}
        <ol className={css.list} start={candidates[0]?.rank ?? 1}>
          {candidates.map((candidate) => (
            <li key={candidate.mediator.id}>
              <Entry
                need={need}
                candidate={candidate}
                criteria={criteria}
                told={told}
                chosen={chosen.has(candidate.mediator.id)}
                onChoose={(on) => {
                  const next = new Map(chosen);
                  if (on) next.set(candidate.mediator.id, candidate);
                  else next.delete(candidate.mediator.id);
                  setChosen(next);
                }}
              />
            </li>
          ))}
        </ol>
      </div>
      <Pager page={{ ...found.pageInfo, hasPreviousPage: false }} />
      {excluded.length > 0 ? (
        <Card title={t('ranking.excluded')}>
          <ul>
            {excluded.map(({ reason, first }) => (
              <li key={reason}>
                {t('ranking.excludedBy', {
                  requirement: tc(`requirement.${reason}`),
                  count: first,
                })}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </Stack>
  );
}

function Entry({
  need,
  candidate: { rank, score, mediator, explanation, toBeChecked },
  criteria,
  told,
  chosen,
  onChoose,
}: {
  readonly need: WholeNeedFragment;
  readonly candidate: Candidate;
  readonly criteria: readonly Criterion[];
  /** Requirements of which it is said where only her network can check them. */
  readonly told: ReadonlySet<HardCriterion>;
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
}): ReactNode {
  const t = useT('console-needs');
  const tc = useT('console');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const toTell = toBeChecked.filter((one) => told.has(one));
  return (
    <article className={css.entry} aria-label={mediator.name}>
      <div className={css.head}>
        {need.own ? (
          <Check
            label={t('ranking.choose', { name: mediator.name })}
            hidden
            value={chosen}
            onChange={onChoose}
          />
        ) : null}
        <span className={css.rank}>{format.number(rank)}</span>
        <span className={css.name}>
          <Link to={`/mediators/${mediator.id}`}>
            <bdi>{mediator.name}</bdi>
          </Link>{' '}
          {mediator.pseudonymous ? <Badge>{t('ranking.codeName')}</Badge> : null}
          <small className={kit.hint}>
            {format.joined(mediator.affiliations.map(({ network }) => network.name))}
          </small>
        </span>
        <span className={css.why}>
          <Button
            small
            aria-expanded={isOpen}
            aria-label={t('ranking.whyOf', { name: mediator.name })}
            onPress={() => setOpen(!isOpen)}
          >
            {t('ranking.why')}
          </Button>
        </span>
        <strong className={css.score}>{t('ranking.score', { score: score / WHOLE })}</strong>
      </div>
      <StackedBar
        most={WHOLE}
        parts={explanation.map(({ criterion, contribution }) => ({
          index: criteria.indexOf(criterion),
          value: contribution,
        }))}
      />
      {toTell.length > 0 ? (
        <p className={kit.hint}>
          {t('ranking.toBeChecked', {
            list: format.list(toTell.map((one) => tc(`requirement.${one}`))),
          })}
        </p>
      ) : null}
      {isOpen ? (
        <Why needId={need.id} mediatorId={mediator.id} explanation={explanation} score={score} />
      ) : null}
    </article>
  );
}

/** Every point of her score with its sentence, and how firm her place is. */
function Why({
  needId,
  mediatorId,
  explanation,
  score,
}: {
  readonly needId: string;
  readonly mediatorId: string;
  readonly explanation: Candidate['explanation'];
  readonly score: number;
}): ReactNode {
  const t = useT('console-needs');
  const tc = useT('console');
  const format = useFormat();
  const query = useAsk(PlaceInRanking, { needId, mediatorId });
  return (
    <Stack>
      <Table
        label={t('why.caption')}
        caption={t('why.caption')}
        rows={explanation}
        keyOf={({ criterion }) => criterion}
        columns={[
          {
            id: 'criterion',
            words: t('why.criterion'),
            names: true,
            cell: ({ criterion }) => tc(`criterion.${criterion}`),
          },
          { id: 'sentence', words: t('why.sentence'), cell: ({ sentence }) => sentence },
          {
            id: 'fit',
            words: t('why.fit'),
            number: true,
            cell: ({ value }) => format.percent(value / WHOLE),
          },
          {
            id: 'points',
            words: t('why.points'),
            number: true,
            cell: ({ contribution }) => t('ranking.score', { score: contribution / WHOLE }),
          },
        ]}
        sum={{
          words: t('why.sum'),
          cells: { points: t('ranking.score', { score: score / WHOLE }) },
        }}
      />
      <Answered query={query} lines={3}>
        {({ explainMatch: place }) =>
          isRefused(place) ? (
            <Refusal refused={refusalOf(place)} />
          ) : (
            <>
              {place.sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              {place.stability ? (
                <figure className={css.band}>
                  <RankBand
                    rank={place.rank}
                    best={place.stability.bestRank}
                    worst={place.stability.worstRank}
                    of={place.eligible}
                  />
                  <figcaption className={kit.hint}>
                    {t('why.band', {
                      rank: place.rank,
                      best: place.stability.bestRank,
                      worst: place.stability.worstRank,
                      of: place.eligible,
                    })}
                  </figcaption>
                </figure>
              ) : null}
            </>
          )
        }
      </Answered>
    </Stack>
  );
}
