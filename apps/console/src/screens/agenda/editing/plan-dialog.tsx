import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type {
  BudgetStatus,
  Locale,
  Ministry,
  OfficePosition,
  PlanFocus,
  PlanLevel,
  Sharing,
} from '../../../graph/types.js';
import { useAsk, useChange } from '../../../graph/use-graph.js';
import { LOCALE_NAMES, LOCALES } from '../../../i18n/locale.js';
import { useT } from '../../../i18n/translate.js';
import { Boxes, Choice, Day, Line } from '../../../ui/fields.js';
import { OwnPlans, SavePlan } from '../agenda.graphql.js';
import type { WholePlan } from '../plan.js';
import {
  BUDGET_STATUSES,
  MINISTRIES,
  OFFICE_POSITIONS,
  PLAN_FOCUSES,
  PLAN_LEVELS,
} from '../words.js';
import {
  draftOfTexts,
  FirstAndLast,
  LanguageTexts,
  orNull,
  SharingChoice,
  type TextDraft,
  writtenTexts,
} from './parts.js';
import { SaveDialog } from './save-dialog.js';

interface Draft {
  readonly titles: TextDraft;
  readonly level: PlanLevel;
  readonly parent: string;
  readonly generation: string;
  readonly languages: readonly string[];
  readonly adopted: string;
  readonly from: string;
  readonly until: string;
  readonly leadOffice: string;
  readonly leadPosition: OfficePosition | '';
  readonly leadMinistry: Ministry | '';
  readonly coordinationBody: string;
  readonly focus: PlanFocus;
  readonly budgetStatus: BudgetStatus;
  readonly mediatorNomination: string;
  readonly documentUrl: string;
  readonly reportedOn: string;
  readonly reportUrl: string;
  readonly sharing: Sharing;
}

function draftOf(plan: WholePlan | null): Draft {
  return {
    titles: draftOfTexts(plan?.titles ?? []),
    level: plan?.level ?? 'NATIONAL',
    parent: plan?.parentId ?? '',
    generation: String(plan?.generation ?? 1),
    languages: plan?.languages ?? [],
    adopted: plan?.adopted ?? '',
    from: plan?.from ?? '',
    until: plan?.until ?? '',
    leadOffice: plan?.leadOffice ?? '',
    leadPosition: plan?.leadPosition ?? '',
    leadMinistry: plan?.leadMinistry ?? '',
    coordinationBody: plan?.coordinationBody ?? '',
    focus: plan?.focus ?? 'INWARD',
    budgetStatus: plan?.budgetStatus ?? 'NONE',
    mediatorNomination: plan?.mediatorNomination ?? '',
    documentUrl: plan?.documentUrl ?? '',
    reportedOn: plan?.reportedOn ?? '',
    reportUrl: plan?.reportUrl ?? '',
    sharing: plan?.sharing ?? 'OWN',
  };
}

