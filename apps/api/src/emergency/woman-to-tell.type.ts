import type { BreachAdvice, BreachCause, BreachFact } from '#breaches';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Day, Instant } from '../graphql/days.scalar.js';
import { BreachAdviceEnum, BreachCauseEnum, BreachFactEnum } from '../graphql/enums/emergency.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({
  description:
    'A mediator whom the network tells in person that somebody may have seen her data: nothing that is sent to her would be safe, or she wants to be called.',
})
export class WomanToTell {
  readonly __typename = 'WomanToTell';

  @Field(() => ID, { description: 'The entry of the register, for `noteToldInPerson`.' })
  breachId!: string;

  @Field(() => ID, { description: 'The id of her profile.' })
  mediatorId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What your list calls her. Null if it has no name.',
  })
  name!: string | null;

  @Field(() => BreachCauseEnum, { description: 'How her data came into wrong hands.' })
  cause!: BreachCause;

  @Field(() => Day, { description: 'The first day on which it may have been seen, in UTC.' })
  from!: string;

  @Field(() => Day, { description: 'The last day on which it may have been seen, in UTC.' })
  until!: string;

  @Field(() => [BreachFactEnum], { description: 'What may have been seen of her.' })
  facts!: readonly BreachFact[];

  @Field(() => [BreachAdviceEnum], { description: 'What she can do about it now.' })
  advice!: readonly BreachAdvice[];

  @Field(() => Instant, { nullable: true, description: 'When she was told. Null if she was not.' })
  toldAt!: string | null;
}

@InputType({ description: 'Whom your network has told in person.' })
export class NoteToldInPersonInput {
  @Field(() => String, {
    nullable: true,
    description:
      'The slug of your network. For administrators: of the network whose desk acts for her; absent if no network lists her.',
  })
  network?: string | null;

  @Field(() => ID, { description: 'The `breachId` of the entry.' })
  breachId!: string;

  @Field(() => ID, { description: 'Who was told: the `mediatorId` of the entry.' })
  mediatorId!: string;
}

export const WomanToTellResult = resultOf(WomanToTell);
