import { RegistrationService } from '#identity';
import { Args, Context as Ctx, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { Done, done, DoneResult } from './done.type.js';
import { RegistrationInput } from './registration.input.js';
import { PasswordByLinkArgs } from './sign-in.args.js';

@Resolver(() => Done)
export class RegistrationResolver {
  constructor(private readonly registrations: RegistrationService) {}

  @RefusableMutation(() => DoneResult, {
    description:
      'Registers an organizer and sends a link to her address. The answer is the same whether or not the address has an account.',
  })
  async registerOrganizer(
    @Args('input', {
      type: () => RegistrationInput,
      description: 'The person and the organization to register.',
    })
    input: RegistrationInput,
    @Ctx() { viewer, client, locale }: Context,
  ): Promise<Done> {
    const { email, name, organization } = input;
    await this.registrations.register(viewer, client, { email, name, organization, locale });
    return done('A mail is on its way to this address. Follow the link in it within a day.');
  }

  @RefusableMutation(() => DoneResult, {
    description:
      'Creates the registered account with its password, by the link from the mail. Until an administrator verifies the organization, she sees what the public sees.',
  })
  async verifyEmail(
    @Args() { token, password }: PasswordByLinkArgs,
    @Ctx() { viewer, client }: Context,
  ): Promise<Done> {
    await this.registrations.verify(viewer, client, token, password);
    return done('The account is made: sign in with it.');
  }
}
