import { useState, type ReactNode } from 'react';
import type { Involved, InvolvedHow, InvolvedName, InvolvedStage } from '../../../graph/types.js';
import { useChange } from '../../../graph/use-graph.js';
import { useT } from '../../../i18n/translate.js';
import { Choice, Day, Line, Radios } from '../../../ui/fields.js';
import { SaveInvolvement } from '../agenda.graphql.js';
import type { WholePlan } from '../plan.js';
import { useActors } from '../use-all.js';
import { INVOLVED, INVOLVED_HOW, INVOLVED_NAMES, INVOLVED_STAGES } from '../words.js';
import { orNull } from './parts.js';
import { SaveDialog } from './save-dialog.js';

export type Involvement = WholePlan['involvements'][number];

/** Writes down who had a part in a plan, or changes that. An actor that is named so confirms or contests it. */
export function InvolvementDialog({
  plan,
  involvement,
  onClose,
}: {
  readonly plan: WholePlan;
  /** The one that is changed; null for a new one. */
  readonly involvement: Involvement | null;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const actors = useActors();
  const [who, setWho] = useState<Involved>(involvement?.who ?? 'WOMEN_CSO');
  const [actor, setActor] = useState(involvement?.actor?.code ?? '');
  const [name, setName] = useState(involvement?.name ?? '');
  const [named, setNamed] = useState<InvolvedName>(involvement?.named ?? 'BODY');
  const [agreedOn, setAgreedOn] = useState(involvement?.agreedOn ?? '');
  const [stage, setStage] = useState<InvolvedStage>(involvement?.stage ?? 'DRAFTING');
  const [how, setHow] = useState<InvolvedHow>(involvement?.how ?? 'CONSULTED');
  const [evidence, setEvidence] = useState(involvement?.evidence ?? '');
  const isPerson = named === 'PERSON';
  const lacksName = name.trim() === '';
  const lacksDay = isPerson && agreedOn === '';
  return (
    <SaveDialog
      title={t(involvement ? 'edit.involved' : 'edit.newInvolved')}
      lacks={lacksName || lacksDay}
      change={useChange(SaveInvolvement)}
      variables={() => ({
        input: {
          ...(involvement ? { id: involvement.id, revision: involvement.revision } : {}),
          plan: plan.id,
          who,
          actor: isPerson ? null : actor || null,
          name: name.trim(),
          named,
          agreedOn: isPerson ? agreedOn : null,
          stage,
          how,
          evidence: orNull(evidence),
        },
      })}
      onClose={onClose}
    >
      {(at) => (
        <>
          {involvement?.answer === 'CONFIRMED' ? <p>{t('edit.takesBack')}</p> : null}
          <Choice
            label={t('column.who')}
            value={who}
            options={INVOLVED.map((each) => [each, t(`involved.${each}`)])}
            onChange={(one) => setWho(one || who)}
          />
          <Radios
            label={t('edit.named')}
            value={named}
            options={INVOLVED_NAMES.map((each) => [each, t(`named.${each}`)])}
            onChange={setNamed}
            problem={at('named')}
          />
          <Line
            label={t('column.name')}
            hint={t('edit.nameHint')}
            required
            maxLength={200}
            value={name}
            onChange={setName}
            problem={at('name', lacksName)}
          />
          {isPerson ? (
            <Day
              label={t('edit.agreedOn')}
              required
              value={agreedOn}
              onChange={setAgreedOn}
              problem={at('agreedOn', lacksDay)}
            />
          ) : (
            <Choice
              label={t('edit.actor')}
              hint={t('edit.actorHint')}
              none={t('edit.noActor')}
              value={actor}
              options={(actors.data ?? []).map((one) => [one.code, one.name])}
              onChange={setActor}
              problem={at('actor')}
            />
          )}
          <Choice
            label={t('column.stage')}
            value={stage}
            options={INVOLVED_STAGES.map((each) => [each, t(`stage.${each}`)])}
            onChange={(one) => setStage(one || stage)}
          />
          <Choice
            label={t('column.how')}
            value={how}
            options={INVOLVED_HOW.map((each) => [each, t(`how.${each}`)])}
            onChange={(one) => setHow(one || how)}
          />
          <Line
            label={t('column.evidence')}
            hint={t('commitment.evidenceHint')}
            long
            maxLength={2000}
            value={evidence}
            onChange={setEvidence}
            problem={at('evidence')}
          />
        </>
      )}
    </SaveDialog>
  );
}
