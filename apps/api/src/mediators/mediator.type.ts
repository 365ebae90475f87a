import type { AgeBand, NetworkRole } from '#directory';
import type { AvailabilityBand } from '#vocabulary';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalizedText } from '../graphql/coded.type.js';
import { Day } from '../graphql/days.scalar.js';
import { AgeBandEnum, NetworkRoleEnum } from '../graphql/enums/directory.js';
import { AvailabilityEnum } from '../graphql/enums/vocabulary.js';
import { Node } from '../graphql/node.type.js';
import { seenFields } from '../graphql/profile-fields.js';
import { DayRange } from '../graphql/profile-values.type.js';

const WITHHELD = 'Null if the viewer may not see it.';

@ObjectType({ description: 'Years of mediation experience, both ends included.' })
export class YearsBand {
  @Field(() => Int, { description: 'The fewest years of the band.' })
  from!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The most years of the band. Null if the band is open at the top.',
  })
  to!: number | null;
}

@ObjectType({ description: 'The membership of a mediator in a network that lists her.' })
export class Affiliation {
  /** For the loader of `network`. */
  networkId!: string;

  @Field(() => NetworkRoleEnum, { description: 'The role that she has in the network.' })
  role!: NetworkRole;

  @Field(() => Day, {
    nullable: true,
    description: 'The day on which she joined. Null if it is not known or she is pseudonymous.',
  })
  since!: string | null;
}

@ObjectType({
  implements: () => [Node],
  description: 'A mediator of the directory, as the viewer may see her.',
})
export class Mediator extends seenFields() {
  override readonly __typename = 'Mediator';

  @Field(() => String, {
    description: 'Her display name, or her code name if she is pseudonymous.',
  })
  name!: string;

  @Field(() => Boolean, {
    description:
      'True if she is shown by a code name and by what at least five pseudonymous mediators have in common: languages at the level given or better, regions, at least so many years, at most so many days of notice.',
  })
  pseudonymous!: boolean;

  @Field(() => Boolean, {
    description:
      'True if she has not confirmed her profile for too long. Always false if she is pseudonymous.',
  })
  stale!: boolean;

  @Field(() => [Affiliation], { description: 'The networks that list her, with her role in each.' })
  affiliations!: Affiliation[];

  @Field(() => YearsBand, {
    nullable: true,
    description: 'Her years of mediation experience as a band. Null if she does not show them.',
  })
  years!: YearsBand | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The text about her in the language of the request, otherwise in English, otherwise in any other language. Null if there is none.',
  })
  biography!: string | null;

  @Field(() => [LocalizedText], {
    description: 'The texts about her, in every language in which there is one.',
  })
  biographies!: LocalizedText[];

  @Field(() => AvailabilityEnum, {
    nullable: true,
    description: 'How available she is in general. Null if she does not show it.',
  })
  availability!: AvailabilityBand | null;

  @Field(() => AgeBandEnum, { nullable: true, description: `Her age as a band. ${WITHHELD}` })
  ageBand!: AgeBand | null;

  @Field(() => Int, {
    nullable: true,
    description: `Her exact years of mediation experience. ${WITHHELD}`,
  })
  exactYears!: number | null;

  @Field(() => [DayRange], {
    nullable: true,
    description: `The periods in which she is available. Empty if there are none. ${WITHHELD}`,
  })
  availablePeriods!: DayRange[] | null;
}
