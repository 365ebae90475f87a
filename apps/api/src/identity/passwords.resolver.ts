import { LinkRequestService, PasswordService } from '#identity';
import { Args, Context as Ctx, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { Done, done, DoneResult } from './done.type.js';
import { ChangePasswordArgs, EmailArgs, PasswordByLinkArgs } from './sign-in.args.js';

/** The same whether or not there is such an account. */
const PERHAPS = 'If there is such an account, a link is on its way to it.';

@Resolver(() => Done)
export class PasswordsResolver {
  constructor(
    private readonly passwords: PasswordService,
    private readonly linkRequests: LinkRequestService,
  ) {}

  @RefusableMutation(() => DoneResult, {
    description: "Changes the viewer's password and ends her other sessions.",
  })
  async changePassword(
    @Args() { currentPassword, newPassword }: ChangePasswordArgs,
    @Ctx() { viewer, client }: Context,
  ): Promise<Done> {
    await this.passwords.change(viewer, client, currentPassword ?? null, newPassword);
    return done('The password is changed.');
  }

  @RefusableMutation(() => DoneResult, {
    description:
      'Sends a link for a new password, good for 30 minutes, if the address has an account. The answer is the same if it has none.',
  })
  async requestPasswordReset(
    @Args() { email }: EmailArgs,
    @Ctx() { viewer, client }: Context,
  ): Promise<Done> {
    await this.linkRequests.request(viewer, client, 'password-reset', email);
    return done(PERHAPS);
  }

  @RefusableMutation(() => DoneResult, {
    description: 'Sets a new password by a link from a mail, and ends every session. Then sign in.',
  })
  async resetPassword(
    @Args() { token, password }: PasswordByLinkArgs,
    @Ctx() { viewer, client, rememberDevice }: Context,
  ): Promise<Done> {
    rememberDevice(await this.passwords.reset(viewer, client, token, password));
    return done('The password is changed: sign in with it.');
  }

  @RefusableMutation(() => DoneResult, {
    description:
      'Sends a link to sign in with, good for 15 minutes, if a mediator has an account with the address. The answer is the same if none has.',
  })
  async requestSignInLink(
    @Args() { email }: EmailArgs,
    @Ctx() { viewer, client }: Context,
  ): Promise<Done> {
    await this.linkRequests.request(viewer, client, 'sign-in', email);
    return done(PERHAPS);
  }
}
