import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { StepsOfNeedQuery, WholeNeedFragment } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Answered } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import css from './need.module.css';
import { StepsOfNeed } from './needs.graphql.js';

/** From the need to a mediator at work: what there is of each step, and what is to be done next. */
export function NeedSteps({ need }: { readonly need: WholeNeedFragment }): ReactNode {
  const query = useAsk(StepsOfNeed, { needId: need.id });
  return (
    <Answered query={query} lines={2}>
      {(found) => <Steps need={need} found={found} />}
    </Answered>
  );
}

const STEPS = ['shortlists', 'terms', 'introductions', 'deployments'] as const;

function Steps({
  need: { id, state },
  found,
}: {
  readonly need: WholeNeedFragment;
  readonly found: StepsOfNeedQuery;
}): ReactNode {
  const t = useT('console-needs');
  const tc = useT('console');
  const format = useFormat();
  const of = encodeURIComponent(id);
  const isComplete = found.termsOfReference?.complete ?? false;
  const done = {
    shortlists: found.shortlists.totalCount > 0,
    terms: isComplete,
    introductions: found.introductions.totalCount > 0,
    deployments: found.deployments.totalCount > 0,
  };
  const isOver = state === 'FILLED' || state === 'CANCELLED';
  const next = isOver || state === 'DRAFT' ? undefined : STEPS.find((step) => !done[step]);
  const counted = (words: string, count: number): string =>
    count === 0 ? words : `${words} (${format.number(count)})`;
  const words = {
    shortlists: counted(tc('menu.shortlists'), found.shortlists.totalCount),
    terms: t('need.terms'),
    introductions: counted(tc('menu.introductions'), found.introductions.totalCount),
    deployments: counted(tc('menu.deployments'), found.deployments.totalCount),
  };
  const addresses = {
    shortlists: `/shortlists?need=${of}`,
    terms: `/needs/${id}/terms`,
    introductions: `/introductions?need=${of}`,
    deployments: `/deployments?need=${of}`,
  };
  return (
    <>
      <ol className={kit.steps} aria-label={t('steps.title')}>
        {STEPS.map((step) => (
          <li
            key={step}
            {...(done[step] ? { 'data-done': '' } : {})}
            {...(step === next ? { 'aria-current': 'step' as const } : {})}
          >
            <Link to={addresses[step]}>{words[step]}</Link>
          </li>
        ))}
      </ol>
      {isOver ? null : (
        <p className={css.next}>
          {t(state === 'DRAFT' ? 'next.open' : next ? `next.${next}` : 'next.follow')}
        </p>
      )}
    </>
  );
}
