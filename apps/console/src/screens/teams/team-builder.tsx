import { useMemo, useState, type ReactNode } from 'react';
import { useParams } from 'wouter';
import { isRefused, problemAt, refusalOf, type Refused } from '../../graph/refusal.js';
import type {
  ExpertiseLevel,
  NeedInput,
  NeedOfTeamQuery,
  Proficiency,
  TeamConstraintsInput,
} from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Empty, Refusal, Skeleton } from '../../ui/feedback.js';
import { Line } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Beside, Card, Gone, Page, Stack } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { ChooseSeveral, type Option } from '../../ui/type-ahead.js';
import { useLabels } from '../../vocabulary/use-labels.js';
import { useShortList } from '../../vocabulary/use-vocabulary.js';
import { VocabularyField } from '../../vocabulary/vocabulary-field.js';
import { CandidateNames, NeedOfTeam, StartTeam } from './teams.graphql.js';
import { TeamRunView } from './team-run.js';

type Need = Extract<NeedOfTeamQuery['node'], { readonly __typename: 'Need' }>;

interface WithLevel<Level> extends Option {
  readonly level: Level;
}

interface Draft {
  readonly size: string;
  readonly languages: readonly WithLevel<Proficiency>[];
  readonly topics: readonly WithLevel<ExpertiseLevel>[];
  readonly areas: readonly Option[];
  readonly perNetwork: string;
  readonly perNationality: string;
  readonly youngLeaders: string;
  readonly nationals: string;
  readonly newcomers: string;
  readonly alternatives: string;
  readonly mustHave: readonly Option[];
  readonly mustNotHave: readonly Option[];
}

/** As many candidates as are offered by name: the first of the ranking. */
const OFFERED = 100;

/** Builds a team for a need: what it must meet, how far the solver is, and what it found. */
export default function TeamBuilderScreen(): ReactNode {
  const t = useT('console-teams');
  const { id } = useParams<{ id: string }>();
  const query = useAsk(NeedOfTeam, { id });
  return (
    <Answered query={query}>
      {({ node }) =>
        node?.__typename === 'Need' ? (
          <WithNames key={node.id} need={node} />
        ) : (
          <Gone title={t('gone')} />
        )
      }
    </Answered>
  );
}

/** Begins with what the need itself wants. */
function WithNames({ need }: { readonly need: Need }): ReactNode {
  const criteria = need.criteria as NeedInput;
  const codes = useMemo(
    () => ({
      LANGUAGE: (criteria.soft?.languages ?? []).map(({ code }) => code),
      EXPERTISE: (criteria.soft?.expertise ?? []).map(({ code }) => code),
    }),
    [criteria],
  );
  const { ready, labelOf } = useLabels(codes);
  if (!ready) return <Skeleton />;
  const initial: Draft = {
    size: '3',
    languages: (criteria.soft?.languages ?? []).map(({ code, level }) => ({
      id: code,
      words: labelOf('LANGUAGE', code),
      level: level ?? 'C1',
    })),
    topics: (criteria.soft?.expertise ?? []).map(({ code, level }) => ({
      id: code,
      words: labelOf('EXPERTISE', code),
      level: level ?? 'PRACTITIONER',
    })),
    areas: [],
    perNetwork: '',
    perNationality: '',
    youngLeaders: '',
    nationals: '',
    newcomers: '',
    alternatives: '',
    mustHave: [],
    mustNotHave: [],
  };
  return <Builder need={need} initial={initial} />;
}

function Builder({ need, initial }: { readonly need: Need; readonly initial: Draft }): ReactNode {
  const t = useT('console-teams');
  const tc = useT('console');
  const [draft, setDraft] = useState(initial);
  const [run, setRun] = useParam('run');
  const start = useChange(StartTeam);
  const refused = refusalOf(start.data?.startTeam);
  const set = (part: Partial<Draft>): void => setDraft((old) => ({ ...old, ...part }));
  const ask = async (): Promise<void> => {
    const { startTeam } = await start.mutateAsync({
      needId: need.id,
      size: numberOf(draft.size) ?? -1,
      constraints: constraintsOf(draft),
      alternatives: numberOf(draft.alternatives),
    });
    if (!isRefused(startTeam)) setRun(startTeam.id);
  };
  return (
    <Page
      title={t('title')}
      crumbs={[
        [tc('menu.needs'), '/needs'],
        [need.title, `/needs/${need.id}`],
      ]}
    >
      <Beside writing={run === ''}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void ask();
          }}
        >
          <Stack>
            <Refusal refused={refused} />
            <Constraints needId={need.id} draft={draft} set={set} refused={refused} />
            <div>
              <Button type="submit" look="primary" isPending={start.isPending}>
                {t('start')}
              </Button>
            </div>
          </Stack>
        </form>
        <section aria-labelledby="found" className={kit.stack}>
          <h2 id="found">{t('found')}</h2>
          {run === '' ? (
            <Empty title={t('nothingYet')}>
              <p>{t('nothingYetAbout')}</p>
            </Empty>
          ) : (
            <TeamRunView key={run} id={run} />
          )}
        </section>
      </Beside>
    </Page>
  );
}

