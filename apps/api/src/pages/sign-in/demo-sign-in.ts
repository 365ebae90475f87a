import { APP_SETTINGS, type Settings } from '#config';
import { Database } from '#database';
import {
  deviceOf,
  InvalidCredentialsError,
  OneTimeLinks,
  SessionService,
  SignInService,
  type Client,
  type SignInStep,
  type Viewer,
} from '#identity';
import { Inject, Injectable } from '@nestjs/common';

const ROLES = ['administrator', 'coordinator', 'organizer', 'focal-point', 'mediator'] as const;

/** Somebody of the demo, as the sign-in page offers her. */
export interface DemoPerson {
  readonly email: string;
  readonly role: (typeof ROLES)[number];
}

/**
 * Signs the users of the demo in by one button, for people who try Baraza. It is part of the service in development
 * only (`api.module.ts`), and works for nobody but whose password is in the file that the demo's own loading wrote.
 */
@Injectable()
export class DemoSignIn {
  constructor(
    private readonly database: Database,
    private readonly signIn: SignInService,
    private readonly links: OneTimeLinks,
    private readonly sessions: SessionService,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'dataDirectory'>,
  ) {}

  /** Nobody where the demo was never loaded. */
  async users(): Promise<DemoPerson[]> {
    const users = await this.read();
    return users.flatMap(({ email }) => {
      const role = ROLES.find((each) => email.startsWith(each));
      return role ? [{ email, role }] : [];
    });
  }

  /**
   * Her password is verified as everybody's. A code of her authenticator is not asked for: it would work once in half
   * a minute, and who tries Baraza changes from one user to another and back.
   *
   * @throws InvalidCredentialsError for everybody else
   */
  async byButton(viewer: Viewer, client: Client, email: string): Promise<SignInStep> {
    const user = (await this.read()).find((each) => each.email === email);
    if (!user) throw new InvalidCredentialsError();
    const step = await this.signIn.byPassword(viewer, client, email, user.password);
    if (step.kind === 'signed-in') return step;
    const session = await this.database.transaction(async (tx) => {
      const { accountId } = await this.links.redeem(tx, 'second-factor', step.challenge);
      if (accountId === null) throw new InvalidCredentialsError();
      const device = deviceOf(client.userAgent);
      return this.sessions.begin(tx, viewer, { accountId, secondFactor: true, device });
    });
    return { kind: 'signed-in', tokens: await this.sessions.tokensOf(session) };
  }

  private async read() {
    // In production nothing of the demo is read, not even its code.
    const { readDemoUsers } = await import('#demo');
    return readDemoUsers(this.settings);
  }
}
