import { PseudonymService } from '#directory';
import { CodeNameCosts } from '#engagement';
import { ownMediatorId } from '#identity';
import { Args, Context as Ctx, ID, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { mediatorKey } from '../graphql/global-id.js';
import { RefusableMutation, RefusableQuery } from '../graphql/refusals.js';
import { toMediator } from '../mediators/to-mediator.js';
import { CodeName, CodeNameResult } from './code-name.type.js';

@Resolver()
export class CodeNameResolver {
  constructor(
    private readonly pseudonyms: PseudonymService,
    private readonly costs: CodeNameCosts,
  ) {}

  @RefusableQuery(() => CodeNameResult, {
    description:
      'Shows what a code name would show of a mediator and what it would cost her, before she decides.',
  })
  async codeName(
    @Args('mediatorId', {
      type: () => ID,
      nullable: true,
      description: "For coordinators: the id of the mediator. Absent for the viewer's own profile.",
    })
    mediatorId: string | null,
    @Ctx() context: Context,
  ): Promise<CodeName> {
    const { viewer } = context;
    const id = mediatorId
      ? await mediatorKey(context, mediatorId, 'mediatorId')
      : ownMediatorId(viewer);
    return this.shown(id, context);
  }

  @RefusableMutation(() => CodeNameResult, {
    description:
      'Asks to show more with the code name. It happens when the common values are next computed, and only if enough mediators allow it.',
  })
  async askToShowMore(@Ctx() context: Context): Promise<CodeName> {
    const { viewer } = context;
    const id = ownMediatorId(viewer);
    await this.pseudonyms.ask(viewer, id);
    return this.shown(id, context);
  }

  private async shown(id: string, { viewer, locale }: Context): Promise<CodeName> {
    const { public: seen, vetted, ...state } = await this.pseudonyms.preview(viewer, id);
    return {
      __typename: 'CodeName',
      ...state,
      public: toMediator(seen, locale),
      vetted: toMediator(vetted, locale),
      cost: await this.costs.of(viewer, id, seen),
    };
  }
}
