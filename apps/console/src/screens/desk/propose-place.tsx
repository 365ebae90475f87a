import { useState, type ReactNode } from 'react';
import { useOwnNetwork } from '../../frame/own-network.js';
import { problemAt } from '../../graph/refusal.js';
import type { Alongside } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Radios } from '../../ui/fields.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { TypeAhead, type Option } from '../../ui/type-ahead.js';
import { useOffers } from '../../ui/use-offers.js';
import type { Deployment } from './deployment.js';
import { FORMS } from './lists.js';
import { DeskNewcomers, ProposeAlongside } from './places.graphql.js';

/** Proposes a newcomer for the second place of a deployment. */
export function ProposePlace({
  deployment: { id },
  onClose,
}: {
  readonly deployment: Deployment;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-desk');
  const [form, setForm] = useState<Alongside | ''>('');
  const [chosen, setChosen] = useState<Option | null>(null);
  const [typed, setTyped] = useState('');
  const network = useOwnNetwork();
  const { answer, ...offers } = useOffers(
    DeskNewcomers,
    typed,
    (name) => ({ network: network?.slug ?? '', name }),
    { enabled: network !== null && chosen === null, shortest: 2, forget: true },
  );
  const options = (answer?.findProfiles.edges ?? []).map(({ node }) => ({
    id: node.id,
    words: node.displayName || node.fullName,
  }));
  return (
    <StepDialog
      title={t('do.place')}
      action={t('places.propose')}
      change={useChange(ProposeAlongside)}
      variables={() => ({
        input: { deploymentId: id, form: form as Alongside, mediatorId: chosen?.id ?? '' },
      })}
      done={t('places.proposed')}
      disabled={chosen === null || form === ''}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('places.about')}</p>
          <TypeAhead
            label={t('places.newcomer')}
            hint={t('places.newcomerHint')}
            required
            typed={typed}
            onType={(text) => {
              setTyped(text);
              if (text !== chosen?.words) setChosen(null);
            }}
            options={options}
            {...offers}
            onChoose={(option) => {
              setChosen(option);
              setTyped(option.words);
            }}
            problem={problemAt(refused, 'mediatorId')}
          />
          <Radios
            label={t('places.form')}
            required
            value={form}
            options={FORMS.map((one) => [one, t(`form.${one}`)])}
            onChange={setForm}
            problem={problemAt(refused, 'form')}
          />
        </>
      )}
    </StepDialog>
  );
}
