import { useState, type ReactNode } from 'react';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type { Outcome, OutcomeReaders, WholeDeploymentFragment } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Refusal } from '../../ui/feedback.js';
import { Choice, Line, Radios } from '../../ui/fields.js';
import { Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
import { CompleteDeployment, ReportOutcome } from './deployments.graphql.js';

const OUTCOMES: readonly Outcome[] = [
  'AGREEMENT',
  'PARTIAL',
  'CEASEFIRE',
  'CONFIDENCE_MEASURE',
  'TALKS_CONTINUE',
  'DESIGN_DELIVERED',
  'TRAINING_DELIVERED',
  'NO_RESULT_YET',
  'BROKE_DOWN',
  'NOT_DISCLOSED',
];
const READERS: readonly OutcomeReaders[] = ['RESTRICTED', 'PUBLIC'];

/** Says that the work is done and what came of it, or corrects that. */
export function OutcomeDialog({
  deployment,
  onClose,
}: {
  readonly deployment: WholeDeploymentFragment;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-deployments');
  const tc = useT('console');
  const tell = useTell();
  const complete = useChange(CompleteDeployment);
  const report = useChange(ReportOutcome);
  const isOver = deployment.state === 'COMPLETED' || deployment.state === 'ENDED_EARLY';
  const [outcome, setOutcome] = useState<Outcome | ''>(deployment.outcome ?? '');
  const [readers, setReaders] = useState<OutcomeReaders>(deployment.outcomeReaders);
  const [gender, setGender] = useState<'yes' | 'no' | 'unknown'>(
    deployment.genderProvisions === null ? 'unknown' : deployment.genderProvisions ? 'yes' : 'no',
  );
  const [genderReaders, setGenderReaders] = useState<OutcomeReaders>(deployment.genderReaders);
  const [source, setSource] = useState(deployment.outcomeSource);
  const refused = refusalOf(complete.data?.completeDeployment ?? report.data?.reportOutcome);
  const save = async (): Promise<void> => {
    if (outcome === '') return;
    const variables = {
      id: deployment.id,
      revision: deployment.revision,
      outcome,
      outcomeReaders: readers,
      genderProvisions: gender === 'unknown' ? null : gender === 'yes',
      genderReaders,
      source: source.trim(),
    };
    const result = isOver
      ? (await report.mutateAsync(variables)).reportOutcome
      : (await complete.mutateAsync(variables)).completeDeployment;
    if (isRefused(result)) return;
    tell(isOver ? t('report.done') : t('complete.done'));
    onClose();
  };
  return (
    <Dialog title={isOver ? t('report.action') : t('complete.action')} open onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <Refusal refused={refused} />
          <p>{isOver ? t('report.about') : t('complete.about')}</p>
          <Choice
            label={t('outcome.what')}
            none={t('outcome.choose')}
            value={outcome}
            options={OUTCOMES.map((one) => [one, t(`outcome.${one}`)])}
            onChange={setOutcome}
            problem={problemAt(refused, 'outcome')}
            required
          />
          <Radios
            label={t('outcome.readers')}
            value={readers}
            options={READERS.map((one) => [one, t(`readers.${one}`)])}
            onChange={setReaders}
          />
          <Radios
            label={t('outcome.gender')}
            value={gender}
            options={[
              ['yes', t('yes')],
              ['no', t('no')],
              ['unknown', t('outcome.nothingAgreed')],
            ]}
            onChange={setGender}
            problem={problemAt(refused, 'genderProvisions')}
          />
          <Radios
            label={t('outcome.genderReaders')}
            value={genderReaders}
            options={READERS.map((one) => [one, t(`readers.${one}`)])}
            onChange={setGenderReaders}
          />
          <Line
            label={t('outcome.source')}
            hint={t('outcome.sourceHint')}
            value={source}
            onChange={setSource}
            problem={problemAt(refused, 'source')}
            maxLength={2000}
          />
          <Row>
            <Button onPress={onClose}>{tc('action.cancel')}</Button>
            <Button
              type="submit"
              look="primary"
              isPending={complete.isPending || report.isPending}
              isDisabled={outcome === ''}
            >
              {isOver ? t('report.action') : t('complete.action')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
