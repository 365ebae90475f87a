import type { CallState } from '#applications';
import type { Locale } from '#vocabulary';
import { ArgsType, Field, ID, InputType, Int, OmitType, PartialType } from '@nestjs/graphql';
import { Day } from '../graphql/days.scalar.js';
import { CallStateEnum } from '../graphql/enums/curation.js';
import { LocaleEnum } from '../graphql/enums/vocabulary.js';
import { PageArgs } from '../graphql/page.js';
import { LocalizedTextInput } from '../graphql/profile-values.input.js';

// The service checks what is written here, and names every problem by its path.

@InputType({ description: 'A call of your network for new members.' })
export class CreateCallInput {
  @Field(() => String, { description: 'The slug of your network.' })
  network!: string;

  @Field(() => [LocaleEnum], {
    description:
      'The languages in which the page is offered. A reader of none of them sees the first.',
  })
  languages!: Locale[];

  @Field(() => [LocalizedTextInput], {
    description: 'A title in each of the languages, at most 200 characters.',
  })
  titles!: LocalizedTextInput[];

  @Field(() => [LocalizedTextInput], {
    description: 'Whom you look for, in each of the languages, at most 4,000 characters.',
  })
  criteria!: LocalizedTextInput[];

  @Field(() => Day, { description: 'The first day on which the page takes applications, in UTC.' })
  opensOn!: string;

  @Field(() => Day, {
    nullable: true,
    description:
      'The last day on which the page takes applications. Without one it takes them until you close the call.',
  })
  closesOn?: string | null;
}

@InputType({ description: 'Changes of a call. What is absent stays as it is.' })
export class EditCallInput extends PartialType(OmitType(CreateCallInput, ['network'])) {
  @Field(() => ID, { description: 'The id of the call to change.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The revision that you read. If the call has changed since, the answer is Conflict.',
  })
  revision!: number;
}

@ArgsType()
export class CallStepArgs {
  @Field(() => ID, { description: 'The id of the call that takes the step.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The revision that you read. If the call has changed since, the answer is Conflict.',
  })
  revision!: number;
}

@ArgsType()
export class CallsArgs extends PageArgs {
  @Field(() => String, { description: 'The slug of one of your networks.' })
  network!: string;

  @Field(() => [CallStateEnum], {
    nullable: true,
    description: 'Only calls in one of these states. All if absent.',
  })
  states?: CallState[] | null;
}
