import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { tokenHash } from '../secret-token.js';
import type { Viewer } from '../viewer.js';
import { selectSignedIn } from './signed-in.js';
import { toViewer, type SignedIn } from './to-viewer.js';

/** Pages are read on telephones that lie about: whoever does nothing for so long has to sign in again. */
const IDLE_MINUTES = 60;

const PERSON = selectSignedIn(`s.last_used_at > now() - $2 * interval '1 minute'
  AND EXISTS (SELECT FROM refresh_token t WHERE t.session_id = s.id AND t.hash = $1 AND t.used_at IS NULL)`);

/** Once a minute is exact enough, and spares a write with each page. */
const NOTE_USE = `
UPDATE session SET last_used_at = now() WHERE id = $1 AND last_used_at < now() - interval '1 minute'`;

/**
 * Knows the readers of pages by the refresh token of their session, which pages keep in a cookie and never
 * exchange: two tabs may send it at once. One that was exchanged elsewhere was taken from that cookie, and
 * opens no page any more.
 */
@Injectable()
export class PageViewers {
  constructor(private readonly database: Database) {}

  /** Who has this token; null where it is none of ours, has ended, or was not used for too long. */
  async viewerOf(refreshToken: string, requestId: string): Promise<Viewer | null> {
    const parameters = [tokenHash(refreshToken), IDLE_MINUTES];
    const [person] = await this.database.query<SignedIn>(PERSON, parameters);
    if (!person) return null;
    await this.database.query(NOTE_USE, [person.sessionId]);
    return toViewer(person, requestId);
  }
}
