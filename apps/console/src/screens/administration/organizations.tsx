import { useState, type ReactNode } from 'react';
import { isRefused, refusalOf } from '../../graph/refusal.js';
import type { OrganizationsQuery, OrganizationState } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge, Empty, Refusal, type Tone } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Page, Row } from '../../ui/page.js';
import { usePage, useParam } from '../../ui/params.js';
import { SearchLine } from '../../ui/search-line.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { PagedTable } from '../../ui/table.js';
import { useTell } from '../../ui/toast.js';
import {
  Organizations,
  SuspendOrganization,
  VerifyOrganization,
} from './administration.graphql.js';

type Organization = OrganizationsQuery['organizations']['edges'][number]['node'];

const STATES: readonly OrganizationState[] = ['PENDING', 'VERIFIED', 'SUSPENDED'];
const TONES: Readonly<Record<OrganizationState, Tone>> = {
  PENDING: 'warm',
  VERIFIED: 'good',
  SUSPENDED: 'danger',
};

/** Organizations, those first that wait to be verified if she asks for them. */
export default function OrganizationsScreen(): ReactNode {
  const t = useT('console-administration');
  const tc = useT('console');
  const tell = useTell();
  const [search, setSearch] = useParam('q');
  const [state, setState] = useParam('state');
  const page = usePage(50);
  const states = STATES.filter((one) => one === state);
  const query = useAsk(
    Organizations,
    { ...page, search: search || null, states: states.length > 0 ? states : null },
    { keepPrevious: true },
  );
  const verify = useChange(VerifyOrganization);
  const accept = async ({ id, name }: Organization): Promise<void> => {
    const { verifyOrganization } = await verify.mutateAsync({ id });
    if (!isRefused(verifyOrganization)) tell(t('organizationVerified', { name }));
  };
  const [suspending, setSuspending] = useState<Organization | null>(null);
  return (
    <Page title={tc('menu.organizations')}>
      <div className={kit.filters}>
        <SearchLine label={t('search')} value={search} onSearch={setSearch} />
        <Choice
          label={t('state')}
          none={tc('list.all')}
          value={states[0] ?? ''}
          options={STATES.map((one) => [one, t(`organizationState.${one}`)])}
          onChange={setState}
        />
      </div>
      <Refusal refused={refusalOf(verify.data?.verifyOrganization)} />
      <Answered query={query}>
        {({ organizations }) => (
          <PagedTable
            found={organizations}
            none={<Empty title={tc('list.noMatch')} />}
            caption={t('organizations.counted', { count: organizations.totalCount })}
            columns={[
              {
                id: 'name',
                words: t('name'),
                names: true,
                cell: ({ name }) => <bdi>{name}</bdi>,
              },
              {
                id: 'kind',
                words: t('kind'),
                cell: ({ kind }) => t(`organizationKind.${kind}`),
              },
              { id: 'country', words: t('country'), cell: ({ country }) => country },
              {
                id: 'state',
                words: t('state'),
                cell: (one) => (
                  <Badge tone={TONES[one.state]}>{t(`organizationState.${one.state}`)}</Badge>
                ),
              },
              {
                id: 'steps',
                words: t('steps'),
                cell: (one) => (
                  <Row>
                    {one.state === 'VERIFIED' ? null : (
                      <Button
                        small
                        look="primary"
                        aria-label={t('verifyOf', { name: one.name })}
                        onPress={() => void accept(one)}
                      >
                        {t('verify')}
                      </Button>
                    )}
                    {one.state === 'SUSPENDED' ? null : (
                      <Button
                        small
                        look="danger"
                        aria-label={t('suspendOf', { name: one.name })}
                        onPress={() => setSuspending(one)}
                      >
                        {t('suspend')}
                      </Button>
                    )}
                  </Row>
                ),
              },
            ]}
          />
        )}
      </Answered>
      {suspending ? (
        <Suspend organization={suspending} onClose={() => setSuspending(null)} />
      ) : null}
    </Page>
  );
}

function Suspend({
  organization: { id, name },
  onClose,
}: {
  readonly organization: Organization;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-administration');
  return (
    <StepDialog
      title={t('suspendOf', { name })}
      action={t('suspend')}
      look="danger"
      change={useChange(SuspendOrganization)}
      variables={() => ({ id })}
      done={t('organizationSuspended', { name })}
      onClose={onClose}
    >
      <p>{t('suspendOrganizationAbout')}</p>
    </StepDialog>
  );
}
