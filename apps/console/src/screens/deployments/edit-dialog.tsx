import { useState, type ReactNode } from 'react';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type { Role, Track, WholeDeploymentFragment } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice, Refusal } from '../../ui/feedback.js';
import { Choice, Day, Line } from '../../ui/fields.js';
import { Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
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
  const tell = useTell();
  const edit = useChange(EditDeployment);
  const roles = useShortList('ROLE');
  const tracks = useShortList('TRACK');
  const [startsOn, setStart] = useState(deployment.startsOn);
  const [endsOn, setEnd] = useState(deployment.endsOn);
  const [percent, setPercent] = useState(String(deployment.percent));
  const [role, setRole] = useState<string>(deployment.role ?? '');
  const [track, setTrack] = useState<string>(deployment.track ?? '');
  const [supervisor, setSupervisor] = useState(deployment.supervisor);
  const refused = refusalOf(edit.data?.editDeployment);
  const isAskedAgain =
    startsOn !== deployment.startsOn ||
    endsOn !== deployment.endsOn ||
    percent !== String(deployment.percent);
  const save = async (): Promise<void> => {
    const share = Number(percent);
    const { editDeployment } = await edit.mutateAsync({
      id: deployment.id,
      revision: deployment.revision,
      startsOn,
      endsOn,
      percent: Number.isInteger(share) ? share : -1,
      supervisor: supervisor.trim(),
      ...(role === '' ? {} : { role: role as Role }),
      ...(track === '' ? {} : { track: track as Track }),
    });
    if (isRefused(editDeployment)) return;
    tell(tc('state.saved'));
    onClose();
  };
  return (
    <Dialog title={t('edit.action')} open onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <Refusal refused={refused} />
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
          <Row>
            <Button onPress={onClose}>{tc('action.cancel')}</Button>
            <Button type="submit" look="primary" isPending={edit.isPending}>
              {tc('action.save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
