import { useState, type ReactNode } from 'react';
import { useParams } from 'wouter';
import { refusalOf } from '../../graph/refusal.js';
import type { WholeNeedFragment } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Badge, Refusal } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import { Card, Fact, Facts, Gone, Page, RecordScreen, Stack } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { NeedAlert } from './alert.js';
import { Engaged } from './engaged.js';
import { NeedCriteria } from './need-criteria.js';
import { CloseNeed, NeedById, OpenNeed } from './needs.graphql.js';
import { TONES } from './needs.js';
import css from './need.module.css';
import { NeedSteps } from './need-steps.js';
import { Ranking } from './ranking.js';

/** A need, what can be done with it, and the ranking for it. */
export default function NeedScreen(): ReactNode {
  const t = useT('console-needs');
  const { id } = useParams<{ id: string }>();
  const query = useAsk(NeedById, { id });
  return (
    <RecordScreen query={query} gone={<Gone title={t('editor.gone')} />}>
      {({ node }) =>
        node?.__typename === 'Need' ? (
          <Need need={node} reload={() => void query.refetch()} />
        ) : null
      }
    </RecordScreen>
  );
}

function Need({
  need,
  reload,
}: {
  readonly need: WholeNeedFragment;
  readonly reload: () => void;
}): ReactNode {
  const t = useT('console-needs');
  const tc = useT('console');
  const open = useChange(OpenNeed);
  const close = useChange(CloseNeed);
  const [isCancelling, setCancelling] = useState(false);
  const refused = refusalOf(open.data?.openNeed);
  const { id, revision, state } = need;
  const isLive = state !== 'FILLED' && state !== 'CANCELLED';
  return (
    <Page
      title={need.title}
      crumbs={[[tc('menu.needs'), '/needs']]}
      actions={
        need.own && isLive ? (
          <>
            <LinkButton to={`/needs/${id}/edit`}>{tc('action.edit')}</LinkButton>
            <LinkButton to={`/needs/${id}/team`}>{t('need.team')}</LinkButton>
            <LinkButton to={`/needs/${id}/terms`}>{t('need.terms')}</LinkButton>
            {state === 'DRAFT' ? (
              <Button
                look="primary"
                isPending={open.isPending}
                onPress={() => open.mutate({ id, revision })}
              >
                {t('need.open')}
              </Button>
            ) : null}
            {state === 'DRAFT' ? null : <Engaged need={need} />}
            <Button look="danger" onPress={() => setCancelling(true)}>
              {t('need.cancel')}
            </Button>
          </>
        ) : null
      }
    >
      <Stack>
        <Refusal refused={refused} onReload={reload} />
        <Card>
          <Facts>
            <Fact term={t('list.state')}>
              <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
            </Fact>
            <Fact term={t('field.process')}>{need.process ? <bdi>{need.process}</bdi> : null}</Fact>
            <Fact term={t('field.urgency')}>{t(`urgency.${need.urgency}`)}</Fact>
            <Fact term={t('list.engaged')}>
              {need.own
                ? t('list.engagedOf', { engaged: need.engaged ?? 0, wanted: need.wanted })
                : null}
            </Fact>
          </Facts>
          {need.own ? <NeedSteps need={need} /> : null}
        </Card>
        {/* A draft is read once more before it is opened; later the ranking comes first. */}
        <details className={`${css.asked} ${kit.onPaper}`} open={state === 'DRAFT'}>
          <summary>{t('need.asked')}</summary>
          <NeedCriteria need={need} />
        </details>
        <Ranking need={need} />
        {need.own && (state === 'OPEN' || state === 'SHORTLISTING') ? (
          <div className={kit.noPrint}>
            <NeedAlert id={id} />
          </div>
        ) : null}
      </Stack>
      {isCancelling ? (
        <StepDialog
          title={t('need.cancelTitle')}
          action={t('need.cancel')}
          look="danger"
          change={close}
          variables={() => ({ id, revision, outcome: 'CANCELLED' as const })}
          done={t('need.cancelled')}
          onClose={() => setCancelling(false)}
        >
          <p>{t('need.cancelAbout')}</p>
        </StepDialog>
      ) : null}
    </Page>
  );
}
