import { useState, type ReactNode } from 'react';
import { hasRole, useMe } from '../../frame/me.js';
import { useBulk, type Act } from '../../frame/bulk.js';
import { Progress, Results } from '../../frame/bulk-dialog.js';
import { OwnNetworkChoice, useOwnNetwork } from '../../frame/own-network.js';
import type { AccountRole, Locale as GraphLocale } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Empty, Notice } from '../../ui/feedback.js';
import { Choice, Line, Radios } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Card, Page, Row, Stack } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import { ChooseSeveral, TypeAhead, type Option } from '../../ui/type-ahead.js';
import { useOffers, type Offers } from '../../ui/use-offers.js';
import { LanguageOfMail } from './bulk-dialog.js';
import { AT_ONCE, inviting, invitingTo, MOST, type Member } from './bulk.js';
import {
  MembersByName,
  NetworksToInviteTo,
  NetworkToInviteTo,
  OrganizationsToInviteTo,
} from './members.graphql.js';
import { readPasted, type Pasted } from './pasted.js';

const ROLES = ['MEDIATOR', 'COORDINATOR', 'ORGANIZER', 'FOCAL_POINT', 'ADMINISTRATOR'] as const;
type Way = 'stated' | 'pasted';

/** Invites many at once: members to their own profiles, or people to a role. */
export default function InviteScreen(): ReactNode {
  const t = useT('console-members');
  const tc = useT('console');
  const me = useMe();
  const network = useOwnNetwork();
  const roles = ROLES.filter((one) =>
    one === 'MEDIATOR' ? network !== null : hasRole(me, ['ADMINISTRATOR']),
  );
  const [role, setRole] = useState<AccountRole>(roles[0] ?? 'MEDIATOR');
  const [way, setWay] = useState<Way>('stated');
  const [locale, setLocale] = useState<GraphLocale | ''>('');
  const [first] = roles;
  if (first === undefined) {
    return (
      <Page title={t('invite.title')}>
        <Empty title={t('noNetwork')} />
      </Page>
    );
  }
  return (
    <Page
      title={t('invite.title')}
      {...(network ? { crumbs: [[tc('menu.members'), `/members?network=${network.slug}`]] } : {})}
    >
      <Stack>
        <p>{t('invite.about')}</p>
        <div className={kit.filters}>
          {roles.length > 1 ? (
            <Choice
              label={t('invite.role')}
              value={role}
              options={roles.map((one) => [one, t(`role.${one}`)])}
              onChange={(one) => setRole(one || first)}
            />
          ) : null}
          {role === 'MEDIATOR' ? <OwnNetworkChoice /> : null}
        </div>
        <LanguageOfMail
          value={locale}
          onChange={setLocale}
          hers={role === 'MEDIATOR' && way === 'stated'}
        />
        {role === 'MEDIATOR' && network ? (
          <>
            <Radios
              label={t('invite.way')}
              value={way}
              options={[
                ['stated', t('invite.stated'), t('invite.statedAbout')],
                ['pasted', t('invite.pasted'), t('invite.pastedAbout')],
              ]}
              onChange={setWay}
            />
            {way === 'stated' ? (
              <AtStated key={network.slug} network={network.slug} locale={locale} />
            ) : (
              <AtPasted key={network.slug} network={network.slug} locale={locale} />
            )}
          </>
        ) : (
          <ToRole key={role} role={role} locale={locale} />
        )}
      </Stack>
    </Page>
  );
}

/** Members at the addresses that are stated of them, which nobody is shown. */
function AtStated({
  network,
  locale,
}: {
  readonly network: string;
  readonly locale: GraphLocale | '';
}): ReactNode {
  const t = useT('console-members');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<readonly Option[]>([]);
  const offers = useMembersByName(network, typed);
  return (
    <Sending
      rows={chosen.map(({ id, words }) => ({ id, name: words, state: 'DRAFT' }))}
      act={inviting(network, locale === '' ? null : locale)}
    >
      <ChooseSeveral
        label={t('invite.members')}
        hint={t('invite.membersHint')}
        typed={typed}
        onType={setTyped}
        {...offers}
        chosen={chosen}
        onChange={setChosen}
      />
    </Sending>
  );
}

