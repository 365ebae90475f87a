import type { HerWord, LinkState } from '#directory';
import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { LinkStateEnum, OwnLinkWordEnum } from '../graphql/enums/directory.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';
import { Network } from '../networks/network.type.js';

@ObjectType({
  implements: () => [Node],
  description:
    'Another entry of the directory that is perhaps yours: what everyone sees of it, and what you said.',
})
export class OwnLink extends Node {
  override readonly __typename = 'OwnLink';

  @Field(() => ID, {
    description: 'The id of the other entry, of the type Mediator: see `mediator`.',
  })
  mediatorId!: string;

  @Field(() => String, { description: 'The name of the other entry.' })
  name!: string;

  @Field(() => [Network], { description: 'The networks that list the other entry.' })
  networks!: Network[];

  @Field(() => LinkStateEnum, {
    description:
      'What you said last. OPEN if you said nothing, ASK_HER if a network of yours asks.',
  })
  state!: LinkState;

  @Field(() => [Network], {
    description:
      'The networks that you can let know: your own, and those that list the other entry.',
  })
  mayKnow!: Network[];

  @Field(() => [Network], { description: 'The networks that you have let know.' })
  told!: Network[];
}

export const OwnLinkResult = resultOf(OwnLink);

@ArgsType()
export class AnswerLinkArgs {
  @Field(() => ID, { description: 'The id of the entry in `myLinks`.' })
  id!: string;

  @Field(() => OwnLinkWordEnum, { description: 'Whether the entry is yours.' })
  word!: HerWord;

  @Field(() => [ID], {
    defaultValue: [],
    description:
      'The ids of the networks that may know, of those in `mayKnow`. What you told others before is taken back. Nobody is told that you cannot say.',
  })
  told!: string[];
}
