import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { isRefused, refusalOf } from '../../graph/refusal.js';
import type { NeedOfTeamQuery, TeamRunQuery, WholeTeamFragment } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { BarKey, StackedBar } from '../../ui/charts.js';
import { Answered, Badge, Notice, Refusal } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import { Card, Row, Scroll, Stack } from '../../ui/page.js';
import { WHOLE } from '../../ui/numbers.js';
import { Choose } from '../needs/choose.js';
import { CancelTeam, TeamRun } from './teams.graphql.js';

type Run = Extract<TeamRunQuery['team'], { readonly __typename: 'TeamRun' }>;
/** For which a team is sought. */
type TeamNeed = Extract<NeedOfTeamQuery['node'], { readonly __typename: 'Need' }>;

const EVERY_MS = 1_000;

/** A request for a team: how far the solver is, and then what it found. */
export function TeamRunView({
  id,
  need,
}: {
  readonly id: string;
  readonly need: TeamNeed;
}): ReactNode {
  const first = useAsk(TeamRun, { id });
  const isUnderWay = first.data !== undefined && underWay(first.data.team);
  const query = useAsk(TeamRun, { id }, { every: isUnderWay ? EVERY_MS : false });
  return (
    <Answered query={query}>
      {({ team }) =>
        isRefused(team) ? <Refusal refused={refusalOf(team)} /> : <State run={team} need={need} />
      }
    </Answered>
  );
}

function underWay(team: TeamRunQuery['team']): boolean {
  return team.__typename === 'TeamRun' && (team.state === 'QUEUED' || team.state === 'RUNNING');
}

function State({ run, need }: { readonly run: Run; readonly need: TeamNeed }): ReactNode {
  const t = useT('console-teams');
  const tc = useT('console');
  const format = useFormat();
  const cancel = useChange(CancelTeam);
  if (underWay(run)) {
    const { progress } = run;
    return (
      <Card title={t(`state.${run.state}`)}>
        <div role="status">
          <progress
            max={run.timeLimitSeconds}
            value={progress?.seconds ?? 0}
            aria-label={t('progress')}
          />
          {progress ? (
            <p>
              {t('progress.seconds', { seconds: Math.round(progress.seconds) })}{' '}
              {progress.gap === null ? null : t('progress.gap', { gap: progress.gap })}
            </p>
          ) : null}
        </div>
        <Button isDisabled={run.cancelRequested} onPress={() => cancel.mutate({ id: run.id })}>
          {tc('action.cancel')}
        </Button>
      </Card>
    );
  }
  if (run.failure !== null) return <Notice tone="danger">{run.failure}</Notice>;
  const { outcome } = run;
  if (!outcome) return <Notice>{t(`state.${run.state}`)}</Notice>;
  return (
    <Stack>
      <p role="status">
        <Badge
          tone={
            outcome.status === 'OPTIMAL'
              ? 'good'
              : outcome.status === 'INFEASIBLE'
                ? 'danger'
                : 'warm'
          }
        >
          {t(`status.${outcome.status}`)}
        </Badge>{' '}
        {t('eligible', { eligible: outcome.eligible, considered: outcome.considered })}
      </p>
      {outcome.relaxation ? (
        <Notice tone="warm" title={t('relaxation.title')}>
          <ul>
            {outcome.relaxation.requirements.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p>{outcome.relaxation.proven ? t('relaxation.proven') : t('relaxation.unproven')}</p>
        </Notice>
      ) : null}
      {outcome.relaxation?.team ? (
        <Team title={t('relaxation.team')} team={outcome.relaxation.team} need={need} />
      ) : null}
      {outcome.teams.map((team, i) => (
        <Team
          key={team.members.map(({ mediator }) => mediator.id).join(' ')}
          title={t('team', { number: format.number(i + 1) })}
          team={team}
          need={need}
        />
      ))}
    </Stack>
  );
}

/** The members, and which of them counts towards what. */
function Team({
  title,
  team,
  need,
}: {
  readonly title: string;
  readonly team: WholeTeamFragment;
  readonly need: TeamNeed;
}): ReactNode {
  const t = useT('console-teams');
  const tc = useT('console');
  const format = useFormat();
  const criteria = [
    ...new Set(
      team.members.flatMap(({ contributions }) => contributions.map(({ criterion }) => criterion)),
    ),
  ];
  return (
    <Card title={title}>
      <Stack>
        {team.total === null ? null : (
          <p>
            {t('total', { total: team.total / WHOLE })} {team.gap === 0 ? t('proven') : null}
          </p>
        )}
        {team.withheld > 0 ? (
          <Notice tone="warm">{t('withheld', { count: team.withheld })}</Notice>
        ) : null}
        <BarKey names={criteria.map((criterion) => tc(`criterion.${criterion}`))} />
        <ol>
          {team.members.map(({ mediator, score, contributions, toBeChecked }) => (
            <li key={mediator.id}>
              <Link to={`/mediators/${mediator.id}`}>
                <bdi>{mediator.name}</bdi>
              </Link>{' '}
              <strong>{t('score', { score: score / WHOLE })}</strong>
              <StackedBar
                most={WHOLE}
                parts={contributions.map(({ criterion, contribution }) => ({
                  index: criteria.indexOf(criterion),
                  value: contribution,
                }))}
              />
              {toBeChecked.length > 0 ? (
                <span className={kit.hint}>
                  {t('toBeChecked', {
                    list: format.list(toBeChecked.map((one) => tc(`requirement.${one}`))),
                  })}
                </span>
              ) : null}
            </li>
          ))}
        </ol>
        {team.coverage.length > 0 ? <Matrix team={team} /> : null}
        <Row>
          <Choose need={need} chosen={team.members} />
        </Row>
      </Stack>
    </Card>
  );
}

/** What the team must meet, down; its members, across. */
function Matrix({ team }: { readonly team: WholeTeamFragment }): ReactNode {
  const t = useT('console-teams');
  return (
    <Scroll label={t('coverage')}>
      <table className={kit.table} data-density="compact">
        <caption>{t('coverage')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('coverage.what')}</th>
            {team.members.map(({ mediator }) => (
              <th key={mediator.id} scope="col">
                <bdi>{mediator.name}</bdi>
              </th>
            ))}
            <th scope="col">{t('coverage.met')}</th>
          </tr>
        </thead>
        <tbody>
          {team.coverage.map(({ sentence, asked, found, kind, code }, i) => (
            <tr key={`${kind} ${code}`}>
              <th scope="row">{sentence}</th>
              {team.members.map(({ mediator, covers }) => (
                <td key={mediator.id}>
                  {covers.includes(i) ? <span aria-label={t('coverage.yes')}>✓</span> : null}
                </td>
              ))}
              <td>
                <Badge tone={found < asked ? 'danger' : 'good'}>
                  {found} / {asked}
                </Badge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
