import type { ReactNode } from 'react';
import { problemAt, type Refused } from '../../graph/refusal.js';
import type { Phase, ProcessType, Role, Track } from '../../graph/types.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Choice, Line } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Row } from '../../ui/page.js';
import { useShortList } from '../../vocabulary/use-vocabulary.js';
import { VocabularyField } from '../../vocabulary/vocabulary-field.js';
import { emptyDeployment, type WrittenDeployment } from './draft.js';
import css from './profiles.module.css';

/** Her deployments in peace processes, one after the other. */
export function Experience({
  deployments,
  onChange,
  refused,
}: {
  readonly deployments: readonly WrittenDeployment[];
  readonly onChange: (deployments: readonly WrittenDeployment[]) => void;
  readonly refused: Refused | null;
}): ReactNode {
  const t = useT('console-profiles');
  const tf = useT('console-fields');
  return (
    <fieldset className={kit.group}>
      <legend className={kit.label}>{tf('EXPERIENCE')}</legend>
      {deployments.map((deployment, i) => (
        <Deployment
          key={deployment.key}
          number={i + 1}
          deployment={deployment}
          problem={
            problemAt(refused, `experience.${i}`) ?? problemAt(refused, `changes.experience.${i}`)
          }
          onChange={(part) =>
            onChange(deployments.map((one, at) => (at === i ? { ...one, ...part } : one)))
          }
          onRemove={() => onChange(deployments.filter((_, at) => at !== i))}
        />
      ))}
      <Row>
        <Button small onPress={() => onChange([...deployments, emptyDeployment()])}>
          {t('experience.add')}
        </Button>
      </Row>
    </fieldset>
  );
}

function Deployment({
  number,
  deployment,
  problem,
  onChange,
  onRemove,
}: {
  readonly number: number;
  readonly deployment: WrittenDeployment;
  readonly problem: string | undefined;
  readonly onChange: (part: Partial<WrittenDeployment>) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const t = useT('console-profiles');
  const roles = useShortList('ROLE') as readonly (readonly [Role, string])[];
  const tracks = useShortList('TRACK') as readonly (readonly [Track, string])[];
  const phases = useShortList('PHASE') as readonly (readonly [Phase, string])[];
  const types = useShortList('PROCESS_TYPE') as readonly (readonly [ProcessType, string])[];
  return (
    <fieldset className={css.deployment}>
      <legend>{t('experience.one', { number })}</legend>
      <Line
        label={t('experience.process')}
        value={deployment.process}
        onChange={(process) => onChange({ process })}
        problem={problem}
        required
      />
      <VocabularyField
        kind="TERRITORY"
        label={t('experience.place')}
        chosen={deployment.place}
        onChange={(place) => onChange({ place: place.slice(-1) })}
      />
      <div className={css.pair}>
        <Choice
          label={t('experience.type')}
          none={t('value.none')}
          value={deployment.type}
          options={types}
          onChange={(type) => onChange({ type })}
        />
        <Choice
          label={t('experience.phase')}
          none={t('value.none')}
          value={deployment.phase}
          options={phases}
          onChange={(phase) => onChange({ phase })}
        />
        <Choice
          label={t('experience.role')}
          none={t('value.none')}
          value={deployment.role}
          options={roles}
          onChange={(role) => onChange({ role })}
        />
        <Choice
          label={t('experience.track')}
          none={t('value.none')}
          value={deployment.track}
          options={tracks}
          onChange={(track) => onChange({ track })}
        />
        <Line
          label={t('experience.from')}
          value={deployment.from}
          onChange={(from) => onChange({ from })}
        />
        <Line
          label={t('experience.to')}
          hint={t('experience.toHint')}
          value={deployment.to}
          onChange={(to) => onChange({ to })}
        />
      </div>
      <Button small aria-label={t('experience.removeOne', { number })} onPress={onRemove}>
        {t('edit.remove')}
      </Button>
    </fieldset>
  );
}
