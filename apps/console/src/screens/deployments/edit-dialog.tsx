import { useState, type ReactNode } from 'react';
import { problemAt } from '../../graph/refusal.js';
import type { Role, Track, WholeDeploymentFragment } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Notice } from '../../ui/feedback.js';
import { Choice, Day, Line } from '../../ui/fields.js';
import { wholeNumber } from '../../ui/numbers.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { useShortList } from '../../vocabulary/use-vocabulary.js';
import { EditDeployment } from './deployments.graphql.js';

/** Changes the plan before she begins. */
export function EditDialog({
  deployment,
  onClose,
}: {
  readonly deployment: WholeDeploymentFragment;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-deployments');
  const tc = useT('console');
  const edit = useChange(EditDeployment);
  const roles = useShortList('ROLE');
  const tracks = useShortList('TRACK');
  const [startsOn, setStart] = useState(deployment.startsOn);
  const [endsOn, setEnd] = useState(deployment.endsOn);
  const [percent, setPercent] = useState(String(deployment.percent));
  const [role, setRole] = useState<string>(deployment.role ?? '');
  const [track, setTrack] = useState<string>(deployment.track ?? '');
  const [supervisor, setSupervisor] = useState(deployment.supervisor);
  const isAskedAgain =
    startsOn !== deployment.startsOn ||
    endsOn !== deployment.endsOn ||
    percent !== String(deployment.percent);
  return (
    <StepDialog
      title={t('edit.action')}
      action={tc('action.save')}
      change={edit}
      variables={() => ({
        id: deployment.id,
        revision: deployment.revision,
        startsOn,
        endsOn,
        percent: wholeNumber(percent) ?? -1,
        supervisor: supervisor.trim(),
        ...(role === '' ? {} : { role: role as Role }),
        ...(track === '' ? {} : { track: track as Track }),
      })}
      done={tc('state.saved')}
      onClose={onClose}
    >
      {(refused) => (
        <>
          {isAskedAgain ? <Notice tone="warm">{t('edit.asksAgain')}</Notice> : null}
          <Day
            label={t('edit.startsOn')}
            value={startsOn}
            onChange={setStart}
            problem={problemAt(refused, 'startsOn')}
            required
          />
          <Day
            label={t('edit.endsOn')}
            value={endsOn}
            onChange={setEnd}
            problem={problemAt(refused, 'endsOn')}
            required
          />
          <Line
            label={t('edit.percent')}
            type="number"
            value={percent}
            onChange={setPercent}
            problem={problemAt(refused, 'percent')}
            required
          />
          <Choice
            label={t('role')}
            {...(deployment.role ? {} : { none: tc('state.none') })}
            value={role}
            options={roles}
            onChange={setRole}
          />
          <Choice
            label={t('track')}
            {...(deployment.track ? {} : { none: tc('state.none') })}
            value={track}
            options={tracks}
            onChange={setTrack}
          />
          <Line
            label={t('supervisor')}
            value={supervisor}
            onChange={setSupervisor}
            problem={problemAt(refused, 'supervisor')}
            maxLength={200}
          />
        </>
      )}
    </StepDialog>
  );
}
