import type { Phase, ProcessType } from '#vocabulary';
import { ArgsType, Field, InputType, Int, PartialType } from '@nestjs/graphql';
import { PhaseEnum, ProcessTypeEnum } from '../graphql/enums/vocabulary.js';
import { PageArgs } from '../graphql/page.js';

// The services check what is written here, and name every problem by its path.

@InputType({ description: 'A peace process that is not in the directory yet.' })
export class PeaceProcessInput {
  @Field(() => String, { description: 'The name of the process, at most 200 characters.' })
  name!: string;

  @Field(() => [String], {
    description: 'The territories of the process, as ISO 3166-1 alpha-2 codes.',
  })
  territories!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Who negotiates, in free text of at most 500 characters.',
  })
  parties?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who leads the process, at most 200 characters.',
  })
  lead?: string | null;

  @Field(() => ProcessTypeEnum, { description: 'The type of the process.' })
  type!: ProcessType;

  @Field(() => PhaseEnum, { description: 'The phase in which the process is.' })
  phase!: Phase;

  @Field(() => Int, { description: 'The year in which the process began.' })
  yearFrom!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The year in which the process ended. Absent if it has not ended.',
  })
  yearTo?: number | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of expertise that the process is about, at most 50.',
  })
  themes?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Working and local languages as BCP 47 codes, at most 50.',
  })
  languages?: string[] | null;
}

@InputType({ description: 'What changes in a peace process. What is absent stays as it is.' })
export class PeaceProcessChangesInput extends PartialType(PeaceProcessInput) {}

@ArgsType()
export class EditPeaceProcessArgs {
  @Field(() => String, {
    description:
      'The slug of a peace process that your organization recorded, or of a common one for administrators.',
  })
  slug!: string;

  @Field(() => PeaceProcessChangesInput, { description: 'What changes in the process.' })
  changes!: PeaceProcessChangesInput;
}

@ArgsType()
export class PeaceProcessesArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True to list those that are archived, and no others. False if absent.',
  })
  archived?: boolean | null;
}

@ArgsType()
export class CreatePeaceProcessArgs {
  @Field(() => PeaceProcessInput, { description: 'The process to record.' })
  input!: PeaceProcessInput;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True for a common process, which only administrators can record. False if absent.',
  })
  common?: boolean | null;
}

@ArgsType()
export class ArchivePeaceProcessArgs {
  @Field(() => String, { description: 'The slug of the process to archive or to restore.' })
  slug!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False to restore a process that is archived. True if absent.',
  })
  archived?: boolean | null;
}
