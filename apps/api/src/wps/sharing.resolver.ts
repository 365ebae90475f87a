import type { Viewer } from '#identity';
import { NarrowingService, type NarrowedKind, type Sharing } from '#wps';
import { Args, ID, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { SharingEnum } from '../graphql/enums/wps.js';
import { readIdAmong } from '../graphql/global-id.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { WpsRecordNarrowed, WpsRecordNarrowedResult } from './sharing.type.js';

const KINDS = {
  ActionPlan: 'plan',
  Commitment: 'commitment',
  ConflictAnalysis: 'wps-analysis',
  Observation: 'wps-observation',
  FocalPoint: 'wps-focal-point',
  WpsLesson: 'wps-lesson',
  WpsLessonUse: 'wps-lesson-use',
} as const satisfies Readonly<Record<string, NarrowedKind>>;
const TYPES = Object.keys(KINDS) as (keyof typeof KINDS)[];

/** With whom records of actors are shared. */
@Resolver()
export class SharingResolver {
  constructor(private readonly narrowing: NarrowingService) {}

  @RefusableMutation(() => WpsRecordNarrowedResult, {
    description:
      'Shares a record of your actor with fewer from now on, in whichever state it is: a plan, commitment, observation, lesson, use of a lesson, analysis or focal point. Of an observation also what it corrects and what corrects it. Reports that were submitted keep what they say; for those see `narrowWpsReport`. For focal points of the actor.',
  })
  async narrowWpsRecord(
    @Args('id', { type: () => ID, description: 'The id of the record.' }) id: string,
    @Args('sharing', { type: () => SharingEnum, description: 'With whom it is to be shared.' })
    sharing: Sharing,
    @CurrentViewer() viewer: Viewer,
  ): Promise<WpsRecordNarrowed> {
    const named = readIdAmong(TYPES, id, 'id');
    await this.narrowing.narrow(viewer, KINDS[named.type], named.id, sharing);
    return { __typename: 'WpsRecordNarrowed', subjectId: id, sharing };
  }
}
