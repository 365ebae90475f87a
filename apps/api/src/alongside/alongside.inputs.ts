import type { Alongside } from '#engagement';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { AlongsideEnum } from '../graphql/enums/engagement.js';

@InputType({ description: 'A newcomer whom a network proposes for a second place.' })
export class ProposeAlongsideInput {
  @Field(() => ID, {
    description: 'The id of the deployment in the first place. Its mediator is to be the mentor.',
  })
  deploymentId!: string;

  @Field(() => ID, { description: 'The id of the newcomer, whom your network lists.' })
  mediatorId!: string;

  @Field(() => AlongsideEnum, { description: 'What the newcomer is to do.' })
  form!: Alongside;
}

@ArgsType()
export class AlongsideArgs {
  @Field(() => ID, { description: 'The id of the second place.' })
  id!: string;
}

@ArgsType()
export class NetworkAlongsideArgs {
  @Field(() => String, { description: 'The slug of one of your networks.' })
  network!: string;
}

@ArgsType()
export class ShowMentoringArgs {
  @Field(() => ID, { description: 'The id of a mentoring of your own.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether your profile tells of it, without the other.' })
  shown!: boolean;
}
