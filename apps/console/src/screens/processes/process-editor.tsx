import { useState, type ReactNode } from 'react';
import { useLocation, useParams } from 'wouter';
import { hasRole, useMe } from '../../frame/me.js';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type { Phase, ProcessType, WholeProcessFragment } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Notice, Refusal, Skeleton } from '../../ui/feedback.js';
import { Choice, Line } from '../../ui/fields.js';
import { wholeNumber } from '../../ui/numbers.js';
import { Gone, Page, RecordScreen, Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
import type { Option } from '../../ui/type-ahead.js';
import { useLabels } from '../../vocabulary/use-labels.js';
import { useShortList } from '../../vocabulary/use-vocabulary.js';
import { VocabularyField } from '../../vocabulary/vocabulary-field.js';
import { CreateProcess, EditProcess } from './processes.graphql.js';
import { useProcesses } from './use-processes.js';

/** Describes a process, or changes one: an organizer one of her organization, an administrator a common one. */
export default function ProcessEditorScreen(): ReactNode {
  const t = useT('console-processes');
  const { slug } = useParams<{ slug?: string }>();
  const query = useProcesses(false);
  const found = query.data?.find((one) => one.slug === slug) ?? null;
  const { ready, labelOf } = useLabels({
    TERRITORY: found?.territories ?? [],
    LANGUAGE: found?.languages ?? [],
    EXPERTISE: found?.themes ?? [],
  });
  if (slug === undefined) return <Editor process={null} chosen={NOTHING} />;
  return (
    <RecordScreen query={query} gone={<Gone title={t('gone')} />}>
      {() =>
        found === null ? null : ready ? (
          <Editor
            key={slug}
            process={found}
            chosen={{
              territories: optionsOf(found.territories, (one) => labelOf('TERRITORY', one)),
              languages: optionsOf(found.languages, (one) => labelOf('LANGUAGE', one)),
              themes: optionsOf(found.themes, (one) => labelOf('EXPERTISE', one)),
            }}
          />
        ) : (
          <Skeleton />
        )
      }
    </RecordScreen>
  );
}

interface Chosen {
  readonly territories: readonly Option[];
  readonly languages: readonly Option[];
  readonly themes: readonly Option[];
}
const NOTHING: Chosen = { territories: [], languages: [], themes: [] };

function optionsOf(codes: readonly string[], nameOf: (code: string) => string): Option[] {
  return codes.map((id) => ({ id, words: nameOf(id) }));
}

function Editor({
  process,
  chosen: first,
}: {
  readonly process: WholeProcessFragment | null;
  readonly chosen: Chosen;
}): ReactNode {
  const t = useT('console-processes');
  const tc = useT('console');
  const me = useMe();
  const tell = useTell();
  const [, go] = useLocation();
  const create = useChange(CreateProcess);
  const edit = useChange(EditProcess);
  const types = useShortList('PROCESS_TYPE');
  const phases = useShortList('PHASE');
  const [name, setName] = useState(process?.name ?? '');
  const [type, setType] = useState<string>(process?.type ?? '');
  const [phase, setPhase] = useState<string>(process?.phase ?? '');
  const [yearFrom, setFrom] = useState(process ? String(process.yearFrom) : '');
  const [yearTo, setTo] = useState(process?.yearTo ? String(process.yearTo) : '');
  const [lead, setLead] = useState(process?.lead ?? '');
  const [parties, setParties] = useState(process?.parties ?? '');
  const [chosen, setChosen] = useState(first);
  const refused = refusalOf(create.data?.createPeaceProcess ?? edit.data?.editPeaceProcess);
  const problem = (field: string): string | undefined =>
    problemAt(refused, field) ??
    problemAt(refused, `input.${field}`) ??
    problemAt(refused, `changes.${field}`);
  const isCommon = process?.common ?? !hasRole(me, ['ORGANIZER']);

  const save = async (): Promise<void> => {
    const input = {
      name: name.trim(),
      type: type as ProcessType,
      phase: phase as Phase,
      yearFrom: wholeNumber(yearFrom) ?? -1,
      yearTo: wholeNumber(yearTo),
      lead: lead.trim(),
      parties: parties.trim(),
      territories: chosen.territories.map(({ id }) => id),
      languages: chosen.languages.map(({ id }) => id),
      themes: chosen.themes.map(({ id }) => id),
    };
    const result = process
      ? (await edit.mutateAsync({ slug: process.slug, changes: input })).editPeaceProcess
      : (await create.mutateAsync({ input, common: isCommon })).createPeaceProcess;
    if (isRefused(result)) {
      document.getElementById('process-problems')?.focus();
      return;
    }
    tell(tc('state.saved'));
    go('/processes');
  };

  return (
    <Page
      title={process ? t('editOf', { name: process.name }) : t('new')}
      crumbs={[[tc('menu.processes'), '/processes']]}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <div id="process-problems" tabIndex={-1}>
            <Refusal refused={refused} />
          </div>
          <Notice>{isCommon ? t('commonAbout') : t('ownAbout')}</Notice>
          <Line
            label={t('name')}
            value={name}
            onChange={setName}
            problem={problem('name')}
            required
            maxLength={200}
          />
          <Choice
            label={t('type')}
            none={t('choose')}
            value={type}
            options={types}
            onChange={setType}
            problem={problem('type')}
            required
          />
          <Choice
            label={t('phase')}
            none={t('choose')}
            value={phase}
            options={phases}
            onChange={setPhase}
            problem={problem('phase')}
            required
          />
          <Line
            label={t('yearFrom')}
            type="number"
            value={yearFrom}
            onChange={setFrom}
            problem={problem('yearFrom')}
            required
          />
          <Line
            label={t('yearTo')}
            hint={t('yearToHint')}
            type="number"
            value={yearTo}
            onChange={setTo}
            problem={problem('yearTo')}
          />
          <VocabularyField
            kind="TERRITORY"
            label={t('territories')}
            chosen={chosen.territories}
            onChange={(territories) => setChosen({ ...chosen, territories })}
            problem={problem('territories')}
          />
          <Line
            label={t('lead')}
            value={lead}
            onChange={setLead}
            problem={problem('lead')}
            maxLength={200}
          />
          <Line
            label={t('parties')}
            value={parties}
            onChange={setParties}
            problem={problem('parties')}
            long
            maxLength={500}
          />
          <VocabularyField
            kind="LANGUAGE"
            label={t('languages')}
            chosen={chosen.languages}
            onChange={(languages) => setChosen({ ...chosen, languages })}
            problem={problem('languages')}
          />
          <VocabularyField
            kind="EXPERTISE"
            label={t('themes')}
            chosen={chosen.themes}
            onChange={(themes) => setChosen({ ...chosen, themes })}
            problem={problem('themes')}
          />
          <Row>
            <LinkButton to="/processes">{tc('action.cancel')}</LinkButton>
            <Button
              type="submit"
              look="primary"
              isPending={create.isPending || edit.isPending}
              isDisabled={name.trim() === '' || type === '' || phase === '' || yearFrom === ''}
            >
              {tc('action.save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Page>
  );
}