/** Members at addresses that she has: whose each is must be said. */
function AtPasted({
  network,
  locale,
}: {
  readonly network: string;
  readonly locale: GraphLocale | '';
}): ReactNode {
  const t = useT('console-members');
  const [pasted, setPasted] = useState<readonly Pasted[]>([]);
  const [whose, setWhose] = useState<ReadonlyMap<string, Option>>(new Map());
  const query = useAsk(NetworkToInviteTo, { slug: network });
  const networkId = query.data?.network?.id;
  const ready = pasted.filter(({ email }) => whose.has(email));
  return (
    <Sending
      rows={ready.map(({ email }) => ({ id: email, name: email, state: 'DRAFT' }))}
      act={invitingTo((email) => ({
        email,
        role: 'MEDIATOR',
        locale: locale === '' ? null : locale,
        networkId: networkId ?? null,
        mediatorId: whose.get(email)?.id ?? null,
      }))}
    >
      <PasteField onRead={setPasted} />
      {pasted.length > MOST ? (
        <Notice tone="warm">{t('selected.tooMany', { count: pasted.length, most: MOST })}</Notice>
      ) : pasted.length > 0 ? (
        <Table
          caption={t('invite.whoseCounted', { count: pasted.length, known: ready.length })}
          rows={pasted}
          keyOf={({ email }) => email}
          columns={[
            {
              id: 'email',
              words: t('column.address'),
              names: true,
              cell: ({ email }) => <bdi>{email}</bdi>,
            },
            {
              id: 'whose',
              words: t('column.whose'),
              cell: ({ email, name }) => (
                <Whose
                  network={network}
                  label={t('invite.whose', { address: email })}
                  suggested={name}
                  chosen={whose.get(email) ?? null}
                  onChoose={(member) => {
                    const next = new Map(whose);
                    if (member) next.set(email, member);
                    else next.delete(email);
                    setWhose(next);
                  }}
                />
              ),
            },
          ]}
        />
      ) : null}
    </Sending>
  );
}

function Whose({
  network,
  label,
  suggested,
  chosen,
  onChoose,
}: {
  readonly network: string;
  readonly label: string;
  /** The name beside the address, which is looked for at first. */
  readonly suggested: string;
  readonly chosen: Option | null;
  readonly onChoose: (member: Option | null) => void;
}): ReactNode {
  const t = useT('console-members');
  // What stands beside the address counts, also while it is still being written, until she looks for somebody else.
  const [sought, setSought] = useState<string | null>(null);
  const typed = sought ?? suggested;
  const offers = useMembersByName(network, typed);
  if (chosen) {
    return (
      <Row>
        <bdi>{chosen.words}</bdi>
        <Button small onPress={() => onChoose(null)}>
          {t('invite.other')}
        </Button>
      </Row>
    );
  }
  const [only, second] = offers.options;
  return (
    <Stack>
      <TypeAhead label={label} typed={typed} onType={setSought} {...offers} onChoose={onChoose} />
      {only && !second ? (
        <Row>
          <Button small onPress={() => onChoose(only)}>
            {t('invite.isHer', { name: only.words })}
          </Button>
        </Row>
      ) : null}
    </Stack>
  );
}

