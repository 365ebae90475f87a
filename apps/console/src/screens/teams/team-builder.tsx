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
import { Empty, Refusal, Skeleton } from '../../ui/feedback.js';
import { Line } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Beside, Card, Gone, Page, RecordScreen, Stack } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { ChooseSeveral, type Option } from '../../ui/type-ahead.js';
import { wholeNumber } from '../../ui/numbers.js';
import { LevelledField, type Levelled } from '../../vocabulary/levels.js';
import { useLabels } from '../../vocabulary/use-labels.js';
import { VocabularyField } from '../../vocabulary/vocabulary-field.js';
import { CandidateNames, NeedOfTeam, StartTeam } from './teams.graphql.js';
import { TeamRunView } from './team-run.js';

type Need = Extract<NeedOfTeamQuery['node'], { readonly __typename: 'Need' }>;

interface Draft {
  readonly size: string;
  readonly languages: readonly Levelled<Proficiency>[];
  readonly topics: readonly Levelled<ExpertiseLevel>[];
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
    <RecordScreen query={query} gone={<Gone title={t('gone')} />}>
      {({ node }) => (node?.__typename === 'Need' ? <WithNames key={node.id} need={node} /> : null)}
    </RecordScreen>
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
      size: wholeNumber(draft.size) ?? -1,
      constraints: constraintsOf(draft),
      alternatives: wholeNumber(draft.alternatives),
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
            <TeamRunView key={run} id={run} need={need} />
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
          <LevelledField
            kind="LANGUAGE"
            label={t('field.languages')}
            problem={at('languages')}
            chosen={draft.languages}
            usual={{ level: 'C1' }}
            onChange={(languages) => set({ languages })}
          />
          <LevelledField
            kind="EXPERTISE"
            label={t('field.expertise')}
            problem={at('expertise')}
            chosen={draft.topics}
            usual={{ level: 'PRACTITIONER' }}
            onChange={(topics) => set({ topics })}
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
  const { data, isPending, isError } = useAsk(CandidateNames, { needId, first: OFFERED });
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
      loading={isPending}
      failed={isError}
    />
  );
}

function constraintsOf(draft: Draft): TeamConstraintsInput {
  return {
    languages: draft.languages.map(({ id, level }) => ({ code: id, level })),
    expertise: draft.topics.map(({ id, level }) => ({ code: id, level })),
    areas: draft.areas.map(({ id }) => ({ code: id })),
    perNetwork: wholeNumber(draft.perNetwork),
    perNationality: wholeNumber(draft.perNationality),
    youngLeaders: wholeNumber(draft.youngLeaders),
    nationals: wholeNumber(draft.nationals),
    newcomers: wholeNumber(draft.newcomers),
    mustHave: draft.mustHave.map(({ id }) => id),
    mustNotHave: draft.mustNotHave.map(({ id }) => id),
  };
}
