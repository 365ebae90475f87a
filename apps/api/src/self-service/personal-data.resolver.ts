import type { Viewer } from '#identity';
import { ErasureService, PersonalDataService, type PersonalData } from '#directory';
import { Args, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { Json } from '../graphql/json.scalar.js';
import { RefusableMutation, resultOf } from '../graphql/refusals.js';

@ObjectType({ description: 'The mediator has been erased.' })
export class Erasure {
  readonly __typename = 'Erasure';

  @Field(() => String, { description: 'A sentence that says what was done.' })
  message!: string;
}

const ErasureResult = resultOf(Erasure);

@Resolver()
export class PersonalDataResolver {
  constructor(
    private readonly personalData: PersonalDataService,
    private readonly erasure: ErasureService,
  ) {}

  @Cost({ own: 1_000 })
  @Query(() => Json, {
    description:
      'Everything that is held about the viewer, as JSON. docs/for-mediators.md describes the shape.',
  })
  async myData(@CurrentViewer() viewer: Viewer): Promise<PersonalData> {
    return this.personalData.read(viewer);
  }

  @RefusableMutation(() => ErasureResult, {
    description: 'Erases the viewer from the directory, everywhere and for good.',
  })
  async eraseMyself(
    @Args('confirmation', {
      type: () => String,
      description:
        'Her display name as her profile has it. Case, accents and spaces make no difference.',
    })
    confirmation: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Erasure> {
    await this.erasure.eraseMyself(viewer, confirmation);
    return { __typename: 'Erasure', message: 'Everything that was held about you is erased.' };
  }
}
