import { TermsService } from '#introductions';
import { Args, Context as Ctx, ID, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../../graphql/context.js';
import { readIdOf } from '../../graphql/global-id.js';
import { RefusableMutation } from '../../graphql/refusals.js';
import { SaveTermsInput } from './terms.inputs.js';
import { TermsOfReference, TermsOfReferenceResult } from './terms.type.js';
import { toTermsDraft, toTermsOfReference } from './to-terms.js';

/** Terms of reference, as organizers keep them. */
@Resolver(() => TermsOfReference)
export class TermsResolver {
  constructor(private readonly service: TermsService) {}

  @Query(() => TermsOfReference, {
    nullable: true,
    description:
      'The terms of reference of a need of your organization. Null if none are saved. For organizers of verified organizations.',
  })
  async termsOfReference(
    @Args('needId', { type: () => ID, description: 'The id of a need of your organization.' })
    needId: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<TermsOfReference | null> {
    const view = await this.service.ofNeed(viewer, readIdOf('Need', needId, 'needId'));
    return view && toTermsOfReference(view, locale);
  }

  @RefusableMutation(() => TermsOfReferenceResult, {
    description:
      'Saves the terms of reference of a need, complete or as a draft. If they change, every mediator who has been asked by them is asked again, with all her time.',
  })
  async saveTerms(
    @Args('input', { description: 'The need, and what its terms say.' }) input: SaveTermsInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<TermsOfReference> {
    const need = readIdOf('Need', input.needId, 'needId');
    const draft = toTermsDraft(input);
    const view = await this.service.save(viewer, need, input.revision ?? null, draft);
    return toTermsOfReference(view, locale);
  }
}
