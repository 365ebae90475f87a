import type { Sharing } from '#wps';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { SharingEnum } from '../graphql/enums/wps.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({ description: 'A record that is shared with fewer from now on.' })
export class WpsRecordNarrowed {
  readonly __typename = 'WpsRecordNarrowed';

  @Field(() => ID, { description: 'The id of the record.' })
  subjectId!: string;

  @Field(() => SharingEnum, { description: 'With whom it is shared now.' })
  sharing!: Sharing;
}

export const WpsRecordNarrowedResult = resultOf(WpsRecordNarrowed);
