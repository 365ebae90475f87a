import { Suspense, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Page, Stack } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { Table } from '../../ui/table.js';
import { AnswerDialog } from './answer-dialog.js';
import { OwnActor } from './agenda.graphql.js';
import { CommitmentDialog } from './commitment-dialog.js';
import { NewCommitment } from './editing/dialogs.js';
import { MailChoices } from './mail-choice.js';
import { useOwing, type Owed } from './use-all.js';
import { useWrittenActor } from './use-own.js';

const KINDS = [
  'COMMITMENT',
  'PLAN_ACTION',
  'INVOLVEMENT',
  'OBSERVATION',
  'COMMENT',
  'CONTESTED_INVOLVEMENT',
] as const;

/** What her actor owes, to whom and by when: the first page of a focal point. */
export default function OwingScreen(): ReactNode {
  const t = useT('console-agenda');
  const tc = useT('console');
  const [kind, setKind] = useParam('kind');
  const [writes, setWrites] = useState(false);
  const written = useWrittenActor();
  const own = useAsk(OwnActor, {});
  const query = useOwing();
  const actor = own.data?.ownWpsActor ?? null;
  const chosen = KINDS.find((each) => each === kind);
  return (
    <Page
      title={tc('menu.owing')}
      actions={
        written === null ? null : (
          <Button look="primary" onPress={() => setWrites(true)}>
            {t('edit.newCommitment')}
          </Button>
        )
      }
    >
      <p>{actor ? t('owing.of', { actor: actor.name }) : t('owing.about')}</p>
      <div className={kit.filters}>
        <Choice
          label={t('owing.kind')}
          none={tc('list.all')}
          value={chosen ?? ''}
          options={KINDS.map((each) => [each, t(`owedKind.${each}`)])}
          onChange={setKind}
        />
      </div>
      <Stack>
        <Answered query={query}>
          {(owed) => (
            <List owed={owed.filter((one) => chosen === undefined || one.kind === chosen)} />
          )}
        </Answered>
        <MailChoices />
      </Stack>
      {writes && written !== null ? (
        <Suspense fallback={null}>
          <NewCommitment actor={written} meeting={null} onClose={() => setWrites(false)} />
        </Suspense>
      ) : null}
    </Page>
  );
}

function List({ owed }: { readonly owed: readonly Owed[] }): ReactNode {
  const t = useT('console-agenda');
  const tc = useT('console');
  const format = useFormat();
  const [open, setOpen] = useState<Owed | null>(null);
  if (owed.length === 0) {
    return (
      <Empty title={t('owing.none')}>
        <p>{t('owing.noneAbout')}</p>
        <LinkButton to="/plans">{tc('menu.plans')}</LinkButton>
      </Empty>
    );
  }
  const urgent = owed.filter((one) => one.urgent).length;
  return (
    <>
      <Table
        caption={t('owing.counted', { count: owed.length, urgent })}
        rows={owed}
        keyOf={({ subjectId, until }) => `${subjectId} ${until}`}
        columns={[
          {
            id: 'what',
            words: t('owing.what'),
            names: true,
            cell: (one) => <What owed={one} />,
          },
          { id: 'kind', words: t('owing.kind'), cell: (one) => t(`owedKind.${one.kind}`) },
          {
            id: 'to',
            words: t('column.owed-to'),
            cell: ({ owedTo }) => (owedTo ? <bdi>{owedTo}</bdi> : null),
          },
          {
            id: 'due',
            words: t('column.due'),
            cell: ({ due, urgent: isUrgent }) => (
              <>
                {due ? format.shortDay(due) : t('owing.noDay')}{' '}
                {isUrgent ? <Badge tone="warm">{t('owing.urgent')}</Badge> : null}
              </>
            ),
          },
          {
            id: 'office',
            words: t('column.responsible'),
            cell: ({ responsible }) => (responsible ? <bdi>{responsible}</bdi> : null),
          },
          {
            id: 'steps',
            words: t('owing.steps'),
            cell: (one) => <Step owed={one} onOpen={() => setOpen(one)} />,
          },
        ]}
      />
      {open?.kind === 'COMMITMENT' ? (
        <CommitmentDialog id={open.subjectId} onClose={() => setOpen(null)} />
      ) : null}
      {open?.kind === 'INVOLVEMENT' ? (
        <AnswerDialog id={open.subjectId} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}

/** What is owed, with the plan or the report that asks for it. */
function What({
  owed: { text, planId, reportId, from, until },
}: {
  readonly owed: Owed;
}): ReactNode {
  const t = useT('console-agenda');
  const format = useFormat();
  const path = planId ? `/plans/${planId}` : `/wps-reports/${reportId}`;
  const name = <bdi>{text}</bdi>;
  return (
    <>
      {planId || reportId ? <Link to={path}>{name}</Link> : name}
      {from && until ? (
        <> {t('days', { from: format.shortDay(from), until: format.shortDay(until) })}</>
      ) : null}
    </>
  );
}

/** What can be done about it; the rest is done on the page to which its name leads. */
function Step({
  owed: { kind, text, reportId },
  onOpen,
}: {
  readonly owed: Owed;
  readonly onOpen: () => void;
}): ReactNode {
  const t = useT('console-agenda');
  switch (kind) {
    case 'PLAN_ACTION':
    case 'CONTESTED_INVOLVEMENT':
      return null;
    case 'OBSERVATION':
      return (
        <LinkButton small to="/indicators" name={t('owing.OBSERVATION.actionOf', { what: text })}>
          {t('owing.OBSERVATION.action')}
        </LinkButton>
      );
    case 'COMMENT':
      return (
        <LinkButton
          small
          to={`/wps-reports/${reportId}`}
          name={t('owing.INVOLVEMENT.actionOf', { what: text })}
        >
          {t('owing.INVOLVEMENT.action')}
        </LinkButton>
      );
    default:
      return (
        <Button small aria-label={t(`owing.${kind}.actionOf`, { what: text })} onPress={onOpen}>
          {t(`owing.${kind}.action`)}
        </Button>
      );
  }
}
