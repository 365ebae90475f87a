import { useState, type ReactNode } from 'react';
import { problemAt } from '../../graph/refusal.js';
import type { Scope } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Notice } from '../../ui/feedback.js';
import { Boxes, Line } from '../../ui/fields.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { CreateProgram, NetworksOfPrograms } from './programs.graphql.js';

const SCOPES: readonly Scope[] = ['DIRECTORY_READ', 'PROFILES_READ', 'PROFILES_WRITE'];
/** Days for which a token lasts at most. */
const LONGEST_DAYS = 366;

/** For administrators: makes an account for a program. Its token is handed over and kept nowhere. */
export function NewProgram({
  onClose,
  onToken,
}: {
  readonly onClose: () => void;
  readonly onToken: (token: string) => void;
}): ReactNode {
  const t = useT('console-programs');
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly string[]>(['DIRECTORY_READ']);
  const [networkIds, setNetworkIds] = useState<readonly string[]>([]);
  const [days, setDays] = useState('90');
  const { data } = useAsk(NetworksOfPrograms, {});
  const lasts = Number(days);
  const isDays = Number.isInteger(lasts) && lasts >= 1 && lasts <= LONGEST_DAYS;
  return (
    <StepDialog
      title={t('new')}
      action={t('new.make')}
      lacks={name.trim() === '' || scopes.length === 0 || !isDays}
      change={useChange(CreateProgram, { forget: true })}
      variables={() => ({
        input: {
          name: name.trim(),
          scopes: SCOPES.filter((scope) => scopes.includes(scope)),
          networkIds: [...networkIds],
          days: lasts,
        },
      })}
      done={t('new.done')}
      onClose={onClose}
      onDone={({ createServiceAccount: made }) => {
        if ('token' in made) onToken(made.token);
      }}
    >
      {(refused, isTried) => (
        <>
          <Line
            label={t('name')}
            hint={t('new.nameHint')}
            value={name}
            onChange={setName}
            required
            maxLength={200}
            problem={
              isTried && name.trim() === ''
                ? t('new.nameMissing')
                : problemAt(refused, 'input.name')
            }
          />
          <Boxes
            label={t('scopes')}
            options={SCOPES.map((scope) => [scope, t(`scope.${scope}`)])}
            chosen={scopes}
            onChange={setScopes}
          />
          {isTried && scopes.length === 0 ? (
            <Notice tone="warm" title={t('new.scopeMissing')} />
          ) : null}
          <Boxes
            label={t('networks')}
            options={(data?.networks.edges ?? []).map(({ node }) => [node.id, node.name])}
            chosen={networkIds}
            onChange={setNetworkIds}
          />
          <Line
            label={t('days')}
            hint={t('days.hint', { most: LONGEST_DAYS })}
            type="number"
            value={days}
            onChange={setDays}
            required
            problem={isTried && !isDays ? t('days.hint', { most: LONGEST_DAYS }) : undefined}
          />
        </>
      )}
    </StepDialog>
  );
}
