import { SessionService, SignInService, type SignInStep, type Tokens } from '#identity';
import { Args, Context as Ctx, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { done, DoneResult, type Done } from './done.type.js';
import { LinkArgs, SecondFactorArgs, SignInArgs } from './sign-in.args.js';
import {
  SignedIn,
  SignedInResult,
  SignInResult,
  type SecondFactorRequired,
} from './sign-in.type.js';

@Resolver(() => SignedIn)
export class SignInResolver {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionService,
  ) {}

  @RefusableMutation(() => SignInResult, {
    description:
      'Begins a session with address and password. Whatever is wrong, the answer is InvalidCredentials.',
  })
  async signIn(
    @Args() { email, password }: SignInArgs,
    @Ctx() context: Context,
  ): Promise<SignedIn | SecondFactorRequired> {
    const { viewer, client } = context;
    return toStep(await this.signIns.byPassword(viewer, client, email, password), context);
  }

  @RefusableMutation(() => SignedInResult, {
    description: 'Completes a sign-in with a code of the authenticator or a recovery code.',
  })
  async answerSecondFactor(
    @Args() { challenge, code }: SecondFactorArgs,
    @Ctx() context: Context,
  ): Promise<SignedIn> {
    const { viewer, client } = context;
    return keep(await this.signIns.bySecondFactor(viewer, client, challenge, code), context);
  }

  @RefusableMutation(() => SignInResult, {
    description: 'Begins a session of a mediator with the link from `requestSignInLink`.',
  })
  async signInWithLink(
    @Args() { token }: LinkArgs,
    @Ctx() context: Context,
  ): Promise<SignedIn | SecondFactorRequired> {
    const { viewer, client } = context;
    return toStep(await this.signIns.byLink(viewer, client, token), context);
  }

  @RefusableMutation(() => SignedInResult, {
    description:
      'Gives new tokens for the refresh token in the cookie, which is used up. A refresh token that is used twice ends the session.',
  })
  async refreshSession(@Ctx() context: Context): Promise<SignedIn> {
    const { viewer, refreshCookie } = context;
    try {
      return keep(await this.sessions.refresh(viewer, refreshCookie.token ?? ''), context);
    } catch (error) {
      refreshCookie.drop();
      throw error;
    }
  }

  @RefusableMutation(() => DoneResult, {
    description: 'Ends the session of the access token and the session of the cookie.',
  })
  async signOut(@Ctx() { viewer, refreshCookie }: Context): Promise<Done> {
    await this.sessions.signOut(viewer, refreshCookie.token);
    refreshCookie.drop();
    return done('You are signed out.');
  }
}

function toStep(step: SignInStep, context: Context): SignedIn | SecondFactorRequired {
  if (step.kind === 'signed-in') return keep(step.tokens, context);
  return { __typename: 'SecondFactorRequired', challenge: step.challenge };
}

function keep(tokens: Tokens, { refreshCookie, rememberDevice }: Context): SignedIn {
  const { accountId, accessToken, seconds, refreshToken, expiresAt } = tokens;
  refreshCookie.keep(refreshToken, expiresAt);
  rememberDevice(accountId);
  return { __typename: 'SignedIn', accessToken, expiresIn: seconds };
}
