import { memo, type ReactNode } from 'react';
import { problemAt, type Refused } from '../../graph/refusal.js';
import type {
  Criterion,
  NeedInput,
  NeedPresetCode,
  Phase,
  ProcessType,
  Role,
  Track,
} from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Boxes, Check, Choice, Day, Line } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Card, Row, Stack } from '../../ui/page.js';
import { LevelledField } from '../../vocabulary/levels.js';
import { useLabels } from '../../vocabulary/use-labels.js';
import { useShortList } from '../../vocabulary/use-vocabulary.js';
import { VocabularyField } from '../../vocabulary/vocabulary-field.js';
import type { Draft } from './draft.js';
import { hintWith } from './findings.js';
import { LaterCriteria } from './later-criteria.js';
import type { Finding } from './live-pool.js';
import { ChoicesOfNeed, NeedPresets } from './needs.graphql.js';

interface Props {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  readonly refused: Refused | null;
  /** What stands out of what is written, to be told at its fields. */
  readonly findings: readonly Finding[];
}

/** What makes one candidate better than another, and what excludes. Numbers that come meanwhile do not touch it. */
export const CriteriaForm = memo(function CriteriaForm({
  draft,
  set,
  refused,
  findings,
}: Props): ReactNode {
  const t = useT('console-needs');
  const roles = useShortList('ROLE');
  const tracks = useShortList('TRACK');
  const phases = useShortList('PHASE');
  const types = useShortList('PROCESS_TYPE');
  const { data: choices } = useAsk(ChoicesOfNeed, {});
  const networks = (choices?.networks.edges ?? []).map(
    ({ node }) => [node.slug, node.name] as const,
  );
  const at = (path: string): string | undefined =>
    problemAt(refused, `criteria.${path}`) ?? problemAt(refused, path);
  const noted = (hint: string | null, ...paths: readonly string[]): ReactNode =>
    hintWith(hint, findings, paths);
  return (
    <>
      <Preset draft={draft} set={set} at={at} />
      <Card title={t('criteria.when')}>
        <Stack>
          <Day
            label={t('field.date')}
            hint={noted(t('field.dateHint'), 'date', 'period')}
            value={draft.date}
            onChange={(date) => set({ date })}
            required
            problem={at('date')}
          />
          <Row>
            <Day
              label={t('field.from')}
              value={draft.from}
              onChange={(from) => set({ from })}
              problem={at('period')}
            />
            <Day
              label={t('field.to')}
              value={draft.to}
              min={draft.from}
              onChange={(to) => set({ to })}
            />
          </Row>
          <Line
            label={t('field.availability')}
            hint={noted(t('field.availabilityHint'), 'hard.availability')}
            type="number"
            value={draft.availability}
            onChange={(availability) => set({ availability })}
            problem={at('hard.availability')}
          />
        </Stack>
      </Card>
      <Card title={t('criteria.skills')}>
        <Stack>
          <LevelledField
            kind="LANGUAGE"
            label={t('field.languages')}
            hint={noted(t('field.languagesHint'), 'soft.languages', 'hard.languages')}
            problem={at('soft.languages') ?? at('hard.languages')}
            chosen={draft.languages}
            usual={{ level: 'C1', required: false, essential: null }}
            onChange={(languages) => set({ languages })}
            more={(language, change) => (
              <>
                <Check
                  label={t('field.required')}
                  value={language.required}
                  onChange={(required) => change({ required })}
                />
                {draft.version === '2' ? (
                  <Check
                    label={t('field.essential')}
                    value={language.essential ?? false}
                    onChange={(essential) => change({ essential })}
                  />
                ) : null}
              </>
            )}
          />
          <LevelledField
            kind="EXPERTISE"
            label={t('field.expertise')}
            hint={noted(null, 'soft.expertise')}
            problem={at('soft.expertise')}
            chosen={draft.topics}
            usual={{ level: 'PRACTITIONER', essential: null }}
            onChange={(topics) => set({ topics })}
            more={(topic, change) =>
              draft.version === '2' ? (
                <Check
                  label={t('field.essentialField')}
                  value={topic.essential ?? false}
                  onChange={(essential) => change({ essential })}
                />
              ) : null
            }
          />
          <VocabularyField
            kind="TERRITORY"
            label={t('field.territories')}
            hint={noted(t('field.territoriesHint'), 'territories', 'soft.territories')}
            problem={at('soft.territories')}
            chosen={draft.territories}
            onChange={(territories) => set({ territories })}
          />
          <Boxes
            label={t('field.roles')}
            hint={noted(null, 'soft.roles')}
            options={roles}
            chosen={draft.roles}
            onChange={(chosen) => set({ roles: chosen as readonly Role[] })}
          />
          <Boxes
            label={t('field.tracks')}
            hint={noted(null, 'soft.tracks')}
            options={tracks}
            chosen={draft.tracks}
            onChange={(chosen) => set({ tracks: chosen as readonly Track[] })}
          />
          <Choice
            label={t('field.phase')}
            none={t('field.any')}
            value={draft.phase}
            options={phases as readonly (readonly [Phase, string])[]}
            onChange={(phase) => set({ phase })}
          />
          <Choice
            label={t('field.processType')}
            none={t('field.any')}
            value={draft.processType}
            options={types as readonly (readonly [ProcessType, string])[]}
            onChange={(processType) => set({ processType })}
          />
          <Boxes
            label={t('field.preferredNetworks')}
            hint={noted(null, 'soft.networks')}
            options={networks}
            chosen={draft.preferredNetworks}
            onChange={(preferredNetworks) => set({ preferredNetworks })}
          />
          <Line
            label={t('field.years')}
            hint={noted(t('field.yearsHint'), 'soft.years')}
            type="number"
            value={draft.years}
            onChange={(years) => set({ years })}
            problem={at('soft.years')}
          />
        </Stack>
      </Card>
      <LaterCriteria draft={draft} set={set} at={at} />
      <Card title={t('criteria.requirements')}>
        <Stack>
          <Line
            label={t('field.minimumYears')}
            hint={noted(null, 'hard.minimumYears')}
            type="number"
            value={draft.minimumYears}
            onChange={(minimumYears) => set({ minimumYears })}
            problem={at('hard.minimumYears')}
          />
          <Boxes
            label={t('field.requiredRoles')}
            hint={noted(null, 'hard.roles')}
            options={roles}
            chosen={draft.requiredRoles}
            onChange={(chosen) => set({ requiredRoles: chosen as readonly Role[] })}
          />
          <Boxes
            label={t('field.requiredTracks')}
            hint={noted(null, 'hard.tracks')}
            options={tracks}
            chosen={draft.requiredTracks}
            onChange={(chosen) => set({ requiredTracks: chosen as readonly Track[] })}
          />
          <Boxes
            label={t('field.requiredNetworks')}
            hint={noted(null, 'hard.networks')}
            options={networks}
            chosen={draft.requiredNetworks}
            onChange={(requiredNetworks) => set({ requiredNetworks })}
          />
          <Boxes
            label={t('field.excludedNetworks')}
            hint={noted(null, 'hard.conflictOfInterest.networks')}
            options={networks}
            chosen={draft.excludedNetworks}
            onChange={(excludedNetworks) => set({ excludedNetworks })}
          />
          <Check
            label={t('field.allowStale')}
            value={draft.allowStale}
            onChange={(allowStale) => set({ allowStale })}
          />
          <VocabularyField
            kind="TERRITORY"
            label={t('field.excluded')}
            hint={noted(t('field.excludedHint'), 'hard.conflictOfInterest.territories')}
            problem={at('hard.conflictOfInterest')}
            chosen={draft.excluded}
            onChange={(excluded) => set({ excluded })}
          />
        </Stack>
      </Card>
    </>
  );
});

