import type { ReactNode } from 'react';
import type { CostBearer, Engagement, Support, TermsMode } from '../../graph/types.js';
import { useT } from '../../i18n/translate.js';
import { Choice, Day, Line } from '../../ui/fields.js';
import { Card, Row, Stack } from '../../ui/page.js';
import { COSTS } from '../../vocabulary/terms.js';
import { useShortList } from '../../vocabulary/use-vocabulary.js';
import { VocabularyField } from '../../vocabulary/vocabulary-field.js';
import { CONTACT, TEXTS, type TermsDraft, type TextField } from './terms-draft.js';

const MODES: readonly TermsMode[] = ['IN_PERSON', 'HYBRID', 'REMOTE', 'STANDBY'];
const ENGAGEMENTS: readonly Engagement[] = [
  'CONSULTANT',
  'STAFF',
  'SECONDMENT',
  'GRANT',
  'PRO_BONO',
];
const BEARERS: readonly CostBearer[] = [
  'ORGANIZER',
  'HOST',
  'NETWORK',
  'HERSELF',
  'NOBODY',
  'NOT_APPLICABLE',
];
/** Texts of several lines. */
const LONG: ReadonlySet<TextField> = new Set([
  'purpose',
  'securityArrangements',
  'confidentiality',
  'riskNote',
]);

/** The fields of the terms. What is still needed before anybody can be asked says so. */
export function TermsForm({
  draft,
  onChange,
  problemOf,
  missing,
}: {
  readonly draft: TermsDraft;
  readonly onChange: (draft: TermsDraft) => void;
  readonly problemOf: (path: string) => string | undefined;
  readonly missing: ReadonlySet<string>;
}): ReactNode {
  const t = useT('console-terms');
  const supports = useShortList('SUPPORT');
  const set = (changes: Partial<TermsDraft>): void => onChange({ ...draft, ...changes });
  const needed = (path: string): string | undefined =>
    missing.has(path) ? t('missing.field') : undefined;
  const text = (field: TextField, hint?: string): ReactNode => (
    <Line
      label={t(`field.${field}`)}
      hint={[hint, needed(field)].filter(Boolean).join(' ') || undefined}
      value={draft.texts[field]}
      onChange={(words) => set({ texts: { ...draft.texts, [field]: words } })}
      problem={problemOf(field)}
      long={LONG.has(field)}
      maxLength={TEXTS[field]}
    />
  );
  return (
    <Stack>
      <Card title={t('part.work')}>
        <Stack>
          {text('role')}
          {text('purpose')}
          <Choice
            label={t('field.support')}
            hint={needed('support')}
            none={t('notYet')}
            value={draft.support}
            options={supports as readonly (readonly [Support, string])[]}
            onChange={(support) => set({ support })}
            problem={problemOf('support')}
          />
          <Choice
            label={t('field.engagement')}
            hint={needed('engagement')}
            none={t('notYet')}
            value={draft.engagement}
            options={ENGAGEMENTS.map((one) => [one, t(`engagement.${one}`)])}
            onChange={(engagement) => set({ engagement })}
            problem={problemOf('engagement')}
          />
          {text('reportingLine')}
        </Stack>
      </Card>
      <Card title={t('part.when')}>
        <Stack>
          <Row>
            <Day
              label={t('field.startsOn')}
              hint={needed('startsOn')}
              value={draft.startsOn}
              onChange={(startsOn) => set({ startsOn })}
              problem={problemOf('startsOn')}
            />
            <Day
              label={t('field.endsOn')}
              hint={needed('endsOn')}
              value={draft.endsOn}
              onChange={(endsOn) => set({ endsOn })}
              problem={problemOf('endsOn')}
            />
          </Row>
          <Line
            label={t('field.percent')}
            hint={[t('hint.percent'), needed('percent')].filter(Boolean).join(' ')}
            type="number"
            value={draft.percent}
            onChange={(percent) => set({ percent })}
            problem={problemOf('percent')}
          />
        </Stack>
      </Card>
      <Card title={t('part.where')}>
        <Stack>
          <Choice
            label={t('field.mode')}
            hint={needed('mode')}
            none={t('notYet')}
            value={draft.mode}
            options={MODES.map((one) => [one, t(`mode.${one}`)])}
            onChange={(mode) => set({ mode })}
            problem={problemOf('mode')}
          />
          {draft.mode === 'REMOTE' ? null : (
            <VocabularyField
              kind="TERRITORY"
              label={t('field.territory')}
              hint={[t('hint.territory'), needed('territory')].filter(Boolean).join(' ')}
              chosen={draft.territory}
              // One territory: the last that was chosen.
              onChange={(chosen) => set({ territory: chosen.slice(-1) })}
              problem={problemOf('territory')}
            />
          )}
          {text('placeWords', t('hint.optional'))}
          {text('host')}
          <VocabularyField
            kind="LANGUAGE"
            label={t('field.workingLanguages')}
            hint={needed('workingLanguages')}
            chosen={draft.workingLanguages}
            onChange={(workingLanguages) => set({ workingLanguages })}
            problem={problemOf('workingLanguages')}
          />
        </Stack>
      </Card>
      <Card title={t('pays')}>
        <Stack>
          {COSTS.map((cost) => (
            <Choice
              key={cost}
              label={t(`cost.${cost}`)}
              hint={needed(`costs.${cost}`)}
              none={t('notYet')}
              value={draft.costs[cost]}
              options={BEARERS.map((one) => [one, t(`bearer.${one}`)])}
              onChange={(bearer) => set({ costs: { ...draft.costs, [cost]: bearer } })}
              problem={problemOf(`costs.${cost}`)}
            />
          ))}
          {text('feeWords', t('hint.optional'))}
        </Stack>
      </Card>
      <Card title={t('part.safety')}>
        <Stack>
          {text('riskNote', t('hint.riskNote'))}
          {text('securityArrangements')}
          {text('confidentiality')}
        </Stack>
      </Card>
      <Card title={t('contact')}>
        <Stack>
          <p>{t('hint.contact')}</p>
          {CONTACT.map((field) => (
            <Line
              key={field}
              label={t(`contact.${field}`)}
              hint={needed(`contactPerson.${field}`)}
              type={field === 'email' ? 'email' : field === 'telephone' ? 'tel' : 'text'}
              value={draft.contact[field]}
              onChange={(words) => set({ contact: { ...draft.contact, [field]: words } })}
              problem={problemOf(`contactPerson.${field}`)}
              maxLength={200}
            />
          ))}
        </Stack>
      </Card>
    </Stack>
  );
}
