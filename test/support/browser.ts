import type { Answer, TestApi } from './api.js';

/** What every payload or refusal of a mutation may hold. */
export interface Outcome {
  readonly __typename: string;
  readonly message?: string;
  readonly seconds?: number;
  readonly fields?: readonly { path: string; code: string; message: string }[];
  readonly accessToken?: string;
  readonly expiresIn?: number;
  readonly challenge?: string;
  readonly codes?: readonly string[];
  readonly secret?: string;
  readonly token?: string;
  readonly id?: string;
}

const REFUSALS = `... on ValidationError { fields { path code message } }
  ... on NotPermitted { message signedIn } ... on NotFound { message }
  ... on InvalidState { message } ... on Conflict { message }`;
const GUESSED = `... on InvalidCredentials { message } ... on TooManyAttempts { message seconds }`;

export const OUTCOMES = {
  done: `{ __typename ... on Done { message } ${GUESSED} ${REFUSALS} }`,
  signIn: `{ __typename ... on SignedIn { accessToken expiresIn } ... on SecondFactorRequired { challenge }
    ${GUESSED} ${REFUSALS} }`,
  signedIn: `{ __typename ... on SignedIn { accessToken expiresIn } ${GUESSED} ${REFUSALS} }`,
  enrolment: `{ __typename ... on TotpEnrolment { secret uri qrCode } ${GUESSED} ${REFUSALS} }`,
  codes: `{ __typename ... on RecoveryCodes { codes } ${GUESSED} ${REFUSALS} }`,
  invitation: `{ __typename ... on Invitation { id email role state } ${REFUSALS} }`,
  accepted: `{ __typename ... on InvitationAccepted { role } ${GUESSED} ${REFUSALS} }`,
  organization: `{ __typename ... on Organization { id state } ${REFUSALS} }`,
  serviceAccount: `{ __typename ... on ServiceAccount { id revokedAt } ${REFUSALS} }`,
  webhook: `{ __typename ... on Webhook { id state } ${REFUSALS} }`,
  webhookRemoved: `{ __typename ... on WebhookRemoved { webhookId } ${REFUSALS} }`,
  webhookWithSecret: `{ __typename ... on WebhookWithSecret { secret webhook { id state } } ${REFUSALS} }`,
  serviceAccountCreated: `{ __typename
    ... on ServiceAccountCreated { token serviceAccount { id name scopes lastUsedOn } } ${REFUSALS} }`,
} as const;

/** From where she asks, and what her browser adds. */
export interface From {
  readonly headers?: Readonly<Record<string, string>>;
  readonly remoteAddress?: string;
}

/** A person at a browser: keeps the cookie, sends the access token that she was given last. */
export class Browser {
  cookie: string | null = null;
  /** What it keeps of having signed in before. */
  device: string | null = null;
  token: string | null = null;
  /** Of the last answer. */
  status = 0;
  setCookie: string | null = null;

  constructor(
    private readonly api: Pick<TestApi, 'app'>,
    private readonly more: From = {},
  ) {}

  async ask<T = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Answer<T>> {
    const response = await this.api.app.inject({
      method: 'POST',
      url: '/graphql',
      ...this.more,
      headers: {
        'content-type': 'application/json',
        ...(this.cookie || this.device
          ? { cookie: [this.cookie, this.device].filter(Boolean).join('; ') }
          : {}),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...this.more.headers,
      },
      payload: JSON.stringify({ query, variables }),
    });
    this.status = response.statusCode;
    const header = response.headers['set-cookie'];
    const cookies = [header].flat().filter((value) => value !== undefined);
    const device = cookies.find((value) => DEVICE.test(value));
    if (device !== undefined) this.device = kept(device);
    this.setCookie = cookies.find((value) => !DEVICE.test(value)) ?? null;
    if (this.setCookie) this.cookie = kept(this.setCookie);
    return response.json();
  }

  /** One mutation with its arguments as variables; gives its outcome and takes an access token that is in it. */
  async do(
    mutation: string,
    outcome: keyof typeof OUTCOMES,
    variables: Readonly<Record<string, readonly [type: string, value: unknown]>> = {},
  ): Promise<Outcome> {
    const names = Object.keys(variables);
    const declared = Object.entries(variables).map(([name, [type]]) => `$${name}: ${type}`);
    const head = names.length === 0 ? '' : `(${declared.join(', ')})`;
    const call = names.length === 0 ? '' : `(${names.map((n) => `${n}: $${n}`).join(', ')})`;
    const values = Object.fromEntries(Object.entries(variables).map(([n, [, v]]) => [n, v]));
    const answer = await this.ask<Record<string, Outcome>>(
      `mutation ${head} { ${mutation}${call} ${OUTCOMES[outcome]} }`,
      values,
    );
    const found = answer.data?.[mutation];
    if (!found) throw new Error(`${mutation}: ${JSON.stringify(answer.errors)}`);
    if (found.accessToken !== undefined) this.token = found.accessToken;
    return found;
  }

  async signIn(email: string, password: string): Promise<Outcome> {
    return this.do('signIn', 'signIn', {
      email: ['String!', email],
      password: ['String!', password],
    });
  }

  async answer(challenge: string | undefined, code: string): Promise<Outcome> {
    return this.do('answerSecondFactor', 'signedIn', {
      challenge: ['String!', challenge],
      code: ['String!', code],
    });
  }

  async refresh(): Promise<Outcome> {
    return this.do('refreshSession', 'signedIn');
  }

  /** Whether her token is good, and for what: her roles, or the code of the refusal. */
  async whoAmI(): Promise<string> {
    const { data, errors } = await this.ask<{ me: Me | null }>(
      '{ me { secondFactorMissing vetted account { email roles { role } } } }',
    );
    if (errors) return errors[0]?.extensions?.code ?? 'error';
    if (!data?.me) return 'nobody';
    const { account, secondFactorMissing, vetted } = data.me;
    const roles = account.roles.map(({ role }) => role).join(' ');
    return `${roles}${vetted ? ', vetted' : ''}${secondFactorMissing ? ', second factor missing' : ''}`;
  }
}

const DEVICE = /^(__Host-)?baraza_device=/;

interface Me {
  readonly secondFactorMissing: boolean;
  readonly vetted: boolean;
  readonly account: {
    readonly email: string;
    readonly roles: readonly { readonly role: string }[];
  };
}

/** The cookie as it is sent back; null where the answer takes it away. */
function kept(setCookie: string): string | null {
  const [pair = ''] = setCookie.split(';');
  return pair.endsWith('=') ? null : pair;
}
