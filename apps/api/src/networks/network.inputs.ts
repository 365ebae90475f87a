import { ArgsType, Field, InputType, Int, OmitType, PartialType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { IsVocabularyCode } from '../graphql/is-vocabulary-code.js';
import { PageArgs } from '../graphql/page.js';
import { LocalizedTextInput } from '../graphql/profile-values.input.js';

// The service checks what else is written here, and names every problem by its path.

@InputType({ description: 'A network of women mediators, or a chapter of one.' })
export class CreateNetworkInput {
  @Field(() => String, {
    description:
      'A short name that never changes: lower-case letters, digits and single hyphens, at most 64.',
  })
  slug!: string;

  @Field(() => [LocalizedTextInput], {
    description: 'The name by language, in English at least, at most 200 characters each.',
  })
  names!: LocalizedTextInput[];

  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: 'What the network is, by language, at most 4,000 characters each.',
  })
  descriptions?: LocalizedTextInput[] | null;

  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: 'Whom the network admits, by language, at most 4,000 characters each.',
  })
  admissionTexts?: LocalizedTextInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the territories, regions or groupings in which it works.',
  })
  @IsOptional()
  @IsVocabularyCode('area', { each: true })
  territories?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The address of its public website, beginning with https:// or http://.',
  })
  website?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The slug of the network of which it is a chapter. Administrators only.',
  })
  parent?: string | null;
}

@InputType({
  description:
    'What changes in what a network says of itself. What is absent stays as it is; null removes a website or a parent.',
})
export class NetworkChangesInput extends PartialType(OmitType(CreateNetworkInput, ['slug'])) {}

@ArgsType()
export class EditNetworkArgs {
  @Field(() => String, { description: 'The slug of the network to change.' })
  network!: string;

  @Field(() => Int, {
    description:
      'The revision that you read. If the network has changed since, the answer is Conflict.',
  })
  revision!: number;

  @Field(() => NetworkChangesInput, { description: 'What changes in the network.' })
  changes!: NetworkChangesInput;
}

@ArgsType()
export class ArchiveNetworkArgs {
  @Field(() => String, { description: 'The slug of the network to archive or to restore.' })
  network!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False to restore a network that is archived. True if absent.',
  })
  archived?: boolean | null;
}

@ArgsType()
export class NetworksArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True to list those that are archived, and no others. False if absent.',
  })
  archived?: boolean | null;
}
