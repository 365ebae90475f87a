import { Field, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/days.scalar.js';
import { Mediator } from '../mediators/mediator.type.js';

@ObjectType({
  description: 'Mediators who have become eligible for a need since one of its organizers looked.',
})
export class NewCandidates {
  @Field(() => Instant, { description: 'When the first of them was found, in UTC.' })
  since!: string;

  @Field(() => [Mediator], {
    description:
      'Those whom the viewer may see now, the last found first, at most 50. Nobody is here under a code name: rank the need to see all.',
  })
  mediators!: Mediator[];
}