function Constraints({
  needId,
  draft,
  set,
  refused,
}: {
  readonly needId: string;
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  readonly refused: Refused | null;
}): ReactNode {
  const t = useT('console-teams');
  const at = (path: string): string | undefined =>
    problemAt(refused, path) ?? problemAt(refused, `constraints.${path}`);
  const number = (
    name:
      | 'perNetwork'
      | 'perNationality'
      | 'youngLeaders'
      | 'nationals'
      | 'newcomers'
      | 'alternatives',
  ): ReactNode => (
    <Line
      key={name}
      label={t(`field.${name}`)}
      type="number"
      value={draft[name]}
      onChange={(value) => set({ [name]: value })}
      problem={at(name)}
    />
  );
  return (
    <>
      <Card title={t('part.size')}>
        <Line
          label={t('field.size')}
          type="number"
          value={draft.size}
          onChange={(size) => set({ size })}
          required
          problem={at('size')}
        />
      </Card>
      <Card title={t('part.together')}>
        <Stack>
          <VocabularyField
            kind="LANGUAGE"
            label={t('field.languages')}
            problem={at('languages')}
            chosen={draft.languages}
            onChange={(chosen) => set({ languages: withLevels(chosen, draft.languages, 'C1') })}
            extra={({ id, words }) => (
              <Level
                kind="PROFICIENCY"
                name={words}
                value={draft.languages.find((one) => one.id === id)?.level ?? 'C1'}
                onChange={(level) => set({ languages: relevelled(draft.languages, id, level) })}
              />
            )}
          />
          <VocabularyField
            kind="EXPERTISE"
            label={t('field.expertise')}
            problem={at('expertise')}
            chosen={draft.topics}
            onChange={(chosen) => set({ topics: withLevels(chosen, draft.topics, 'PRACTITIONER') })}
            extra={({ id, words }) => (
              <Level
                kind="EXPERTISE_LEVEL"
                name={words}
                value={draft.topics.find((one) => one.id === id)?.level ?? 'PRACTITIONER'}
                onChange={(level) => set({ topics: relevelled(draft.topics, id, level) })}
              />
            )}
          />
          <VocabularyField
            kind="TERRITORY"
            label={t('field.areas')}
            problem={at('areas')}
            chosen={draft.areas}
            onChange={(areas) => set({ areas })}
          />
        </Stack>
      </Card>
      <Card title={t('part.mix')}>
        <Stack>
          {number('perNetwork')}
          {number('perNationality')}
          {number('youngLeaders')}
          {number('nationals')}
          {number('newcomers')}
        </Stack>
      </Card>
      <Card title={t('part.members')}>
        <Stack>
          <Members
            needId={needId}
            label={t('field.mustHave')}
            problem={at('mustHave')}
            chosen={draft.mustHave}
            onChange={(mustHave) => set({ mustHave })}
          />
          <Members
            needId={needId}
            label={t('field.mustNotHave')}
            problem={at('mustNotHave')}
            chosen={draft.mustNotHave}
            onChange={(mustNotHave) => set({ mustNotHave })}
          />
          {number('alternatives')}
        </Stack>
      </Card>
    </>
  );
}

function Level<Value extends string>({
  kind,
  name,
  value,
  onChange,
}: {
  readonly kind: 'PROFICIENCY' | 'EXPERTISE_LEVEL';
  readonly name: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}): ReactNode {
  const t = useT('console-teams');
  return (
    <select
      className={kit.input}
      aria-label={t('field.levelOf', { name })}
      value={value}
      onChange={(event) => onChange(event.target.value as Value)}
    >
      {useShortList(kind).map(([code, label]) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** Candidates of the ranking by a few letters of their names. */
function Members({
  needId,
  ...rest
}: {
  readonly needId: string;
  readonly label: string;
  readonly problem: string | undefined;
  readonly chosen: readonly Option[];
  readonly onChange: (chosen: readonly Option[]) => void;
}): ReactNode {
  const t = useT('console-teams');
  const [typed, setTyped] = useState('');
  const { data, isFetching } = useAsk(CandidateNames, { needId, first: OFFERED });
  const found = data?.matchCandidates;
  const wanted = typed.trim().toLocaleLowerCase();
  const options =
    wanted === '' || found?.__typename !== 'MatchConnection'
      ? []
      : found.edges
          .map(({ node: { rank, mediator } }) => ({
            id: mediator.id,
            words: mediator.name,
            about: t('field.rank', { rank }),
          }))
          .filter(({ words }) => words.toLocaleLowerCase().includes(wanted));
  return (
    <ChooseSeveral
      {...rest}
      hint={t('field.membersHint', { count: OFFERED })}
      typed={typed}
      onType={setTyped}
      options={options}
      loading={isFetching}
    />
  );
}

function withLevels<Level>(
  chosen: readonly Option[],
  before: readonly WithLevel<Level>[],
  level: Level,
): readonly WithLevel<Level>[] {
  return chosen.map((one) => ({ level, ...before.find(({ id }) => id === one.id), ...one }));
}

function relevelled<Level>(
  list: readonly WithLevel<Level>[],
  id: string,
  level: Level,
): readonly WithLevel<Level>[] {
  return list.map((one) => (one.id === id ? { ...one, level } : one));
}

function constraintsOf(draft: Draft): TeamConstraintsInput {
  return {
    languages: draft.languages.map(({ id, level }) => ({ code: id, level })),
    expertise: draft.topics.map(({ id, level }) => ({ code: id, level })),
    areas: draft.areas.map(({ id }) => ({ code: id })),
    perNetwork: numberOf(draft.perNetwork),
    perNationality: numberOf(draft.perNationality),
    youngLeaders: numberOf(draft.youngLeaders),
    nationals: numberOf(draft.nationals),
    newcomers: numberOf(draft.newcomers),
    mustHave: draft.mustHave.map(({ id }) => id),
    mustNotHave: draft.mustNotHave.map(({ id }) => id),
  };
}

/** A whole number that was written. Null where nothing was; what is no number is left to the service to refuse. */
function numberOf(text: string): number | null {
  if (text.trim() === '') return null;
  const value = Number(text);
  return Number.isInteger(value) ? value : -1;
}
