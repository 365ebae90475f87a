import { SecondFactorService, type Viewer } from '#identity';
import { Args, Context as Ctx, ID, Resolver } from '@nestjs/graphql';
import { toString } from 'qrcode';
import { CurrentViewer } from '../graphql/current-viewer.js';
import type { Context } from '../graphql/context.js';
import { readIdOf } from '../graphql/global-id.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { Done, done, DoneResult } from './done.type.js';
import {
  RecoveryCodes,
  RecoveryCodesResult,
  TotpEnrolment,
  TotpEnrolmentResult,
} from './second-factor.type.js';
import { CodeArgs, ReauthenticationArgs } from './sign-in.args.js';

@Resolver(() => TotpEnrolment)
export class SecondFactorResolver {
  constructor(private readonly secondFactors: SecondFactorService) {}

  @RefusableMutation(() => TotpEnrolmentResult, {
    description:
      'Begins to enrol an authenticator. One that is in use stays in use until `confirmTotp`.',
  })
  async beginTotp(
    @Args() { password }: ReauthenticationArgs,
    @Ctx() { viewer, client }: Context,
  ): Promise<TotpEnrolment> {
    const { secret, uri } = await this.secondFactors.begin(viewer, client, password ?? null);
    const svg = await toString(uri, { type: 'svg' });
    const qrCode = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
    return { __typename: 'TotpEnrolment', secret, uri, qrCode };
  }

  @RefusableMutation(() => RecoveryCodesResult, {
    description:
      "Puts the new authenticator into use by its first code. Ends the viewer's other sessions and replaces earlier recovery codes.",
  })
  async confirmTotp(
    @Args() { code }: CodeArgs,
    @Ctx() { viewer, client }: Context,
  ): Promise<RecoveryCodes> {
    const codes = await this.secondFactors.confirm(viewer, client, code);
    return { __typename: 'RecoveryCodes', codes };
  }

  @RefusableMutation(() => RecoveryCodesResult, {
    description:
      'Replaces the recovery codes, for a code of the authenticator. The old ones no longer work.',
  })
  async renewRecoveryCodes(
    @Args() { code }: CodeArgs,
    @Ctx() { viewer, client }: Context,
  ): Promise<RecoveryCodes> {
    const codes = await this.secondFactors.renewCodes(viewer, client, code);
    return { __typename: 'RecoveryCodes', codes };
  }

  @RefusableMutation(() => DoneResult, {
    description:
      'Removes the authenticator and the recovery codes of somebody who has lost both, and ends her sessions. She is told by mail. For administrators.',
  })
  async removeSecondFactor(
    @Args('id', {
      type: () => ID,
      description: 'The id of the account whose second factor is removed.',
    })
    id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Done> {
    await this.secondFactors.remove(viewer, readIdOf('Account', id));
    return done('The second factor is removed: she signs in with her password and enrols another.');
  }
}
