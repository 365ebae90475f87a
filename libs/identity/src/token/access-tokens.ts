import { Inject, Injectable } from '@nestjs/common';
import { APP_SETTINGS, type Settings } from '#config';
import { jwtVerify, SignJWT } from 'jose';
import { InvalidTokenError } from '../errors.js';
import { isUuid } from '../uuid.js';
import { SIGNING_ALGORITHM, SigningKeys } from './signing-keys.js';

/** Whom the tokens are for: this service and no other of the same issuer. */
const AUDIENCE = 'baraza-api';
/** RFC 9068: a token of another kind is never taken for an access token. */
const TYPE = 'at+jwt';

export interface AccessClaims {
  readonly accountId: string;
  readonly sessionId: string;
}

/** Short tokens that say who asks. What she may do is not in them: that is read with each request. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly keys: SigningKeys,
    @Inject(APP_SETTINGS)
    private readonly settings: Pick<Settings, 'publicUrl' | 'accessTokenMinutes'>,
  ) {}

  /** How long a token lasts. */
  get seconds(): number {
    return this.settings.accessTokenMinutes * 60;
  }

  async issue({ accountId, sessionId }: AccessClaims): Promise<string> {
    const { kid, key } = await this.keys.signer();
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid, typ: TYPE })
      .setIssuer(this.settings.publicUrl)
      .setAudience(AUDIENCE)
      .setSubject(accountId)
      .setIssuedAt(now)
      .setExpirationTime(now + this.seconds)
      .sign(key);
  }

  /** What a token says, with the key that signed it. @throws InvalidTokenError whatever is wrong with it. */
  async read(token: string): Promise<AccessClaims & { readonly kid: string }> {
    try {
      const { payload, protectedHeader } = await jwtVerify(
        token,
        async ({ kid }) => {
          const key = isUuid(kid) ? await this.keys.verifier(kid) : null;
          if (!key) throw new InvalidTokenError();
          return key;
        },
        {
          algorithms: [SIGNING_ALGORITHM],
          typ: TYPE,
          issuer: this.settings.publicUrl,
          audience: AUDIENCE,
          requiredClaims: ['exp', 'iat', 'sub', 'sid'],
        },
      );
      const { sub, sid } = payload;
      const { kid } = protectedHeader;
      if (isUuid(sub) && isUuid(sid) && isUuid(kid)) return { accountId: sub, sessionId: sid, kid };
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
    throw new InvalidTokenError();
  }
}

/** What jose throws of a token it does not take; anything else, such as a database that is away, is not the token's fault. */
function isRefusal(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return (
    error instanceof InvalidTokenError || (typeof code === 'string' && code.startsWith('ERR_J'))
  );
}
