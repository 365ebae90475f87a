import type { PeaceProcessView } from '#engagement';
import type { Phase, ProcessType } from '#vocabulary';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { PhaseEnum, ProcessTypeEnum } from '../graphql/enums.js';

@ObjectType({ description: 'A peace process or dialogue.' })
export class PeaceProcess {
  @Field(() => String, { description: 'Short name, the same for ever.' })
  slug!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => [String], { description: 'Where it is: ISO 3166-1 alpha-2.' })
  territories!: string[];

  @Field(() => String, { description: 'Who negotiates.' })
  parties!: string;

  @Field(() => String, { description: 'Who leads or led it.' })
  lead!: string;

  @Field(() => ProcessTypeEnum, { description: 'Its type.' })
  type!: ProcessType;

  @Field(() => PhaseEnum, { description: 'Its phase.' })
  phase!: Phase;

  @Field(() => Int, { description: 'Year in which it began.' })
  yearFrom!: number;

  @Field(() => Int, { nullable: true, description: 'Year in which it ended.' })
  yearTo!: number | null;

  @Field(() => [String], { description: 'Expertise codes.' })
  themes!: string[];

  @Field(() => [String], { description: 'Working and local languages, BCP 47.' })
  languages!: string[];
}

@ObjectType({ description: 'A peace process of a page.' })
export class PeaceProcessEdge extends EdgeOf(PeaceProcess) {}

@ObjectType({ description: 'A page of peace processes.' })
export class PeaceProcessConnection extends ConnectionOf(PeaceProcessEdge) {}

export function toPeaceProcess({ id: _inner, ...process }: PeaceProcessView): PeaceProcess {
  return process;
}