/** Writes an action plan of her actor down, or changes what is written of it. */
export function PlanDialog({
  actor,
  plan,
  onClose,
}: {
  /** The code of her actor. */
  readonly actor: string;
  /** The one that is changed; null for a new one. */
  readonly plan: WholePlan | null;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  const [, go] = useLocation();
  const [draft, setDraft] = useState(() => draftOf(plan));
  const set = (part: Partial<Draft>): void => setDraft((old) => ({ ...old, ...part }));
  const titles = writtenTexts(draft.titles);
  return (
    <SaveDialog
      title={t(plan ? 'edit.plan' : 'edit.newPlan')}
      wide
      lacks={titles.length === 0}
      change={useChange(SavePlan)}
      variables={() => ({
        input: {
          ...(plan ? { id: plan.id, revision: plan.revision } : {}),
          actor,
          titles,
          level: draft.level,
          parent: draft.parent || null,
          generation: Number(draft.generation),
          languages: draft.languages as Locale[],
          adopted: draft.adopted || null,
          from: draft.from || null,
          until: draft.until || null,
          leadOffice: orNull(draft.leadOffice),
          leadPosition: draft.leadPosition || null,
          leadMinistry: draft.leadMinistry || null,
          coordinationBody: orNull(draft.coordinationBody),
          focus: draft.focus,
          budgetStatus: draft.budgetStatus,
          mediatorNomination: orNull(draft.mediatorNomination),
          documentUrl: orNull(draft.documentUrl),
          reportedOn: draft.reportedOn || null,
          reportUrl: orNull(draft.reportUrl),
          sharing: draft.sharing,
        },
      })}
      onClose={onClose}
      onDone={({ saveActionPlan }) => {
        if (!plan && saveActionPlan.__typename === 'ActionPlan') go(`/plans/${saveActionPlan.id}`);
      }}
    >
      {(at) => (
        <>
          <LanguageTexts
            label={t('edit.title')}
            required
            maxLength={300}
            value={draft.titles}
            onChange={(one) => set({ titles: one })}
            problem={at('title') ?? at('titles', titles.length === 0)}
          />
          <Choice
            label={t('column.level')}
            value={draft.level}
            options={PLAN_LEVELS.map((each) => [each, t(`planLevel.${each}`)])}
            onChange={(level) => set({ level: level || 'NATIONAL' })}
          />
          <ParentChoice
            actor={actor}
            own={plan?.id ?? null}
            value={draft.parent}
            onChange={(parent) => set({ parent })}
            problem={at('parent')}
          />
          <Line
            label={t('edit.generation')}
            hint={t('edit.generationHint')}
            type="number"
            value={draft.generation}
            onChange={(generation) => set({ generation })}
            problem={at('generation')}
          />
          <Boxes
            label={t('edit.languages')}
            options={LOCALES.map((one) => [one.toUpperCase(), LOCALE_NAMES[one]])}
            chosen={draft.languages}
            onChange={(languages) => set({ languages })}
          />
          <Day
            label={t('column.adopted')}
            value={draft.adopted}
            onChange={(adopted) => set({ adopted })}
            problem={at('adopted')}
          />
          <FirstAndLast days={draft} onChange={set} problem={at} />
          <Line
            label={t('edit.leadOffice')}
            hint={t('edit.officeHint')}
            maxLength={200}
            value={draft.leadOffice}
            onChange={(leadOffice) => set({ leadOffice })}
            problem={at('leadOffice')}
          />
          <Choice
            label={t('edit.leadPosition')}
            none={t('edit.unknown')}
            value={draft.leadPosition}
            options={OFFICE_POSITIONS.map((each) => [each, t(`position.${each}`)])}
            onChange={(leadPosition) => set({ leadPosition })}
          />
          <Choice
            label={t('edit.leadMinistry')}
            none={t('edit.unknown')}
            value={draft.leadMinistry}
            options={MINISTRIES.map((each) => [each, t(`ministry.${each}`)])}
            onChange={(leadMinistry) => set({ leadMinistry })}
          />
          <Line
            label={t('column.body')}
            maxLength={200}
            value={draft.coordinationBody}
            onChange={(coordinationBody) => set({ coordinationBody })}
            problem={at('coordinationBody')}
          />
          <Choice
            label={t('edit.focus')}
            value={draft.focus}
            options={PLAN_FOCUSES.map((each) => [each, t(`planFocus.${each}`)])}
            onChange={(focus) => set({ focus: focus || 'INWARD' })}
          />
          <Choice
            label={t('column.budget-status')}
            value={draft.budgetStatus}
            options={BUDGET_STATUSES.map((each) => [each, t(`budgetStatus.${each}`)])}
            onChange={(status) => set({ budgetStatus: status || 'NONE' })}
          />
          <Line
            label={t('column.mediators')}
            long
            maxLength={2000}
            value={draft.mediatorNomination}
            onChange={(mediatorNomination) => set({ mediatorNomination })}
            problem={at('mediatorNomination')}
          />
          <Line
            label={t('column.document')}
            hint={t('edit.addressHint')}
            type="url"
            value={draft.documentUrl}
            onChange={(documentUrl) => set({ documentUrl })}
            problem={at('documentUrl')}
          />
          <Day
            label={t('column.reported')}
            value={draft.reportedOn}
            onChange={(reportedOn) => set({ reportedOn })}
            problem={at('reportedOn')}
          />
          <Line
            label={t('edit.reportUrl')}
            hint={t('edit.addressHint')}
            type="url"
            value={draft.reportUrl}
            onChange={(reportUrl) => set({ reportUrl })}
            problem={at('reportUrl')}
          />
          <SharingChoice
            value={draft.sharing}
            onChange={(sharing) => set({ sharing })}
            problem={at('sharing')}
          />
        </>
      )}
    </SaveDialog>
  );
}

/** Which plan of the same actor it carries out. One of another actor stays as it is. */
function ParentChoice({
  actor,
  own,
  value,
  onChange,
  problem,
}: {
  readonly actor: string;
  readonly own: string | null;
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly problem: string | undefined;
}): ReactNode {
  const t = useT('console-agenda');
  const plans = useAsk(OwnPlans, { actor }).data?.actionPlans.edges ?? [];
  const options = plans.flatMap(({ node }) =>
    node.id === own ? [] : [[node.id, node.title] as const],
  );
  const isOther = value !== '' && !options.some(([id]) => id === value);
  return (
    <Choice
      label={t('plan.parent')}
      none={t('edit.noPlan')}
      value={value}
      options={isOther ? [[value, t('plan.parentLink')], ...options] : options}
      onChange={onChange}
      problem={problem}
    />
  );
}
