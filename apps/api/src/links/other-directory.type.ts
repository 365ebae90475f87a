import type { HerWord } from '#directory';
import type { Locale } from '#vocabulary';
import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Day } from '../graphql/days.scalar.js';
import { LocaleEnum } from '../graphql/enums/vocabulary.js';
import { OwnLinkWordEnum } from '../graphql/enums/directory.js';
import { MaxCharacters } from '../graphql/max-characters.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';
import { Network } from '../networks/network.type.js';

@ObjectType({
  description: 'That another directory lists somebody with an address or a number of yours.',
})
export class OtherDirectoryListing {
  @Field(() => OwnLinkWordEnum, {
    nullable: true,
    description: 'What you said last. Null if you said nothing.',
  })
  word!: HerWord | null;

  @Field(() => [Network], { description: 'The networks that you have let know.' })
  told!: Network[];
}

@ObjectType({
  implements: () => [Node],
  description:
    'Another directory with which this one compares lists: whether you agree to it, and whether it lists you, too.',
})
export class OtherDirectory extends Node {
  override readonly __typename = 'OtherDirectory';

  @Field(() => String, { description: 'The name of the other directory.' })
  name!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether you agree to be compared with it. Null if you have not answered.',
  })
  agreed!: boolean | null;

  @Field(() => Day, {
    nullable: true,
    description: 'The day on which you answered last. Null if you have not answered.',
  })
  statedOn!: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'The day on which lists were compared last. Null if they never were.',
  })
  comparedOn!: string | null;

  @Field(() => OtherDirectoryListing, {
    nullable: true,
    description:
      'What the last comparison found of you. Null if it found nothing, or you are not compared at present.',
  })
  listing!: OtherDirectoryListing | null;
}

export const OtherDirectoryResult = resultOf(OtherDirectory);

const LONGEST_VERSION = 100;

@ArgsType()
export class AgreeToDirectoryArgs {
  @Field(() => ID, { description: 'The id of the directory in `myDirectories`.' })
  id!: string;

  @Field(() => String, {
    description: 'The version of the text LINKED_ELSEWHERE in force, from `consentTexts`.',
  })
  @MaxCharacters(LONGEST_VERSION)
  textVersion!: string;

  @Field(() => LocaleEnum, { description: 'The language in which you read the text.' })
  language!: Locale;
}

@ArgsType()
export class AnswerListingArgs {
  @Field(() => ID, { description: 'The id of the directory in `myDirectories`.' })
  id!: string;

  @Field(() => OwnLinkWordEnum, { description: 'Whether it is you whom it lists.' })
  word!: HerWord;

  @Field(() => [ID], {
    defaultValue: [],
    description:
      'The ids of the networks that list you and may know. What you told others before is taken back. Only a yes is told.',
  })
  told!: string[];
}
