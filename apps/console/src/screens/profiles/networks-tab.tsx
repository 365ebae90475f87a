import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type { HeadOfProfileFragment } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Badge, Failure, Notice, Refusal } from '../../ui/feedback.js';
import { Line, Radios } from '../../ui/fields.js';
import { Card, Row, Stack } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import css from './profiles.module.css';
import { EndAffiliation, InviteMediator, InviteMember } from './profiles.graphql.js';
import { useOwnListings } from './use-own.js';

type Network = HeadOfProfileFragment['affiliations'][number]['network'];

/** The networks that list her, the end of a membership, and her invitation to her own pages. */
export function NetworksTab({ profile }: { readonly profile: HeadOfProfileFragment }): ReactNode {
  const t = useT('console-profiles');
  const format = useFormat();
  const own = useOwnListings(profile);
  const [ending, setEnding] = useState<Network | null>(null);
  return (
    <Stack>
      <Card title={t('networks.title')}>
        <ul className={css.entries}>
          {profile.affiliations.map(({ network, role, since }) => (
            <li key={network.slug}>
              <strong>
                <bdi>{network.name}</bdi>
              </strong>{' '}
              <Badge>{t(`networkRole.${role}`)}</Badge>{' '}
              {since ? t('networks.since', { day: format.day(since) }) : null}
              {own.some(({ slug }) => slug === network.slug) ? (
                <>
                  {' '}
                  <Button
                    small
                    look="danger"
                    aria-label={t('networks.endLabel', { network: network.name })}
                    onPress={() => setEnding(network)}
                  >
                    {t('networks.end')}
                  </Button>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      </Card>
      {own[0] ? <Invite profile={profile} network={own[0]} /> : null}
      {ending ? (
        <End
          key={ending.slug}
          profile={profile}
          network={ending}
          isLast={profile.affiliations.length === 1}
          onClose={() => setEnding(null)}
        />
      ) : null}
    </Stack>
  );
}

function End({
  profile,
  network,
  isLast,
  onClose,
}: {
  readonly profile: HeadOfProfileFragment;
  readonly network: Network;
  readonly isLast: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-profiles');
  const [, go] = useLocation();
  return (
    <StepDialog
      title={t('networks.endOf', { network: network.name })}
      action={t('networks.end')}
      look="danger"
      change={useChange(EndAffiliation)}
      variables={() => ({ id: profile.id, network: network.slug })}
      done={t('networks.ended', { network: network.name })}
      onClose={onClose}
      onDone={({ endAffiliation: ended }) => {
        if (!isRefused(ended) && !ended.profile) go('/members');
      }}
    >
      <p>{t('networks.consequence', { network: network.name })}</p>
      {isLast ? <p>{t('networks.last')}</p> : null}
    </StepDialog>
  );
}

function Invite({
  profile,
  network,
}: {
  readonly profile: HeadOfProfileFragment;
  readonly network: Network;
}): ReactNode {
  const t = useT('console-profiles');
  const format = useFormat();
  const [way, setWay] = useState<'stated' | 'other'>('stated');
  const [email, setEmail] = useState('');
  const [asked, setAsked] = useState(false);
  const member = useChange(InviteMember);
  const other = useChange(InviteMediator, { forget: true });
  const outcome =
    way === 'stated'
      ? member.data?.inviteMembers.__typename === 'InvitationOutcomes'
        ? member.data.inviteMembers.outcomes[0]?.result
        : member.data?.inviteMembers
      : other.data?.inviteUser;
  const refused = refusalOf(outcome);
  const sent = outcome?.__typename === 'Invitation' ? outcome : null;
  const failed = way === 'stated' ? member.error : other.error;
  const send = (): void => {
    setAsked(true);
    if (way === 'stated') {
      member.mutate({ ids: [profile.id], network: network.slug });
    } else if (email.trim() !== '') {
      other.mutate({
        input: {
          email: email.trim(),
          role: 'MEDIATOR',
          mediatorId: profile.id,
          networkId: network.id,
        },
      });
    }
  };
  return (
    <Card title={t('invite.title')}>
      <p>{t('invite.about')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack>
          <Radios
            label={t('invite.to')}
            value={way}
            options={(['stated', 'other'] as const).map(
              (one) => [one, t(`invite.${one}`)] as const,
            )}
            onChange={setWay}
          />
          {way === 'other' ? (
            <Line
              label={t('invite.email')}
              type="email"
              value={email}
              onChange={setEmail}
              maxLength={254}
              required
              problem={
                asked && email.trim() === ''
                  ? t('invite.emailMissing')
                  : (problemAt(refused, 'email') ?? undefined)
              }
            />
          ) : null}
          <Refusal refused={refused} />
          {failed ? <Failure error={failed} /> : null}
          {sent ? (
            <Notice tone="good">{t('invite.sent', { when: format.moment(sent.expiresAt) })}</Notice>
          ) : null}
          <Row>
            <Button type="submit" isPending={member.isPending || other.isPending}>
              {t('invite.send')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}
