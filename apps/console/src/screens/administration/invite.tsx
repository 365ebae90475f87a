import { useState, type ReactNode } from 'react';
import { problemAt } from '../../graph/refusal.js';
import type { AccountRole, Locale as MailLanguage } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { LOCALE_NAMES, LOCALES, useLocale } from '../../i18n/locale.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Choice, Line } from '../../ui/fields.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { TypeAhead, type Option } from '../../ui/type-ahead.js';
import { useOffers } from '../../ui/use-offers.js';
import { InvitePerson, NetworkChoiceOfAll, OrganizationChoice } from './administration.graphql.js';

/** Mediators are invited from their profiles. */
const INVITED: readonly AccountRole[] = [
  'COORDINATOR',
  'ORGANIZER',
  'FOCAL_POINT',
  'ADMINISTRATOR',
];

/** Invites somebody by mail to a role. */
export function Invite(): ReactNode {
  const t = useT('console-administration');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" onPress={() => setOpen(true)}>
        {t('invite')}
      </Button>
      {isOpen ? <Form onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Form({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT('console-administration');
  const tc = useT('console');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<AccountRole>('COORDINATOR');
  const [locale, setLocale] = useState(useLocale());
  const [networkId, setNetworkId] = useState('');
  const [organization, setOrganization] = useState<Option | null>(null);
  const { data } = useAsk(NetworkChoiceOfAll, {}, { enabled: role === 'COORDINATOR' });
  const isOfOrganization = role === 'ORGANIZER' || role === 'FOCAL_POINT';
  return (
    <StepDialog
      title={t('invite')}
      action={t('sendInvitation')}
      change={useChange(InvitePerson)}
      variables={() => ({
        input: {
          email: email.trim(),
          role,
          locale: locale.toUpperCase() as MailLanguage,
          ...(role === 'COORDINATOR' && networkId !== '' ? { networkId } : {}),
          ...(isOfOrganization && organization ? { organizationId: organization.id } : {}),
        },
      })}
      done={t('invited')}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <Line
            label={t('email')}
            type="email"
            value={email}
            onChange={setEmail}
            required
            maxLength={254}
            problem={problemAt(refused, 'email')}
          />
          <Choice
            label={t('role')}
            value={role}
            options={INVITED.map((one) => [one, t(`role.${one}`)])}
            onChange={(chosen) => setRole(chosen || 'COORDINATOR')}
          />
          {role === 'COORDINATOR' ? (
            <Choice
              label={tc('choose.network')}
              none={t('chooseNetwork')}
              value={networkId}
              options={(data?.networks.edges ?? []).map(({ node }) => [node.id, node.name])}
              onChange={setNetworkId}
              problem={problemAt(refused, 'networkId')}
            />
          ) : null}
          {isOfOrganization ? (
            <OrganizationField
              chosen={organization}
              onChoose={setOrganization}
              problem={problemAt(refused, 'organizationId')}
            />
          ) : null}
          <Choice
            label={t('mailLanguage')}
            value={locale}
            options={LOCALES.map((one) => [one, LOCALE_NAMES[one]])}
            onChange={(chosen) => setLocale(chosen || 'en')}
          />
        </>
      )}
    </StepDialog>
  );
}

function OrganizationField({
  chosen,
  onChoose,
  problem,
}: {
  readonly chosen: Option | null;
  readonly onChoose: (chosen: Option | null) => void;
  readonly problem: string | undefined;
}): ReactNode {
  const t = useT('console-administration');
  const [typed, setTyped] = useState('');
  const { answer, ...offers } = useOffers(OrganizationChoice, typed, (search) => ({ search }), {
    enabled: chosen === null,
  });
  return (
    <TypeAhead
      label={t('organization')}
      problem={problem}
      typed={chosen?.words ?? typed}
      onType={(text) => {
        onChoose(null);
        setTyped(text);
      }}
      options={(answer?.organizations.edges ?? []).map(({ node }) => ({
        id: node.id,
        words: node.name,
        about: t(`organizationState.${node.state}`),
      }))}
      onChoose={onChoose}
      {...offers}
    />
  );
}