/** People who get a role with their account. */
function ToRole({
  role,
  locale,
}: {
  readonly role: AccountRole;
  readonly locale: GraphLocale | '';
}): ReactNode {
  const t = useT('console-members');
  const tc = useT('console');
  const [pasted, setPasted] = useState<readonly Pasted[]>([]);
  const [networkId, setNetworkId] = useState('');
  const [typed, setTyped] = useState('');
  const [organization, setOrganization] = useState<Option | null>(null);
  const isOfNetwork = role === 'COORDINATOR';
  const isOfOrganization = role === 'ORGANIZER' || role === 'FOCAL_POINT';
  const networks = useAsk(NetworksToInviteTo, {}, { enabled: isOfNetwork });
  const { answer, ...offers } = useOffers(
    OrganizationsToInviteTo,
    typed,
    (search) => ({ search }),
    { enabled: isOfOrganization && organization === null },
  );
  const lacks = (isOfNetwork && networkId === '') || (isOfOrganization && organization === null);
  return (
    <Sending
      rows={
        lacks
          ? []
          : pasted.map(({ email }) => ({ id: email, name: email, state: 'DRAFT' as const }))
      }
      act={invitingTo((email) => ({
        email,
        role,
        locale: locale === '' ? null : locale,
        ...(isOfNetwork ? { networkId } : {}),
        ...(isOfOrganization ? { organizationId: organization?.id ?? null } : {}),
      }))}
    >
      {isOfNetwork ? (
        <Choice
          label={tc('choose.network')}
          value={networkId}
          none={t('invite.choose')}
          options={(networks.data?.networks.edges ?? []).map(({ node }) => [node.id, node.name])}
          onChange={setNetworkId}
          required
        />
      ) : null}
      {isOfOrganization ? (
        <>
          <TypeAhead
            label={t('invite.organization')}
            typed={typed}
            onType={(text) => {
              setTyped(text);
              if (text !== organization?.words) setOrganization(null);
            }}
            options={(answer?.organizations.edges ?? []).map(({ node }) => ({
              id: node.id,
              words: node.name,
            }))}
            {...offers}
            onChoose={(option) => {
              setOrganization(option);
              setTyped(option.words);
            }}
            required
          />
          {organization ? (
            <p role="status">{t('invite.toOrganization', { name: organization.words })}</p>
          ) : null}
        </>
      ) : null}
      <PasteField onRead={setPasted} />
    </Sending>
  );
}

/** Where addresses are pasted; says how many it understood, and what it did not. */
function PasteField({
  onRead,
}: {
  readonly onRead: (pasted: readonly Pasted[]) => void;
}): ReactNode {
  const t = useT('console-members');
  const [text, setText] = useState('');
  const { found, unread } = readPasted(text);
  return (
    <>
      <Line
        label={t('invite.addresses')}
        hint={t('invite.addressesHint')}
        value={text}
        onChange={(next) => {
          setText(next);
          onRead(readPasted(next).found);
        }}
        long
        problem={unread.length > 0 ? t('invite.unread', { lines: unread.join(' · ') }) : undefined}
      />
      <p role="status" className={kit.hint}>
        {t('invite.read', { count: found.length })}
      </p>
    </>
  );
}

/** What is to be sent, the button that sends it, and what became of each. */
function Sending({
  rows,
  act,
  children,
}: {
  readonly rows: readonly Member[];
  readonly act: Act<Member>;
  readonly children: ReactNode;
}): ReactNode {
  const t = useT('console-members');
  const bulk = useBulk<Member>(AT_ONCE);
  if (bulk.outcomes.length > 0 && bulk.progress === null) {
    return (
      <Card title={t('invite.result')}>
        <Results outcomes={bulk.outcomes} error={bulk.error} onRetry={() => void bulk.retry()} />
        <Row>
          <LinkButton to="/members">{t('invite.toMembers')}</LinkButton>
        </Row>
      </Card>
    );
  }
  const tooMany = rows.length > MOST;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void bulk.run(rows, act);
      }}
    >
      <Stack>
        {children}
        {tooMany ? (
          <Notice tone="warm">{t('selected.tooMany', { count: rows.length, most: MOST })}</Notice>
        ) : null}
        {bulk.progress ? <Progress progress={bulk.progress} label={t('invite.title')} /> : null}
        <Row>
          <Button
            type="submit"
            look="primary"
            isDisabled={rows.length === 0 || tooMany}
            isPending={bulk.progress !== null}
          >
            {t('invite.send', { count: rows.length })}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

function useMembersByName(
  network: string,
  typed: string,
): Offers & { readonly options: readonly Option[] } {
  const { answer, ...rest } = useOffers(MembersByName, typed, (name) => ({ network, name }), {
    forget: true,
  });
  const options = (answer?.findProfiles.edges ?? []).map(
    ({ node: { id, fullName, displayName } }) => ({
      id,
      words: fullName,
      ...(displayName === fullName ? {} : { about: displayName }),
    }),
  );
  return { options, ...rest };
}
