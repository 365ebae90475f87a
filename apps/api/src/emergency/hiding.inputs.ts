import type { HidingReason } from '#directory';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMinSize, IsOptional } from 'class-validator';
import { HidingReasonEnum } from '../graphql/enums/directory.js';

const NETWORK =
  'The slug of the network whose women are meant: one of your networks. Administrators name any, or none beside `mediatorIds`.';
const IDS =
  'Ids of mediators or profiles, where only these women are meant and not all of the network and its chapters. At most 1,000.';

@InputType({ description: 'Whom to take out of sight at once, and why.' })
export class HideMediatorsInput {
  @Field(() => String, { nullable: true, description: NETWORK })
  network?: string | null;

  @Field(() => [ID], { nullable: true, description: IDS })
  @IsOptional()
  @ArrayMinSize(1)
  mediatorIds?: string[] | null;

  @Field(() => HidingReasonEnum, { description: 'Why they are hidden.' })
  reason!: HidingReason;
}

@ArgsType()
export class HidingPreviewArgs {
  @Field(() => String, { nullable: true, description: NETWORK })
  network?: string | null;

  @Field(() => [ID], { nullable: true, description: IDS })
  @IsOptional()
  @ArrayMinSize(1)
  mediatorIds?: string[] | null;
}
