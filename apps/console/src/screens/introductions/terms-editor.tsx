import { useState, type ReactNode } from 'react';
import { useParams } from 'wouter';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type { TermsOfNeedQuery } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Badge, Notice, Refusal, Skeleton } from '../../ui/feedback.js';
import { Beside, Card, Gone, Page, RecordScreen, Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
import { TermsFacts } from '../../vocabulary/terms.js';
import { useLabels } from '../../vocabulary/use-labels.js';
import { SaveTerms, TermsOfNeed } from './introductions.graphql.js';
import { draftOf, inputOf, type TermsDraft } from './terms-draft.js';
import { TermsForm } from './terms-form.js';

type Need = Extract<TermsOfNeedQuery['node'], { readonly __typename: 'Need' }>;
type Saved = TermsOfNeedQuery['termsOfReference'];

/** Writes the terms by which every mediator is asked for a need. */
export default function TermsScreen(): ReactNode {
  const t = useT('console-terms');
  const { id } = useParams<{ id: string }>();
  const query = useAsk(TermsOfNeed, { needId: id });
  const { ready, labelOf } = useLabels({
    LANGUAGE: query.data?.termsOfReference?.terms.workingLanguages ?? [],
  });
  return (
    <RecordScreen query={query} gone={<Gone title={t('gone')} />}>
      {({ node, termsOfReference, introductions }) =>
        node?.__typename === 'Need' ? (
          ready ? (
            <Editor
              // Of one need: what is being written stays when the terms are read anew.
              key={node.id}
              need={node}
              saved={termsOfReference}
              open={introductions.totalCount}
              draft={draftOf(termsOfReference?.terms ?? null, (code) => labelOf('LANGUAGE', code))}
            />
          ) : (
            <Skeleton />
          )
        ) : null
      }
    </RecordScreen>
  );
}

function Editor({
  need,
  saved,
  open,
  draft: first,
}: {
  readonly need: Need;
  readonly saved: Saved;
  /** How many introductions are open by these terms. */
  readonly open: number;
  readonly draft: TermsDraft;
}): ReactNode {
  const t = useT('console-terms');
  const tc = useT('console');
  const format = useFormat();
  const tell = useTell();
  const save = useChange(SaveTerms);
  const [draft, setDraft] = useState(first);
  const [revision, setRevision] = useState(saved?.revision ?? null);
  const [isOverwriting, setOverwriting] = useState(false);
  const refused = refusalOf(save.data?.saveTerms);
  const missing = new Set(saved?.missing.map(({ path }) => path));
  const isLive = need.state !== 'FILLED' && need.state !== 'CANCELLED';

  const send = async (): Promise<void> => {
    const { saveTerms } = await save.mutateAsync({ input: inputOf(draft, need.id, revision) });
    if (isRefused(saveTerms)) {
      document.getElementById('terms-problems')?.focus();
      return;
    }
    setRevision(saveTerms.revision);
    setOverwriting(false);
    tell(saveTerms.complete ? t('savedComplete') : t('savedIncomplete'));
  };

  return (
    <Page
      title={t('title')}
      crumbs={[
        [tc('menu.needs'), '/needs'],
        [need.title, `/needs/${need.id}`],
      ]}
    >
      <Beside writing>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <Stack>
            <div id="terms-problems" tabIndex={-1}>
              <Refusal
                refused={refused}
                onReload={() => {
                  setRevision(saved?.revision ?? null);
                  setOverwriting(true);
                  save.reset();
                }}
              />
            </div>
            {isLive ? null : <Notice>{t('ended')}</Notice>}
            {open > 0 ? (
              <Notice tone="warm" title={t('asksAgain', { count: open })}>
                <p>{t('asksAgainAbout')}</p>
              </Notice>
            ) : null}
            {isOverwriting && saved ? (
              <Card title={t('thereNow', { revision: saved.revision })}>
                <p>{t('thereNowAbout')}</p>
                <TermsFacts terms={saved.terms} />
              </Card>
            ) : null}
            <TermsForm
              draft={draft}
              onChange={setDraft}
              problemOf={(path) => problemAt(refused, path)}
              missing={missing}
            />
            <Row>
              <Button type="submit" look="primary" isPending={save.isPending} isDisabled={!isLive}>
                {t('save')}
              </Button>
            </Row>
          </Stack>
        </form>
        <Card title={t('state')}>
          {saved ? (
            <>
              <p role="status">
                {saved.complete ? (
                  <Badge tone="good">{t('complete')}</Badge>
                ) : (
                  t('missing.counted', { count: missing.size })
                )}
              </p>
              {missing.size > 0 ? (
                <ul>
                  {[...missing].map((path) => (
                    <li key={path}>
                      <Missing path={path} />
                    </li>
                  ))}
                </ul>
              ) : null}
              <p>
                {t('revision', {
                  revision: saved.revision,
                  at: format.moment(saved.savedAt),
                })}
              </p>
            </>
          ) : (
            <p role="status">{t('none')}</p>
          )}
          <p>{t('about')}</p>
        </Card>
      </Beside>
    </Page>
  );
}

/** The paths of `missing` that are no fields of their own. */
const PATHS = {
  'costs.fee': 'cost.fee',
  'costs.travel': 'cost.travel',
  'costs.insurance': 'cost.insurance',
  'costs.security': 'cost.security',
  'contactPerson.name': 'contact.name',
  'contactPerson.email': 'contact.email',
  purpose: 'field.purpose',
  role: 'field.role',
  mode: 'field.mode',
  support: 'field.support',
  engagement: 'field.engagement',
  startsOn: 'field.startsOn',
  endsOn: 'field.endsOn',
  percent: 'field.percent',
  territory: 'field.territory',
  workingLanguages: 'field.workingLanguages',
  host: 'field.host',
  securityArrangements: 'field.securityArrangements',
  reportingLine: 'field.reportingLine',
  confidentiality: 'field.confidentiality',
  riskNote: 'field.riskNote',
} as const;

function Missing({ path }: { readonly path: string }): ReactNode {
  const t = useT('console-terms');
  return path in PATHS ? t(PATHS[path as keyof typeof PATHS]) : path;
}
