import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import type { OnePlanQuery } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Badge } from '../../ui/feedback.js';
import { Fact, Facts, Gone, Page, RecordScreen, Stack } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import { Tabs } from '../../ui/tabs.js';
import { OnePlan } from './agenda.graphql.js';
import { PlanSteps } from './editing/plan-steps.js';
import { PlanItems } from './plan-items.js';
import { PlanInvolved } from './plan-involved.js';
import { PlanMoney } from './plan-money.js';
import { useIsFocalPointOf } from './use-own.js';
import { PLAN_TONES } from './words.js';
import { YesOrNo } from './yes-or-no.js';

export type WholePlan = Extract<
  NonNullable<OnePlanQuery['node']>,
  { readonly __typename: 'ActionPlan' }
>;

/** One action plan: what it says of itself, its timeline, its money, and who had a part in it. */
export default function PlanScreen(): ReactNode {
  const { id } = useParams<{ id: string }>();
  const tc = useT('console');
  const query = useAsk(OnePlan, { id });
  return (
    <RecordScreen query={query} gone={<Gone />}>
      {({ node }) =>
        node?.__typename === 'ActionPlan' ? (
          <Page title={node.title} crumbs={[[tc('menu.plans'), '/plans']]}>
            <Plan plan={node} />
          </Page>
        ) : null
      }
    </RecordScreen>
  );
}

function Plan({ plan }: { readonly plan: WholePlan }): ReactNode {
  const t = useT('console-agenda');
  const format = useFormat();
  const isOwn = useIsFocalPointOf(plan.actor.code);
  const writes = isOwn && plan.state !== 'SUPERSEDED';
  const { actor, level, state, sharing, from, until, adopted, parentId } = plan;
  return (
    <Stack>
      <p>
        <bdi>{actor.name}</bdi> · {t(`planLevel.${level}`)}{' '}
        <Badge tone={PLAN_TONES[state]}>{t(`planState.${state}`)}</Badge>{' '}
        <Badge>{t(`sharing.${sharing}`)}</Badge>
      </p>
      <Facts>
        <Fact term={t('column.adopted')}>{adopted ? format.day(adopted) : null}</Fact>
        <Fact term={t('column.period')}>
          {from && until
            ? t('days', { from: format.shortDay(from), until: format.shortDay(until) })
            : null}
        </Fact>
        <Fact term={t('column.office')}>{own(plan.leadOffice)}</Fact>
        <Fact term={t('column.body')}>{own(plan.coordinationBody)}</Fact>
        <Fact term={t('column.budget-status')}>{t(`budgetStatus.${plan.budgetStatus}`)}</Fact>
        <Fact term={t('column.mediators')}>{own(plan.mediatorNomination)}</Fact>
        <Fact term={t('plan.parent')}>
          {parentId ? <Link to={`/plans/${parentId}`}>{t('plan.parentLink')}</Link> : null}
        </Fact>
        <Fact term={t('column.document')}>{link(plan.documentUrl)}</Fact>
        <Fact term={t('column.reported')}>
          {plan.reportedOn ? format.day(plan.reportedOn) : null}
        </Fact>
        <Fact term={t('plan.report')}>{link(plan.reportUrl)}</Fact>
      </Facts>
      {isOwn ? <PlanSteps plan={plan} /> : null}
      <Tabs
        label={t('plan.parts')}
        tabs={[
          {
            id: 'timeline',
            words: t('plan.timeline'),
            content: () => <PlanItems plan={plan} isOwn={isOwn} writes={writes} />,
          },
          { id: 'findings', words: t('plan.findings'), content: () => <Findings plan={plan} /> },
          {
            id: 'money',
            words: t('plan.money'),
            content: () => <PlanMoney plan={plan} writes={writes} />,
          },
          {
            id: 'people',
            words: t('plan.involved'),
            content: () => <PlanInvolved plan={plan} isOwn={isOwn} writes={writes} />,
          },
        ]}
      />
    </Stack>
  );
}

/** Yes or no with what shows it, criterion by criterion. No score is made of them. */
function Findings({ plan }: { readonly plan: WholePlan }): ReactNode {
  const t = useT('console-agenda');
  const nameOf = (id: string): string =>
    plan.items.find((item) => item.id === id)?.text ??
    plan.involvements.find((one) => one.id === id)?.name ??
    '';
  return (
    <Table
      caption={t('plan.findingsCaption', { count: plan.findings.length })}
      rows={plan.findings}
      keyOf={({ criterion }) => criterion}
      columns={[
        {
          id: 'criterion',
          words: t('column.criterion'),
          names: true,
          cell: ({ criterion }) => t(`criterion.${criterion}`),
        },
        { id: 'met', words: t('column.met'), cell: ({ met }) => <YesOrNo met={met} /> },
        {
          id: 'shown',
          words: t('column.evidence'),
          cell: ({ evidence }) => (
            <ul>
              {evidence.map((id) => (
                <li key={id}>
                  <bdi>{nameOf(id)}</bdi>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

function own(text: string | null | undefined): ReactNode {
  return text ? <bdi>{text}</bdi> : null;
}

function link(url: string | null | undefined): ReactNode {
  return url ? (
    <a href={url} rel="noreferrer">
      <bdi>{url}</bdi>
    </a>
  ) : null;
}
