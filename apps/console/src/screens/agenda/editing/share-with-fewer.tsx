import type { UseMutationResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { problemAt } from '../../../graph/refusal.js';
import type { Sharing } from '../../../graph/types.js';
import { useChange } from '../../../graph/use-graph.js';
import { useT } from '../../../i18n/translate.js';
import { Button } from '../../../ui/button.js';
import { Radios } from '../../../ui/fields.js';
import { StepDialog } from '../../../ui/step-dialog.js';
import { NarrowRecord } from '../agenda.graphql.js';
import { SHARINGS } from '../words.js';

interface SharedRecord {
  readonly id: string;
  readonly sharing: Sharing;
}

/** What is shared at all can be shared with fewer. */
export function canBeNarrowed({ sharing }: Pick<SharedRecord, 'sharing'>): boolean {
  return sharing !== 'OWN';
}

/** Shares something with fewer from now on. What was read stays read, and she is told so. */
export function NarrowDialog<Result extends object, Variables>({
  sharing,
  about,
  change,
  variables,
  onClose,
}: {
  /** With whom it is shared now. */
  readonly sharing: Sharing;
  /** What follows. */
  readonly about: ReactNode;
  readonly change: UseMutationResult<Result, Error, Variables>;
  readonly variables: (chosen: Sharing) => Variables;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const [chosen, setChosen] = useState<Sharing>('OWN');
  return (
    <StepDialog
      title={t('report.narrow')}
      action={t('report.narrow')}
      look="danger"
      change={change}
      variables={() => variables(chosen)}
      done={t('report.narrowed')}
      onClose={onClose}
    >
      {(refused) => (
        <>
          {about}
          <Radios
            label={t('report.sharing')}
            value={chosen}
            options={SHARINGS.slice(0, SHARINGS.indexOf(sharing)).map((each) => [
              each,
              t(`sharing.${each}`),
            ])}
            onChange={setChosen}
            problem={problemAt(refused, 'sharing')}
          />
        </>
      )}
    </StepDialog>
  );
}

/** The dialog of a record of her actor, in whichever state it is. */
export function NarrowRecordDialog({
  record: { id, sharing },
  words,
  isCorrected = false,
  onClose,
}: {
  readonly record: SharedRecord;
  /** The record, in words. */
  readonly words: string;
  /** Whether it corrects others, and others correct it. */
  readonly isCorrected?: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  return (
    <NarrowDialog
      sharing={sharing}
      about={
        <>
          <p>
            <bdi>{words}</bdi>
          </p>
          <p>{t('narrow.about')}</p>
          {isCorrected ? <p>{t('narrow.chain')}</p> : null}
        </>
      }
      change={useChange(NarrowRecord)}
      variables={(chosen) => ({ id, sharing: chosen })}
      onClose={onClose}
    />
  );
}

/** The button for it, where there is anybody with whom the record is no longer to be shared. */
export function ShareWithFewer({
  small = false,
  ...dialog
}: Omit<Parameters<typeof NarrowRecordDialog>[0], 'onClose'> & {
  readonly small?: boolean;
}): ReactNode {
  const t = useT('console-agenda');
  const [isOpen, setOpen] = useState(false);
  if (!canBeNarrowed(dialog.record)) return null;
  return (
    <>
      <Button
        small={small}
        aria-label={t('narrow.of', { what: dialog.words })}
        onPress={() => setOpen(true)}
      >
        {t('report.narrow')}
      </Button>
      {isOpen ? <NarrowRecordDialog {...dialog} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
