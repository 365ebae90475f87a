import { useState, type ReactNode } from 'react';
import type { HidingReason } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Answered } from '../../ui/feedback.js';
import { Radios } from '../../ui/fields.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { HideMediators, LiftHiding, WhomHidingHides } from './emergency.graphql.js';

const REASONS: readonly HidingReason[] = [
  'THREAT',
  'LIST_LEAKED',
  'MISUSED_ACCOUNT',
  'REQUEST',
  'DRILL',
  'OTHER',
];

/** Whom to hide: all of a network and its chapters, or some of its women by their ids. */
export interface Whom {
  readonly network: string;
  readonly name: string;
  /** Names of its chapters. */
  readonly chapters?: readonly string[];
  readonly mediatorIds?: readonly string[];
}

/** Takes many women out of sight with one press, and offers the way back. */
export function HideDialog({
  whom: { network, name, chapters, mediatorIds },
  onClose,
  onDone,
}: {
  readonly whom: Whom;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}): ReactNode {
  const t = useT('console-emergency');
  const format = useFormat();
  const [reason, setReason] = useState<HidingReason>('THREAT');
  const ids = mediatorIds ? [...mediatorIds] : null;
  const preview = useAsk(WhomHidingHides, { network, mediatorIds: ids });
  const lift = useChange(LiftHiding);
  return (
    <StepDialog
      title={
        mediatorIds ? t('hide.ticked', { count: mediatorIds.length }) : t('hide.network', { name })
      }
      action={t('hide.title')}
      look="danger"
      change={useChange(HideMediators)}
      variables={() => ({ input: { network, mediatorIds: ids, reason } })}
      done={({ hideMediators }) =>
        t('hide.done', {
          count: hideMediators.__typename === 'Hiding' ? hideMediators.women : 0,
        })
      }
      undo={async ({ hideMediators }) =>
        hideMediators.__typename === 'Hiding' ? lift.mutateAsync({ id: hideMediators.id }) : null
      }
      onClose={onClose}
      onDone={() => onDone?.()}
    >
      <Answered query={preview}>
        {({ hidingPreview: { women } }) => (
          <p role="status">
            <strong>{t('hide.count', { count: women })}</strong>
          </p>
        )}
      </Answered>
      {chapters && chapters.length > 0 && ids === null ? (
        <p>{t('hide.chapters', { chapters: format.list(chapters) })}</p>
      ) : null}
      <p>{t('hide.consequence')}</p>
      <Radios
        label={t('reason')}
        value={reason}
        options={REASONS.map((one) => [one, t(`reason.${one}`)])}
        onChange={setReason}
      />
    </StepDialog>
  );
}
