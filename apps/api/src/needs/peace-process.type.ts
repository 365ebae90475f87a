import type { PeaceProcessView } from '#engagement';
import type { Phase, ProcessType } from '#vocabulary';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { PhaseEnum, ProcessTypeEnum } from '../graphql/enums/vocabulary.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({ description: 'A peace process or a dialogue.' })
export class PeaceProcess {
  readonly __typename = 'PeaceProcess';

  @Field(() => String, { description: 'A short name that never changes.' })
  slug!: string;

  @Field(() => String, { description: 'The name of the process.' })
  name!: string;

  @Field(() => [String], {
    description: 'The territories of the process, as ISO 3166-1 alpha-2 codes.',
  })
  territories!: string[];

  @Field(() => String, { description: 'Who negotiates, in free text.' })
  parties!: string;

  @Field(() => String, { description: 'Who leads or led the process.' })
  lead!: string;

  @Field(() => ProcessTypeEnum, { description: 'The type of the process.' })
  type!: ProcessType;

  @Field(() => PhaseEnum, { description: 'The phase in which the process is or ended.' })
  phase!: Phase;

  @Field(() => Int, { description: 'The year in which the process began.' })
  yearFrom!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The year in which the process ended. Null if it has not.',
  })
  yearTo!: number | null;

  @Field(() => [String], { description: 'Codes of expertise that the process is about.' })
  themes!: string[];

  @Field(() => [String], { description: 'Working and local languages, as BCP 47 codes.' })
  languages!: string[];

  @Field(() => Boolean, {
    description:
      'True for a common process, which everyone sees. False for one that your organization recorded.',
  })
  common!: boolean;

  @Field(() => Boolean, { description: 'True if no new need can belong to the process.' })
  archived!: boolean;
}

@ObjectType({ description: 'A peace process on a page, with its cursor.' })
export class PeaceProcessEdge extends EdgeOf(PeaceProcess) {}

@ObjectType({ description: 'A page of peace processes, in the order of their slugs.' })
export class PeaceProcessConnection extends ConnectionOf(PeaceProcessEdge) {}

export const PeaceProcessResult = resultOf(PeaceProcess);

export function toPeaceProcess({ id: _inner, ...process }: PeaceProcessView): PeaceProcess {
  return { __typename: 'PeaceProcess', ...process };
}
