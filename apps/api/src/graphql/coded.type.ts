import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A text and the language in which it is written.' })
export class LocalizedText {
  @Field(() => String, { description: 'The language as a BCP 47 code, such as `fr`.' })
  language!: string;

  @Field(() => String, { description: 'The text, plain and without markup.' })
  text!: string;
}

@ObjectType({ description: 'A territory, a region or a grouping of states.' })
export class Area {
  @Field(() => String, {
    description:
      'An ISO 3166-1 alpha-2 code, an UN M49 region or the code of a grouping. `vocabulary` lists them.',
  })
  code!: string;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  label!: string;
}
