import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useLocation, useParams } from 'wouter';
import { refusalOf, isRefused, problemAt } from '../../graph/refusal.js';
import type { WholeNeedFragment } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Refusal, Skeleton } from '../../ui/feedback.js';
import { Choice, Line } from '../../ui/fields.js';
import { wholeNumber } from '../../ui/numbers.js';
import { Beside, Card, Gone, Page, RecordScreen, Row, Stack } from '../../ui/page.js';
import { AskingForm } from './asking-form.js';
import { CriteriaForm } from './criteria-form.js';
import { criteriaOf, draftOf, emptyDraft, type Draft } from './draft.js';
import { useTold } from './findings.js';
import { LivePool, usePool } from './live-pool.js';
import { ChoicesOfNeed, CreateNeed, EditNeed, NeedById } from './needs.graphql.js';
import { useNeedLabels } from './use-need-labels.js';

/** Writes a need, new or read, with what it would find beside it. */
export default function NeedEditorScreen(): ReactNode {
  const { id } = useParams<{ id?: string }>();
  return id === undefined ? (
    <Editor need={null} initial={emptyDraft(today())} />
  ) : (
    <Existing id={id} />
  );
}

function Existing({ id }: { readonly id: string }): ReactNode {
  const t = useT('console-needs');
  const query = useAsk(NeedById, { id });
  return (
    <RecordScreen query={query} gone={<Gone title={t('editor.gone')} />}>
      {({ node }) =>
        node?.__typename === 'Need' && node.own ? (
          // What she is writing stays when the need is asked for anew; a conflict tells her.
          <WithLabels key={node.id} need={node} />
        ) : null
      }
    </RecordScreen>
  );
}

function WithLabels({ need: latest }: { readonly need: WholeNeedFragment }): ReactNode {
  const [need] = useState(latest);
  const { ready, labelOf } = useNeedLabels(need);
  if (!ready) return <Skeleton />;
  return <Editor need={need} initial={draftOf(need, labelOf)} />;
}

function Editor({
  need,
  initial,
}: {
  readonly need: WholeNeedFragment | null;
  readonly initial: Draft;
}): ReactNode {
  const t = useT('console-needs');
  const tc = useT('console');
  const [, go] = useLocation();
  const [draft, setDraft] = useState(initial);
  const { data: choices } = useAsk(ChoicesOfNeed, {});
  const processes = (choices?.peaceProcesses.edges ?? []).map(
    ({ node }) => [node.slug, node.name] as const,
  );
  const [isIncomplete, setIncomplete] = useState(false);
  const create = useChange(CreateNeed);
  const edit = useChange(EditNeed);
  const criteria = useMemo(() => criteriaOf(draft), [draft]);
  const refused = refusalOf(create.data?.createNeed ?? edit.data?.editNeed);
  const howMany = wholeNumber(draft.wanted);
  const pool = usePool(criteria, howMany !== null && howMany > 0 ? howMany : null);
  const checked = pool?.data?.checkNeed;
  const told = useTold(checked && !isRefused(checked) ? checked.findings : []);
  const set = useCallback(
    (part: Partial<Draft>): void => setDraft((old) => ({ ...old, ...part })),
    [],
  );

  const save = async (): Promise<void> => {
    setIncomplete(criteria === null || draft.title.trim() === '');
    if (criteria === null || draft.title.trim() === '') return;
    const stated = {
      title: draft.title.trim(),
      criteria,
      wanted: howMany ?? -1,
      urgency: draft.urgency,
      confidentiality: draft.confidentiality,
      insiderTies: draft.insiderTies,
      alongside: draft.alongside === '' ? null : draft.alongside,
      place: draft.place.trim() === '' ? null : draft.place.trim(),
      ...(draft.process === '' ? {} : { process: draft.process }),
    };
    const result = need
      ? (await edit.mutateAsync({ input: { ...stated, id: need.id, revision: need.revision } }))
          .editNeed
      : (await create.mutateAsync({ input: stated })).createNeed;
    if (!isRefused(result)) go(`/needs/${result.id}`);
  };

  return (
    <Page
      title={need ? t('editor.change', { title: need.title }) : t('editor.new')}
      crumbs={[
        [tc('menu.needs'), '/needs'],
        ...(need ? [[need.title, `/needs/${need.id}`] as const] : []),
      ]}
    >
      <Beside writing>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <Stack>
            <Refusal
              refused={refused}
              {...(need ? { onReload: () => go(`/needs/${need.id}`) } : {})}
            />
            <Card title={t('editor.about')}>
              <Stack>
                <Line
                  label={t('field.title')}
                  value={draft.title}
                  onChange={(title) => set({ title })}
                  maxLength={200}
                  required
                  problem={
                    isIncomplete && draft.title.trim() === ''
                      ? t('editor.titleMissing')
                      : problemAt(refused, 'title')
                  }
                />
                <Line
                  label={t('field.brief')}
                  hint={t('field.briefHint')}
                  value={draft.brief}
                  onChange={(brief) => set({ brief })}
                  long
                  maxLength={2000}
                  problem={problemAt(refused, 'criteria.brief')}
                />
                <Choice
                  label={t('field.process')}
                  none={need?.process ?? t('field.noProcess')}
                  value={draft.process}
                  options={processes}
                  onChange={(process) => set({ process })}
                  problem={problemAt(refused, 'process')}
                />
              </Stack>
            </Card>
            <CriteriaForm draft={draft} set={set} refused={refused} findings={told} />
            <AskingForm draft={draft} set={set} refused={refused} />
            {isIncomplete && criteria === null ? (
              <p role="alert">{t('editor.criteriaMissing')}</p>
            ) : null}
            <Row>
              <Button type="submit" look="primary" isPending={create.isPending || edit.isPending}>
                {tc('action.save')}
              </Button>
              <LinkButton to={need ? `/needs/${need.id}` : '/needs'}>
                {tc('action.cancel')}
              </LinkButton>
            </Row>
          </Stack>
        </form>
        <LivePool pool={pool} />
      </Beside>
    </Page>
  );
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
