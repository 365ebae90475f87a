import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A text in one language.' })
export class LocalizedText {
  @Field(() => String, { description: 'BCP 47.' })
  language!: string;

  @Field(() => String, { description: 'Plain text.' })
  text!: string;
}

@ObjectType({ description: 'A territory, region or grouping.' })
export class Area {
  @Field(() => String, {
    description: 'ISO 3166-1 alpha-2, UN M49 region or grouping of states: see `vocabulary`.',
  })
  code!: string;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  label!: string;
}
