import type { Viewer } from '#identity';
import { CorrectionService, type CorrectionView } from '#directory';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { globalId, readIdOf } from '../graphql/global-id.js';
import { RefusableMutation } from '../graphql/refusals.js';
import {
  Correction,
  CorrectionResult,
  HandleCorrectionInput,
  RequestCorrectionInput,
} from './correction.type.js';

@Resolver()
export class CorrectionsResolver {
  constructor(private readonly service: CorrectionService) {}

  @Cost({ items: 50 })
  @Query(() => [Correction], {
    description: 'What the viewer asked to be put right, the latest first.',
  })
  async myCorrections(@CurrentViewer() viewer: Viewer): Promise<Correction[]> {
    return (await this.service.own(viewer)).map(toCorrection);
  }

  @Cost({ items: 100 })
  @Query(() => [Correction], {
    description:
      'What mediators whom a network lists ask to be put right, the oldest first. For its coordinators.',
  })
  async corrections(
    @Args('networkId', {
      type: () => ID,
      description: 'The id of the network whose mediators ask. You must coordinate it.',
    })
    networkId: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Correction[]> {
    const id = readIdOf('Network', networkId, 'networkId');
    return (await this.service.waiting(viewer, id)).map(toCorrection);
  }

  @RefusableMutation(() => CorrectionResult, {
    description: "Asks the coordinators of the viewer's networks to put something right.",
  })
  async requestCorrection(
    @Args('input', { description: 'What is to be put right.' })
    { field, text }: RequestCorrectionInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Correction> {
    return toCorrection(await this.service.request(viewer, field ?? null, text));
  }

  @RefusableMutation(() => CorrectionResult, {
    description:
      'Closes a request for correction, with an answer. For coordinators of her networks.',
  })
  async handleCorrection(
    @Args('input', { description: 'The request to close, and the answer to it.' })
    { id, outcome, answer }: HandleCorrectionInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Correction> {
    const key = readIdOf('Correction', id);
    return toCorrection(await this.service.handle(viewer, key, outcome, answer));
  }
}

export function toCorrection({ id, ...view }: CorrectionView): Correction {
  return {
    __typename: 'Correction',
    ...view,
    id: globalId('Correction', id),
    profileId: globalId('Profile', view.mediatorId),
  };
}
