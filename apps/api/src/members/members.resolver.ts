import {
  type MemberFilter,
  MemberQuestionService,
  MembersService,
  ProfileService,
} from '#directory';
import { isUuid } from '#identity';
import { digestOf } from '#kernel';
import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import { toProfile } from '../curation/to-profile.js';
import { ProfileConnection } from '../curation/work-list.type.js';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { mediatorKeys, readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { keyedConnection, keyedPage, requestedPage } from '../graphql/page.js';
import { RefusableMutation, toRefusal } from '../graphql/refusals.js';
import { networkId } from '../networks/network-id.js';
import { AskMembersArgs, AskMembersResult, AskOutcomes, type AskOutcome } from './asked.type.js';
import { MemberCountsArgs, type MemberFilterInput, MembersArgs } from './members.args.js';
import { MemberCounts } from './members.type.js';

/** All members of a network are looked at, and their names read. */
const SEARCH = 100;

@Resolver()
export class MembersResolver {
  constructor(
    private readonly members: MembersService,
    private readonly profiles: ProfileService,
    private readonly questions: MemberQuestionService,
    private readonly limits: Limits,
  ) {}

  @Cost({ own: SEARCH })
  @Query(() => ProfileConnection, {
    name: 'members',
    description:
      'The members of one of your networks, by name, state and what is true of them. Cursors in the order NAME hold names: keep them out of addresses.',
  })
  async list(@Args() args: MembersArgs, @Ctx() context: Context): Promise<ProfileConnection> {
    const { viewer, locale } = context;
    const sort = args.sort ?? 'name';
    const filter = toFilter(args.filter);
    const list = `members:${digestOf([args.network, filter, sort])}`;
    const page = keyedPage(list, requestedPage(args, this.limits.pageSize));
    const id = await networkId(context, args.network);
    const found = await this.members.list(viewer, id, filter, sort, page);
    const wholes = await this.profiles.wholes(
      viewer,
      found.items.map(({ profileId }) => profileId),
    );
    const items = found.items.flatMap(({ key, profileId }) => {
      const whole = wholes.get(profileId);
      return whole ? [{ key, profile: toProfile(whole, locale) }] : [];
    });
    return keyedConnection(
      list,
      { ...found, items },
      ({ key }) => key,
      ({ profile }) => profile,
    );
  }

  @Cost({ own: SEARCH, items: 10 })
  @Query(() => MemberCounts, {
    description: 'How many members of one of your networks there are of each kind.',
  })
  async memberCounts(
    @Args() { network, filter }: MemberCountsArgs,
    @Ctx() context: Context,
  ): Promise<MemberCounts> {
    const id = await networkId(context, network);
    const { total, states, marks } = await this.members.counts(
      context.viewer,
      id,
      toFilter(filter),
    );
    return { total, states: [...states], marks: [...marks] };
  }

  @RefusableMutation(() => AskMembersResult, {
    description:
      'Asks mediators of your network something about their profiles. Each gets a mail in her language, which says only that a question waits, and answers with a correction: signed in, or by the link of the mail. Nobody is asked twice within seven days. Each is answered on its own.',
  })
  async askMembers(
    @Args() { network, ids, question, text }: AskMembersArgs,
    @Ctx() context: Context,
  ): Promise<AskOutcomes> {
    const keys = await mediatorKeys(context, ids, (i) => `ids.${i}`);
    const id = await networkId(context, network);
    const asked = { question: question ?? null, text: text ?? null };
    const results = await this.questions.ask(context.viewer, id, keys, asked);
    const outcomes = results.map(({ error }, i): AskOutcome => {
      const profileId = ids[i] ?? '';
      const result = error
        ? toRefusal(error, context.locale)
        : { __typename: 'MemberAsked' as const, profileId };
      return { profileId, result };
    });
    return { __typename: 'AskOutcomes', outcomes };
  }
}

function toFilter(input: MemberFilterInput | null | undefined): MemberFilter {
  const { name = null, states = null, marks, importId } = input ?? {};
  return { name, states, marks: marks ?? [], importId: importId ? importKey(importId) : null };
}

/** @throws InvalidInputError */
function importKey(id: string): string {
  return isUuid(id) ? id : readIdOf('Import', id, 'filter.importId');
}
