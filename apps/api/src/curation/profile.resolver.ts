import { may } from '#identity';
import type { ListResult } from '#kernel';
import {
  LifeCycleService,
  ProfileService,
  sayReject,
  WorkListService,
  type FieldChange,
  type WorkItem as Item,
} from '#directory';
import { Args, Context as Ctx, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { globalId, mediatorKey } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage, keyedConnection, keyedPage } from '../graphql/page.js';
import { networkId } from '../networks/network-id.js';
import { Network } from '../networks/network.type.js';
import { toNetwork } from '../networks/to-network.js';
import {
  CuratedProfilesArgs,
  FindProfilesArgs,
  HistoryArgs,
  WorkListArgs,
} from './curation.args.js';
import {
  ProfileChange,
  ProfileChangeConnection,
  ProfileEvidence,
  ProfileImport,
  ProfileNote,
  ProfileStepRecord,
} from './profile-past.type.js';
import { FieldStatement, NextStep, Profile, ProfileSource } from './profile.type.js';
import { statedWords } from './stated-words.js';
import { toProfile, toProfileChange, toProfileMerge, toStatements } from './to-profile.js';
import { ProfileConnection, type WorkItem, WorkItemConnection } from './work-list.type.js';

const HISTORY = 'history';
/** The names of a network are read, as many as there are. */
const SEARCH = 100;
/** A few statements about one woman. */
const STEPS = 20;

@Resolver(() => Profile)
export class ProfileResolver {
  constructor(
    private readonly profiles: ProfileService,
    private readonly workLists: WorkListService,
    private readonly lifeCycle: LifeCycleService,
    private readonly limits: Limits,
  ) {}

  @Query(() => Profile, {
    nullable: true,
    description:
      'All that is held about a mediator except contact data, for her curators and herself. Null if there is none that the viewer may see.',
  })
  async profile(
    @Args('id', { type: () => ID, description: 'The id of the mediator or of the profile.' })
    id: string,
    @Ctx() context: Context,
  ): Promise<Profile | null> {
    const { viewer, locale } = context;
    const key = await mediatorKey(context, id);
    const found = (await this.profiles.wholes(viewer, [key])).get(key);
    return found ? toProfile(found, locale) : null;
  }

  @Query(() => ProfileConnection, { description: 'The profiles that one of your networks lists.' })
  async curatedProfiles(
    @Args() args: CuratedProfilesArgs,
    @Ctx() context: Context,
  ): Promise<ProfileConnection> {
    const { network, states = null } = args;
    const list = `curated:${network}`;
    const page = keyedPage(list, requestedPage(args, this.limits.pageSize));
    const id = await networkId(context, network);
    const found = await this.workLists.profiles(context.viewer, id, states, page);
    return this.listed(list, found, context);
  }

  @Cost({ own: SEARCH })
  @Query(() => ProfileConnection, {
    description:
      'Finds profiles of one of your networks by the beginning of a name. Accents and case do not matter.',
  })
  async findProfiles(
    @Args() args: FindProfilesArgs,
    @Ctx() context: Context,
  ): Promise<ProfileConnection> {
    const { network, name } = args;
    const list = `named:${network}:${name}`;
    const page = keyedPage(list, requestedPage(args, this.limits.pageSize));
    const id = await networkId(context, network);
    return this.listed(list, await this.workLists.named(context.viewer, id, name, page), context);
  }

  @Query(() => WorkItemConnection, {
    description: 'The tasks that wait for the coordinators of a network.',
  })
  async workList(@Args() args: WorkListArgs, @Ctx() context: Context): Promise<WorkItemConnection> {
    const { network, kind } = args;
    const list = `work:${network}:${kind}`;
    const page = keyedPage(list, requestedPage(args, this.limits.pageSize));
    const id = await networkId(context, network);
    const found = await this.workLists.list(context.viewer, id, kind, page);
    return keyedConnection(
      list,
      await this.withProfiles(found, context),
      ({ key }) => key,
      ({ node }) => node,
    );
  }

  @ResolveField(() => ProfileChangeConnection, {
    nullable: true,
    description: 'The changes of every field, the latest first. Null for service accounts.',
  })
  async history(
    @Parent() { whole }: Profile,
    @Args() args: HistoryArgs,
    @Ctx() { histories }: Context,
  ): Promise<ProfileChangeConnection | null> {
    const page = keyedPage(HISTORY, requestedPage(args, this.limits.pageSize));
    if (!('first' in page)) throw new Error('A history goes forward.');
    const found: ListResult<FieldChange> | null = await histories.load({ profile: whole, page });
    return found && keyedConnection(HISTORY, found, ({ id }) => id, toProfileChange);
  }

  @Cost({ items: 30 })
  @ResolveField(() => [FieldStatement], {
    nullable: true,
    description:
      'What each source states, field by field: herself first, then networks in the order in which they joined. Null for service accounts.',
  })
  statements(
    @Parent() { whole }: Profile,
    @Ctx() { viewer, locale }: Context,
  ): FieldStatement[] | null {
    const subject = {
      kind: 'profile',
      mediatorId: whole.id,
      networkIds: whole.networkIds,
    } as const;
    return may(viewer, 'read-history', subject) ? toStatements(whole, locale) : null;
  }

