import { useState, type ReactNode } from 'react';
import type { Operation } from '../graph/operation.js';
import { problemAt } from '../graph/refusal.js';
import type {
  Outcome,
  OutcomeReaders,
  ReportOutcomeMutationVariables,
  WhatCameOfItFragment,
} from '../graph/types.js';
import { useChange } from '../graph/use-graph.js';
import { useT } from '../i18n/translate.js';
import { Choice, Line, Radios } from '../ui/fields.js';
import { Card, Fact, Facts } from '../ui/page.js';
import { StepDialog } from '../ui/step-dialog.js';

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

/** Says what came of a deployment, or corrects it: for the organizer or the desk. The messages are the area `console-outcome`. */
export function OutcomeDialog({
  deployment,
  operation,
  title,
  about,
  done,
  onClose,
}: {
  readonly deployment: WhatCameOfItFragment & { readonly id: string; readonly revision: number };
  readonly operation: Operation<object, ReportOutcomeMutationVariables>;
  readonly title: string;
  readonly about: string;
  readonly done: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-outcome');
  const { id, revision, genderProvisions } = deployment;
  const [outcome, setOutcome] = useState<Outcome | ''>(deployment.outcome ?? '');
  const [readers, setReaders] = useState<OutcomeReaders>(deployment.outcomeReaders);
  const [gender, setGender] = useState<'yes' | 'no' | 'unknown'>(
    genderProvisions === null ? 'unknown' : genderProvisions ? 'yes' : 'no',
  );
  const [genderReaders, setGenderReaders] = useState<OutcomeReaders>(deployment.genderReaders);
  const [source, setSource] = useState(deployment.outcomeSource);
  const whoReads = READERS.map((one) => [one, t(`readers.${one}`)] as const);
  return (
    <StepDialog
      title={title}
      action={title}
      change={useChange(operation)}
      variables={() => ({
        id,
        revision,
        outcome: outcome as Outcome,
        outcomeReaders: readers,
        genderProvisions: gender === 'unknown' ? null : gender === 'yes',
        genderReaders,
        source: source.trim(),
      })}
      done={done}
      disabled={outcome === ''}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{about}</p>
          <Choice
            label={t('what')}
            none={t('choose')}
            value={outcome}
            options={OUTCOMES.map((one) => [one, t(`outcome.${one}`)])}
            onChange={setOutcome}
            problem={problemAt(refused, 'outcome')}
            required
          />
          <Radios
            label={t('readers')}
            value={readers}
            options={whoReads}
            onChange={setReaders}
            problem={problemAt(refused, 'outcomeReaders')}
          />
          <Radios
            label={t('gender')}
            value={gender}
            options={[
              ['yes', t('yes')],
              ['no', t('no')],
              ['unknown', t('unknown')],
            ]}
            onChange={setGender}
            problem={problemAt(refused, 'genderProvisions')}
          />
          <Radios
            label={t('genderReaders')}
            value={genderReaders}
            options={whoReads}
            onChange={setGenderReaders}
            problem={problemAt(refused, 'genderReaders')}
          />
          <Line
            label={t('source')}
            hint={t('sourceHint')}
            value={source}
            onChange={setSource}
            problem={problemAt(refused, 'source')}
            maxLength={2000}
          />
        </>
      )}
    </StepDialog>
  );
}

/** What came of it; nothing before it is told. */
export function OutcomeCard({
  deployment: { outcome, outcomeReaders, outcomeSource, genderProvisions, genderReaders },
  children,
}: {
  readonly deployment: WhatCameOfItFragment;
  /** Further facts. */
  readonly children?: ReactNode;
}): ReactNode {
  const t = useT('console-outcome');
  if (!outcome) return null;
  return (
    <Card title={t('title')}>
      <Facts>
        <Fact term={t('what')}>
          {t('readBy', { what: t(`outcome.${outcome}`), readers: t(`readers.${outcomeReaders}`) })}
        </Fact>
        <Fact term={t('gender')}>
          {genderProvisions === null
            ? null
            : t('readBy', {
                what: t(genderProvisions ? 'yes' : 'no'),
                readers: t(`readers.${genderReaders}`),
              })}
        </Fact>
        <Fact term={t('source')}>{outcomeSource ? <bdi>{outcomeSource}</bdi> : null}</Fact>
        {children}
      </Facts>
    </Card>
  );
}
