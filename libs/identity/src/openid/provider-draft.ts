import { isMailAddress } from '#config';
import { characterCount, type InputProblem, type ProblemCode, throwIfProblems } from '#kernel';
import { refusal, type Refusal, type Sentence } from '#messages';

/** What the issuer calls what we need to know of a person. */
export interface ClaimNames {
  readonly email: string;
  /** True where the issuer has made sure that the address is hers. */
  readonly emailVerified: string;
  readonly name: string;
  /** Where one issuer serves many organizations: the claim that tells them apart, and its value for this one. */
  readonly tenant: { readonly claim: string; readonly value: string } | null;
}

/** A sign-in service as an administrator describes it. */
export interface ProviderDraft {
  readonly organizationId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly domains: readonly string[];
  readonly claims?: Partial<ClaimNames>;
}

/** A draft that has been checked, with its domains in small letters. */
export interface CheckedProvider extends ProviderDraft {
  readonly claims: ClaimNames;
}

/** As OpenID Connect Core calls them. */
const STANDARD: ClaimNames = {
  email: 'email',
  emailVerified: 'email_verified',
  name: 'name',
  tenant: null,
};

/** Anyone can have an address there, so no organization vouches for them. */
const ANYONES: ReadonlySet<string> = new Set([
  'aol.com',
  'gmail.com',
  'gmx.com',
  'gmx.net',
  'googlemail.com',
  'hotmail.com',
  'icloud.com',
  'live.com',
  'mail.com',
  'mail.ru',
  'outlook.com',
  'proton.me',
  'protonmail.com',
  'yahoo.com',
  'yahoo.fr',
  'yandex.ru',
]);

const LONGEST = 2_000;
const MOST_DOMAINS = 20;

/** @throws InvalidInputError with every problem at once. */
export function checkProvider(draft: ProviderDraft, allowHttp: boolean): CheckedProvider {
  const problems: InputProblem[] = [];
  const add = (path: string, code: ProblemCode, message: Sentence): void => {
    problems.push({ path, code, message });
  };
  const domains = [...new Set(draft.domains.map((domain) => domain.trim().toLowerCase()))];
  if (domains.length === 0) add('domains', 'MISSING', refusal('openid.oneDomain'));
  if (domains.length > MOST_DOMAINS) {
    add('domains', 'TOO_MANY', refusal('openid.mostDomains', { most: MOST_DOMAINS }));
  }
  domains.forEach((domain, i) => {
    if (!domain.includes('.') || !isMailAddress(`a@${domain}`)) {
      add(`domains.${i}`, 'MALFORMED', refusal('openid.noDomain'));
    } else if (ANYONES.has(domain)) {
      add(`domains.${i}`, 'NOT_PERMITTED', refusal('openid.anyone'));
    }
  });
  const reason = wrongIssuer(draft.issuer, allowHttp);
  if (reason) add('issuer', 'MALFORMED', reason);
  const claims = { ...STANDARD, ...draft.claims };
  const texts = {
    clientId: draft.clientId,
    clientSecret: draft.clientSecret,
    'claims.email': claims.email,
    'claims.emailVerified': claims.emailVerified,
    'claims.name': claims.name,
    'claims.tenant.claim': claims.tenant?.claim ?? 'none',
    'claims.tenant.value': claims.tenant?.value ?? 'none',
  };
  for (const [path, text] of Object.entries(texts)) {
    if (text.trim() === '') add(path, 'MISSING', refusal('text.notEmpty'));
    if (characterCount(text) > LONGEST)
      add(path, 'TOO_LONG', refusal('text.useAtMost', { most: LONGEST }));
  }
  throwIfProblems(problems);
  return { ...draft, domains, claims };
}

/** Why an address cannot be an issuer's; null where it can. In the clear it is only this machine, to develop. */
export function wrongIssuer(issuer: string, allowHttp: boolean): Refusal | null {
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  if (!url || issuer.length > LONGEST) return refusal('openid.notAnAddress');
  if (url.username || url.password || url.search || url.hash) {
    return refusal('openid.plainIssuer');
  }
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && allowHttp && local)) return null;
  return refusal('openid.httpsIssuer');
}