/** How much each criterion counts. What is left empty is as the preset or the model has it. */
function Weights({ draft, set, standard, at }: WeightsProps): ReactNode {
  const t = useT('console-needs');
  const tc = useT('console');
  return (
    <details>
      <summary>{t('weights.title')}</summary>
      <Stack>
        <p className={kit.hint}>{t('weights.about')}</p>
        {CRITERIA.map((criterion) => (
          <Line
            key={criterion}
            label={tc(`criterion.${criterion}`)}
            type="number"
            value={draft.weights[criterion] ?? ''}
            placeholder={standard.get(criterion)?.toString() ?? ''}
            onChange={(weight) => set({ weights: { ...draft.weights, [criterion]: weight } })}
            problem={at(`weights.${criterion}`)}
          />
        ))}
        <Check
          label={t('field.rotation')}
          value={draft.rotation}
          onChange={(rotation) => set({ rotation })}
        />
      </Stack>
    </details>
  );
}

interface WeightsProps extends Pick<Props, 'draft' | 'set'> {
  /** Of the preset. */
  readonly standard: ReadonlyMap<Criterion, number>;
  readonly at: (path: string) => string | undefined;
}

const CRITERIA: readonly Criterion[] = [
  'LANGUAGE',
  'EXPERTISE',
  'REGION',
  'ROLE',
  'TRACK',
  'PROCESS',
  'YEARS',
  'AVAILABILITY',
  'FRESHNESS',
  'NETWORK',
  'TEXT',
  'ORIGIN',
  'WORKING_MODE',
  'NOTICE',
  'MENTOR',
];

/** A kind of work with its weights, and what such work usually wants. */
function Preset({ draft, set, at }: Omit<WeightsProps, 'standard'>): ReactNode {
  const t = useT('console-needs');
  const { data } = useAsk(NeedPresets, {});
  const presets = data?.needPresets ?? [];
  const preset = presets.find(({ code }) => code === draft.preset);
  const suggests = preset?.suggests as NeedInput['soft'] | undefined;
  const topics = suggests?.expertise?.map(({ code }) => code) ?? [];
  const { labelOf } = useLabels({ LANGUAGE: [], EXPERTISE: topics, TERRITORY: [] });
  const missing = (suggests?.expertise ?? []).filter(({ code }) =>
    draft.topics.every(({ id }) => id !== code),
  );
  return (
    <Card title={t('criteria.preset')}>
      <Stack>
        <Choice
          label={t('field.preset')}
          none={t('preset.none')}
          value={draft.preset}
          options={presets.map(({ code, title }) => [code, title] as const)}
          onChange={(code: NeedPresetCode | '') => set({ preset: code })}
        />
        {preset ? <p className={kit.hint}>{preset.reason}</p> : null}
        {missing.length > 0 ? (
          <div>
            <p>{t('preset.suggests')}</p>
            <Row>
              {missing.map(({ code, level }) => (
                <Button
                  key={code}
                  small
                  onPress={() =>
                    set({
                      topics: [
                        ...draft.topics,
                        {
                          id: code,
                          words: labelOf('EXPERTISE', code),
                          level: level ?? 'PRACTITIONER',
                          essential: null,
                        },
                      ],
                    })
                  }
                >
                  + {labelOf('EXPERTISE', code)}
                </Button>
              ))}
            </Row>
          </div>
        ) : null}
        <Weights
          draft={draft}
          set={set}
          // In model 2 a preset moves the model's weights, and is no list of weights.
          standard={
            new Map(
              draft.version === '1'
                ? preset?.weights.map(({ criterion, weight }) => [criterion, weight])
                : [],
            )
          }
          at={at}
        />
      </Stack>
    </Card>
  );
}
