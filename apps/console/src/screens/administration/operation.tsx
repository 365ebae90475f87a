import { useState, type ReactNode } from 'react';
import { ask } from '../../graph/ask.js';
import { isRefused, refusalOf, type Refused } from '../../graph/refusal.js';
import type { OperationQuery } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Answered, Badge, Empty, Failure, Notice, Refusal } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import { Card, Page, Row, Stack } from '../../ui/page.js';
import { usePage } from '../../ui/params.js';
import { Pager, Table } from '../../ui/table.js';
import { AuditCheck, Operation, Stuck } from './administration.graphql.js';
import { Retention } from './retention.js';
import { Settings } from './settings.js';

/** Jobs, what nobody deals with, the audit log, and the settings that hold. */
export default function OperationScreen(): ReactNode {
  const tc = useT('console');
  const query = useAsk(Operation, {}, { every: 30_000 });
  return (
    <Page title={tc('menu.operation')}>
      <Stack>
        <StuckItems />
        <Answered query={query} lines={2}>
          {({ jobs }) => <Jobs jobs={jobs} />}
        </Answered>
        <Audit />
        <Retention />
        <Answered query={query} lines={2}>
          {({ settings }) => <Settings settings={settings} />}
        </Answered>
      </Stack>
    </Page>
  );
}

/** What waits in the background, and what was given up. */
function Jobs({ jobs }: Pick<OperationQuery, 'jobs'>): ReactNode {
  const t = useT('console-administration');
  const format = useFormat();
  return (
    <section aria-labelledby="jobs">
      <h2 id="jobs">{t('jobs')}</h2>
      {jobs.length === 0 ? (
        <Empty title={t('jobs.none')} />
      ) : (
        <Table
          caption={t('jobs.counted', { count: jobs.length })}
          rows={jobs}
          keyOf={({ task }) => task}
          columns={[
            {
              id: 'task',
              words: t('jobs.task'),
              names: true,
              cell: ({ task }) => <code>{task}</code>,
            },
            {
              id: 'waiting',
              words: t('jobs.waiting'),
              number: true,
              cell: ({ waiting }) => format.number(waiting),
            },
            {
              id: 'late',
              words: t('jobs.late'),
              number: true,
              cell: ({ lateSeconds }) => format.number(lateSeconds),
            },
            {
              id: 'givenUp',
              words: t('jobs.givenUp'),
              number: true,
              cell: ({ givenUp }) =>
                givenUp > 0 ? (
                  <Badge tone="danger">{format.number(givenUp)}</Badge>
                ) : (
                  format.number(0)
                ),
            },
          ]}
        />
      )}
    </section>
  );
}

/** What is overdue, or waits for somebody who cannot sign in. */
function StuckItems(): ReactNode {
  const t = useT('console-administration');
  const kinds = useT('console-inbox');
  const format = useFormat();
  const query = useAsk(Stuck, usePage(25), { keepPrevious: true });
  return (
    <section aria-labelledby="stuck">
      <h2 id="stuck">{t('stuck')}</h2>
      <Answered query={query}>
        {({ stuck: { totalCount, edges, pageInfo } }) =>
          totalCount === 0 ? (
            <Empty title={t('stuck.none')} />
          ) : (
            <>
              <Table
                caption={t('stuck.counted', { count: totalCount })}
                rows={edges.map(({ node }) => node)}
                keyOf={({ kind, subjectId, reason }) => `${kind} ${subjectId} ${reason}`}
                columns={[
                  {
                    id: 'kind',
                    words: t('stuck.what'),
                    names: true,
                    cell: ({ kind }) => <StuckKind words={kinds} kind={kind} />,
                  },
                  {
                    id: 'reason',
                    words: t('stuck.why'),
                    cell: ({ reason }) => t(`stuckReason.${reason}`),
                  },
                  {
                    id: 'for',
                    words: t('stuck.for'),
                    cell: ({ waitsFor }) => t(`waitsFor.${waitsFor}`),
                  },
                  {
                    id: 'network',
                    words: t('network'),
                    cell: ({ network }) => (network ? <bdi>{network.name}</bdi> : null),
                  },
                  {
                    id: 'due',
                    words: t('stuck.due'),
                    cell: ({ dueAt, since }) => format.relative(dueAt ?? since),
                  },
                ]}
              />
              <Pager page={pageInfo} />
            </>
          )
        }
      </Answered>
    </section>
  );
}

function StuckKind({
  words: t,
  kind,
}: {
  readonly words: ReturnType<typeof useT<'console-inbox'>>;
  readonly kind: Parameters<ReturnType<typeof useT<'console-inbox'>>>[0] extends infer Key
    ? Key extends `kind.${infer Kind}`
      ? Kind
      : never
    : never;
}): ReactNode {
  return t(`kind.${kind}`);
}

type Checked =
  | { readonly state: 'idle' | 'running'; readonly entry: number }
  | { readonly state: 'whole'; readonly entry: number; readonly head: string | null }
  | { readonly state: 'broken'; readonly entry: number; readonly problem: string };

/** Verifies the audit log part by part, from its beginning to its end. */
function Audit(): ReactNode {
  const t = useT('console-administration');
  const format = useFormat();
  const [checked, setChecked] = useState<Checked>({ state: 'idle', entry: 0 });
  const [refused, setRefused] = useState<Refused | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const run = async (): Promise<void> => {
    setFailure(null);
    setChecked({ state: 'running', entry: 0 });
    let from: string | null = null;
    for (;;) {
      const { auditCheck }: Awaited<ReturnType<typeof check>> = await check(from);
      if (isRefused(auditCheck)) {
        setRefused(refusalOf(auditCheck));
        setChecked({ state: 'idle', entry: 0 });
        return;
      }
      const { entry, head, whole, complete, problem } = auditCheck;
      if (!whole) return setChecked({ state: 'broken', entry, problem: problem ?? '' });
      if (complete || head === null) return setChecked({ state: 'whole', entry, head });
      from = head;
      setChecked({ state: 'running', entry });
    }
  };
  return (
    <Card title={t('audit')}>
      <Stack>
        <p>{t('audit.about')}</p>
        <Refusal refused={refused} />
        {failure ? <Failure error={failure} /> : null}
        <div role="status">
          {checked.state === 'running' ? (
            <p>{t('audit.running', { entry: format.number(checked.entry) })}</p>
          ) : null}
          {checked.state === 'whole' ? (
            <Notice tone="good" title={t('audit.whole', { count: checked.entry })}>
              {checked.head ? (
                <p>
                  {t('audit.head')} <code className={kit.hint}>{checked.head}</code>
                </p>
              ) : null}
            </Notice>
          ) : null}
          {checked.state === 'broken' ? (
            <Notice
              tone="danger"
              title={t('audit.broken', { entry: format.number(checked.entry) })}
            >
              <p lang="en">{checked.problem}</p>
            </Notice>
          ) : null}
        </div>
        <Row>
          <Button
            isPending={checked.state === 'running'}
            onPress={() => {
              run().catch((error: unknown) => {
                setFailure(error);
                setChecked({ state: 'idle', entry: 0 });
              });
            }}
          >
            {t('audit.check')}
          </Button>
          <LinkButton to="/refused">{t('refused')}</LinkButton>
        </Row>
      </Stack>
    </Card>
  );
}

async function check(from: string | null) {
  return ask(AuditCheck, { from });
}
