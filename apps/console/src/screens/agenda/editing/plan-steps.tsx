import { Suspense, useState, type ReactNode } from 'react';
import type { PlanStep } from '../../../graph/types.js';
import { useChange } from '../../../graph/use-graph.js';
import { useT } from '../../../i18n/translate.js';
import { Button } from '../../../ui/button.js';
import { Row } from '../../../ui/page.js';
import { StepDialog } from '../../../ui/step-dialog.js';
import { StepPlan } from '../agenda.graphql.js';
import type { WholePlan } from '../plan.js';
import { PlanDialog } from './dialogs.js';
import { ShareWithFewer } from './share-with-fewer.js';
import { TakeNameOut } from './take-name-out.js';

/** The steps from each state, as the service has them. */
const STEPS: Readonly<Record<WholePlan['state'], readonly PlanStep[]>> = {
  DRAFT: ['ADOPT'],
  ADOPTED: ['BEGIN', 'SUPERSEDE'],
  IN_FORCE: ['EXPIRE', 'SUPERSEDE'],
  EXPIRED: ['SUPERSEDE'],
  SUPERSEDED: [],
};

/** What her actor can do with its plan now. */
export function PlanSteps({ plan }: { readonly plan: WholePlan }): ReactNode {
  const t = useT('console-agenda');
  const [open, setOpen] = useState<PlanStep | 'edit' | null>(null);
  const close = (): void => setOpen(null);
  const { id, revision, state, actor } = plan;
  const change = useChange(StepPlan);
  return (
    <>
      <Row>
        {state === 'SUPERSEDED' ? null : (
          <Button onPress={() => setOpen('edit')}>{t('edit.plan')}</Button>
        )}
        {STEPS[state].map((step) => (
          <Button
            key={step}
            look={step === 'ADOPT' || step === 'BEGIN' ? 'primary' : 'plain'}
            onPress={() => setOpen(step)}
          >
            {t(`planStep.${step}`)}
          </Button>
        ))}
        <ShareWithFewer record={plan} words={plan.title} />
        <TakeNameOut
          part={plan}
          words={plan.title}
          texts={[
            ['LEAD_OFFICE', t('edit.leadOffice'), plan.leadOffice],
            ['COORDINATION_BODY', t('column.body'), plan.coordinationBody],
            ['MEDIATOR_NOMINATION', t('column.mediators'), plan.mediatorNomination],
          ]}
        />
      </Row>
      <Suspense fallback={null}>
        {open === 'edit' ? <PlanDialog actor={actor.code} plan={plan} onClose={close} /> : null}
      </Suspense>
      {open !== null && open !== 'edit' ? (
        <StepDialog
          title={t(`planStep.${open}`)}
          action={t(`planStep.${open}`)}
          change={change}
          variables={() => ({ id, revision, step: open })}
          done={t('commitment.done')}
          onClose={close}
        >
          <p>{t(`planStepAbout.${open}`)}</p>
        </StepDialog>
      ) : null}
    </>
  );
}
