import type { LinkState, LinkVerdict } from '#directory';
import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { LinkStateEnum, LinkVerdictEnum } from '../graphql/enums/directory.js';
import { MaxCharacters } from '../graphql/max-characters.js';
import { PageArgs } from '../graphql/page.js';

@ArgsType()
export class LinkSuggestionsArgs extends PageArgs {
  @Field(() => String, { description: 'The slug of your network.' })
  network!: string;

  @Field(() => LinkStateEnum, {
    nullable: true,
    description: 'Only suggestions in this state. All if absent.',
  })
  state?: LinkState | null;
}

@ArgsType()
export class DecideLinkArgs {
  @Field(() => ID, { description: 'The id of the suggestion.' })
  id!: string;

  @Field(() => LinkVerdictEnum, { description: 'What you say about both records.' })
  verdict!: LinkVerdict;

  @Field(() => String, {
    description:
      'Why, in at most 1,000 characters: whoever decides otherwise later reads it. Neither of the two mediators does.',
  })
  @MaxCharacters(1_000)
  reason!: string;

  @Field(() => Int, { description: 'The revision of the suggestion that you read.' })
  revision!: number;
}
