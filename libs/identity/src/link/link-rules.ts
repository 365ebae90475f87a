import type { LinkPurpose } from './one-time-link.entity.js';

/** What ends a link, besides its time. */
export interface LinkRule {
  /** Whether it does one thing once, or works until what it is about is over. */
  readonly works: 'once' | 'until it is over';
  /** Whether it ends when mails and messages to the mediator go elsewhere than it was sent. */
  readonly boundToAddress: boolean;
  /** Whether it ends when the mediator has an account: then she signs in. */
  readonly endsWithAccount: boolean;
  /** What else ends it, for docs/links.md. */
  readonly alsoEnds: string;
}

/** Links to an account: it has its own address, which does not change. */
const OF_ACCOUNT = { works: 'once', boundToAddress: false, endsWithAccount: false } as const;
/** Links to a mediator without an account. */
const OF_HER = { works: 'until it is over', boundToAddress: true, endsWithAccount: true } as const;
/** Links that are sent to a mediator with an account, too. */
const ONCE_OF_HER = { works: 'once', boundToAddress: true, endsWithAccount: false } as const;

/** One rule for each kind of link; `OneTimeLinks` keeps those about addresses and accounts at every use. */
export const LINK_RULES: Readonly<Record<LinkPurpose, LinkRule>> = {
  invitation: {
    ...ONCE_OF_HER,
    endsWithAccount: true,
    alsoEnds: 'the invitation is revoked; her network no longer lists her',
  },
  'verify-email': { ...OF_ACCOUNT, alsoEnds: 'an account of the address is made another way' },
  'password-reset': {
    ...OF_ACCOUNT,
    alsoEnds: 'a newer link is asked for; the password is set; the account is suspended',
  },
  'sign-in': {
    ...OF_ACCOUNT,
    alsoEnds: 'a newer link is asked for; she gets another role; the account is suspended',
  },
  'second-factor': {
    ...OF_ACCOUNT,
    alsoEnds: 'the password or the second factor is changed; the account is suspended',
  },
  'confirm-profile': { ...ONCE_OF_HER, alsoEnds: 'her profile can no longer be confirmed' },
  introduction: {
    ...OF_HER,
    alsoEnds: 'the introduction ends with nothing released; she makes the link useless',
  },
  'check-in': { ...ONCE_OF_HER, alsoEnds: 'she checks in, however; her work ends' },
  feedback: { ...OF_HER, alsoEnds: 'she makes the link useless' },
  'second-place': { ...OF_HER, alsoEnds: 'she makes the link useless' },
  breach: { ...OF_HER, alsoEnds: 'she makes the link useless' },
  correction: { ...OF_HER, alsoEnds: 'the question is answered; she makes the link useless' },
};
