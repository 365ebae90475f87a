import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType({ isAbstract: true })
export abstract class SavedInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The id of what is changed. Without one, something new is added.',
  })
  id?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The revision that you read, with `id`. If it has changed since, the answer is Conflict.',
  })
  revision?: number | null;
}