  @Cost({ own: STEPS })
  @ResolveField(() => [NextStep], {
    nullable: true,
    description:
      'The steps that you can take with the profile in its present state, and what each lacks. Null for service accounts.',
  })
  async nextSteps(
    { whole }: Profile,
    _args: unknown,
    { viewer, pasts }: Context,
  ): Promise<NextStep[] | null> {
    const { steps } = await pasts.load(whole);
    if (!steps) return null;
    const next = await this.lifeCycle.nextSteps(viewer, whole.id);
    return next.map(({ step, lacks }) => ({ step, lacks: [...lacks] }));
  }

  @ResolveField(() => [ProfileNote], {
    nullable: true,
    description: 'The notes of her curators, which she can read too. Null for service accounts.',
  })
  async notes(
    { whole }: Profile,
    _args: unknown,
    { pasts }: Context,
  ): Promise<ProfileNote[] | null> {
    const { notes } = await pasts.load(whole);
    return notes && [...notes];
  }

  @ResolveField(() => [ProfileEvidence], {
    nullable: true,
    description: 'Why the profile can be believed. Null for service accounts.',
  })
  async evidence(
    { whole }: Profile,
    _args: unknown,
    { pasts }: Context,
  ): Promise<ProfileEvidence[] | null> {
    const { evidence } = await pasts.load(whole);
    return (
      evidence &&
      evidence.map(({ kind, ...one }) => ({ ...one, accreditation: kind === 'accreditation' }))
    );
  }

  @ResolveField(() => [ProfileStepRecord], {
    nullable: true,
    description: 'Every step of the life cycle so far. Null for service accounts.',
  })
  async steps(
    { whole }: Profile,
    _args: unknown,
    { pasts }: Context,
  ): Promise<ProfileStepRecord[] | null> {
    const { steps } = await pasts.load(whole);
    return steps && steps.map((step) => ({ ...step }));
  }

  @ResolveField(() => [ProfileImport], {
    nullable: true,
    description:
      'The imports that brought something new about her, the first one first. Null for service accounts.',
  })
  async imports(
    { whole }: Profile,
    _args: unknown,
    { pasts }: Context,
  ): Promise<ProfileImport[] | null> {
    const { imports } = await pasts.load(whole);
    return imports && imports.map((one) => ({ ...one }));
  }

  private async listed(
    list: string,
    found: ListResult<Item>,
    context: Context,
  ): Promise<ProfileConnection> {
    const shown = await this.withProfiles(found, context);
    return keyedConnection(
      list,
      { ...shown, items: shown.items.filter(({ node }) => node.profile !== null) },
      ({ key }) => key,
      ({ node }) => node.profile as Profile,
    );
  }

  /** The items of a page with their profiles, which are read in one go. */
  private async withProfiles(
    found: ListResult<Item>,
    { viewer, locale }: Context,
  ): Promise<ListResult<{ key: string; node: WorkItem }>> {
    const ids = found.items.flatMap(({ profileId }) => profileId ?? []);
    const wholes = await this.profiles.wholes(viewer, ids);
    const items = found.items.map(({ key, profileId, reject, merge, duplicateId }) => {
      const whole = profileId === null ? undefined : wholes.get(profileId);
      return {
        key,
        node: {
          profile: whole ? toProfile(whole, locale) : null,
          reject: reject && sayReject(reject, locale),
          merge: merge && toProfileMerge(merge),
          linkId: duplicateId && globalId('LinkSuggestion', duplicateId),
        },
      };
    });
    return { ...found, items };
  }
}

async function sourceNetwork(
  { networkId: id }: { readonly networkId: string | null },
  _args: unknown,
  { networks, locale }: Context,
): Promise<Network | null> {
  const found = id === null ? null : await networks.load(id);
  return found && toNetwork(found, locale);
}

@Resolver(() => ProfileSource)
export class ProfileSourceResolver {
  @ResolveField(() => Network, {
    nullable: true,
    description: 'The network that states it. Null if the mediator does.',
  })
  async network(source: ProfileSource, args: unknown, context: Context): Promise<Network | null> {
    return sourceNetwork(source, args, context);
  }
}

@Resolver(() => ProfileChange)
export class ProfileChangeResolver {
  @ResolveField(() => String, {
    nullable: true,
    description: '`before` in words, in the language of the request. Null if it is null.',
  })
  beforeWords(
    { field, before }: ProfileChange,
    _args: unknown,
    { locale }: Context,
  ): string | null {
    return before === null ? null : statedWords(field, before, locale);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: '`after` in words, in the language of the request. Null if it is null.',
  })
  afterWords({ field, after }: ProfileChange, _args: unknown, { locale }: Context): string | null {
    return after === null ? null : statedWords(field, after, locale);
  }
}

@Resolver(() => ProfileImport)
export class ProfileImportResolver {
  @ResolveField(() => Network, {
    nullable: true,
    description: 'The network whose list was imported.',
  })
  async network(from: ProfileImport, args: unknown, context: Context): Promise<Network | null> {
    return sourceNetwork(from, args, context);
  }
}

@Resolver(() => ProfileEvidence)
export class ProfileEvidenceResolver {
  @ResolveField(() => Network, {
    nullable: true,
    description: 'The network that accredits her. Null for a reference.',
  })
  async network(
    evidence: ProfileEvidence,
    args: unknown,
    context: Context,
  ): Promise<Network | null> {
    return sourceNetwork(evidence, args, context);
  }
}
