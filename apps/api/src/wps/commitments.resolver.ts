import { CommitmentService, OwingService } from '#wps';
import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { idPage, keyedConnection, keyedPage, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { textsByLanguage } from '../graphql/texts.js';
import {
  Commitment,
  CommitmentConnection,
  CommitmentResult,
  CommitmentsArgs,
  CommitmentStepArgs,
  OwedConnection,
  OwingArgs,
  SaveCommitmentInput,
} from './commitment.type.js';
import { seenOf } from './seen.js';
import { toCommitment, toOwed } from './to-commitment.js';

const LIST = 'commitments';
const OWING = 'wpsOwing';

/** What actors have undertaken, and what each owes. */
@Resolver()
export class CommitmentsResolver {
  constructor(
    private readonly service: CommitmentService,
    private readonly owing: OwingService,
    private readonly limits: Limits,
  ) {}

  @Query(() => CommitmentConnection, {
    name: LIST,
    description:
      'Commitments on women, peace and security that are shared with you, in the order in which they were written down.',
  })
  async commitments(
    @Args() args: CommitmentsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<CommitmentConnection> {
    const page = idPage(LIST, requestedPage(args, this.limits.pageSize));
    const { actor, meeting, states } = args;
    return keyedConnection(
      LIST,
      await this.service.list(viewer, { actor, meeting, states }, page),
      ({ id }) => id,
      (commitment) => toCommitment(commitment, locale),
    );
  }

  @Cost({ own: 20 })
  @Query(() => OwedConnection, {
    name: OWING,
    description:
      'What the actor for which you act owes, to whom and by when: open commitments, actions of plans that end within a year, answers to what plans say of it, observations that its plans and reports lack, answers to comments on its reports, and what was contested of its plans in the last 30 days. By day, what has none at the end. For focal points and organizers.',
  })
  async wpsOwing(
    @Args() args: OwingArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwedConnection> {
    const page = keyedPage(OWING, requestedPage(args, this.limits.pageSize));
    return keyedConnection(
      OWING,
      await this.owing.own(viewer, args.kind ?? null, page),
      ({ key }) => key,
      (one) => toOwed(one, locale),
    );
  }

  @RefusableMutation(() => CommitmentResult, {
    description:
      'Writes a commitment of your actor down, or changes one that is not closed. For focal points of the actor.',
  })
  async saveCommitment(
    @Args('input', { description: 'The commitment as it is to be.' }) input: SaveCommitmentInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Commitment> {
    const view = await this.service.save(viewer, input.actor, seenOf('Commitment', input), {
      text: textsByLanguage('texts', input.texts),
      source: input.source,
      sourceText: input.sourceText,
      meeting: input.meeting ?? null,
      owedTo: input.owedTo ?? null,
      responsible: input.responsible ?? null,
      due: input.due ?? null,
      review: input.review ?? null,
      themes: input.themes,
      evidence: input.evidence ?? null,
      sharing: input.sharing,
    });
    return toCommitment(view, locale);
  }

  @RefusableMutation(() => CommitmentResult, {
    description: 'Takes a step with a commitment of your actor. For focal points of the actor.',
  })
  async stepCommitment(
    @Args() { id, revision, step, reason = null }: CommitmentStepArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Commitment> {
    const seen = { id: readIdOf('Commitment', id), revision };
    return toCommitment(await this.service.step(viewer, seen, step, reason), locale);
  }
}
