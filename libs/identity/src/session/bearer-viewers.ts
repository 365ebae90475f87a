import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { InvalidTokenError } from '../errors.js';
import { tokenHash } from '../secret-token.js';
import { SERVICE_TOKEN_PREFIX } from '../service-account/service-account.service.js';
import { AccessTokens } from '../token/access-tokens.js';
import { PUBLIC_VIEWER, type Viewer } from '../viewer.js';
import type { ViewerSource } from '../viewer-source.js';
import { selectSignedIn } from './signed-in.js';
import { toProgramViewer, toViewer, type Program, type SignedIn } from './to-viewer.js';

/** A key that was taken away signs for nobody. */
const PERSON = selectSignedIn(`s.id = $1 AND a.id = $2
  AND EXISTS (SELECT FROM signing_key k WHERE k.id = $3 AND (k.accepted_until IS NULL OR k.accepted_until > now()))`);

/** Notes the day too, once a day. */
const PROGRAM = `
WITH program AS (
  SELECT id, scopes, network_ids, last_used_on FROM service_account
  WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > now()
), noted AS (
  UPDATE service_account s SET last_used_on = (now() AT TIME ZONE 'UTC')::date FROM program p
  WHERE s.id = p.id AND p.last_used_on IS DISTINCT FROM (now() AT TIME ZONE 'UTC')::date
)
SELECT id, scopes, network_ids AS "networkIds" FROM program`;

/** Knows people by their access tokens and programs by their own, in one statement for each request. */
@Injectable()
export class BearerViewers implements ViewerSource {
  constructor(
    private readonly database: Database,
    private readonly tokens: AccessTokens,
  ) {}

  async viewerOf(authorization: string | undefined, requestId: string): Promise<Viewer> {
    if (authorization === undefined) return { ...PUBLIC_VIEWER, requestId };
    const [, token] = /^Bearer ([\w.-]+)$/i.exec(authorization) ?? [];
    if (token === undefined) throw new InvalidTokenError();
    return token.startsWith(SERVICE_TOKEN_PREFIX)
      ? this.program(token, requestId)
      : this.person(token, requestId);
  }

  private async person(token: string, requestId: string): Promise<Viewer> {
    const { sessionId, accountId, kid } = await this.tokens.read(token);
    const [person] = await this.database.query<SignedIn>(PERSON, [sessionId, accountId, kid]);
    if (!person) throw new InvalidTokenError();
    return toViewer(person, requestId);
  }

  private async program(token: string, requestId: string): Promise<Viewer> {
    const [program] = await this.database.query<Program>(PROGRAM, [tokenHash(token)]);
    if (!program) throw new InvalidTokenError();
    return toProgramViewer(program, requestId);
  }
}
