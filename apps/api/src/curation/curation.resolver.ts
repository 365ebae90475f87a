import {
  AffiliationService,
  CurationService,
  LifeCycleService,
  MergeService,
  NetworkService,
  ProfileService,
  type StepDetails,
} from '#directory';
import { ownMediatorId } from '#identity';
import { NotFoundError } from '#kernel';
import { say } from '#messages';
import { Args, Context as Ctx, ID, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { globalId, mediatorKey, mediatorKeys, readIdOf } from '../graphql/global-id.js';
import { RefusableMutation, RefusableQuery, toRefusal } from '../graphql/refusals.js';
import { networkId } from '../networks/network-id.js';
import { Network, NetworkResult } from '../networks/network.type.js';
import { toNetwork } from '../networks/to-network.js';
import {
  CreateProfileArgs,
  EditProfileArgs,
  MergePreviewArgs,
  MergeProfilesArgs,
  RevertFieldArgs,
  StepProfileArgs,
  StepProfilesArgs,
  type EvidenceInput,
} from './curation.args.js';
import {
  ConfirmationResult,
  ConfirmedProfile,
  EndAffiliationResult,
  EndedAffiliation,
  MergedProfiles,
  MergeResult,
  PartedProfiles,
  ProfileResult,
  ProfileStepOutcomes,
  ProfileStepsResult,
  UnmergeResult,
} from './curation.results.js';
import { MergePreview, MergePreviewResult } from './merge-preview.type.js';
import { toChanges } from './profile-changes.input.js';
import { Profile } from './profile.type.js';
import { toProfile } from './to-profile.js';

@Resolver(() => Profile)
export class CurationResolver {
  constructor(
    private readonly curation: CurationService,
    private readonly lifeCycle: LifeCycleService,
    private readonly merges: MergeService,
    private readonly memberships: AffiliationService,
    private readonly networks: NetworkService,
    private readonly profiles: ProfileService,
  ) {}

  @RefusableMutation(() => ProfileResult, {
    description: 'Creates a profile as a draft, without an import.',
  })
  async createProfile(
    @Args() { network, externalId = null, changes }: CreateProfileArgs,
    @Ctx() context: Context,
  ): Promise<Profile> {
    const id = await this.curation.create(context.viewer, {
      networkId: await networkId(context, network),
      externalId,
      changes: toChanges(changes),
    });
    return this.profile(id, context);
  }

  @RefusableMutation(() => ProfileResult, {
    description: 'Changes what you, or your network, state about a mediator.',
  })
  async editProfile(
    @Args() { id, revision, changes, network }: EditProfileArgs,
    @Ctx() context: Context,
  ): Promise<Profile> {
    const key = await mediatorKey(context, id);
    const speaksFor = network ? await networkId(context, network) : null;
    await this.curation.edit(context.viewer, key, revision, toChanges(changes), speaksFor);
    return this.profile(key, context);
  }

  @RefusableMutation(() => ProfileResult, {
    description:
      "Restores the value that a field had before a change, as your own or your network's statement.",
  })
  async revertField(
    @Args() { id, change, network }: RevertFieldArgs,
    @Ctx() context: Context,
  ): Promise<Profile> {
    const key = await mediatorKey(context, id);
    const changeId = readIdOf('FieldChange', change, 'change');
    const speaksFor = network ? await networkId(context, network) : null;
    await this.curation.revert(context.viewer, key, changeId, speaksFor);
    return this.profile(key, context);
  }

  @RefusableMutation(() => ProfileResult, {
    description:
      'Restores all that you, or your network, stated before a change: that change and later ones of the same source are undone.',
  })
  async revertProfile(
    @Args() { id, change, network }: RevertFieldArgs,
    @Ctx() context: Context,
  ): Promise<Profile> {
    const key = await mediatorKey(context, id);
    const changeId = readIdOf('FieldChange', change, 'change');
    const speaksFor = network ? await networkId(context, network) : null;
    await this.curation.revertSince(context.viewer, key, changeId, speaksFor);
    return this.profile(key, context);
  }

  @RefusableMutation(() => ProfileResult, {
    description: 'Adds a note to a profile for its curators. The mediator can read it too.',
  })
  async addNote(
    @Args('id', { type: () => ID, description: 'The id of the profile that the note is about.' })
    id: string,
    @Args('text', {
      type: () => String,
      description: 'The note as plain text, at most 4,000 characters.',
    })
    text: string,
    @Ctx() context: Context,
  ): Promise<Profile> {
    const key = await mediatorKey(context, id);
    await this.curation.addNote(context.viewer, key, text);
    return this.profile(key, context);
  }

  @RefusableMutation(() => ProfileResult, {
    description: 'Takes a step in the life cycle of a profile, such as submitting or verifying it.',
  })
  async stepProfile(
    @Args() { id, step, evidence, note }: StepProfileArgs,
    @Ctx() context: Context,
  ): Promise<Profile> {
    const key = await mediatorKey(context, id);
    await this.lifeCycle.step(context.viewer, key, step, toDetails(evidence, note));
    return this.profile(key, context);
  }

  @RefusableMutation(() => ProfileStepsResult, {
    description:
      'Takes the same step with many profiles. Each is answered on its own: a refusal of one does not hold up the others.',
  })
  async stepProfiles(
    @Args() { ids, step, evidence, note }: StepProfilesArgs,
    @Ctx() context: Context,
  ): Promise<ProfileStepOutcomes> {
    const { viewer, locale } = context;
    const keys = await mediatorKeys(context, ids, (i) => `ids.${i}`);
    const details = toDetails(evidence, note);
    const results = await this.lifeCycle.steps(viewer, keys, step, details);
    const wholes = await this.profiles.wholes(viewer, keys);
    const byKey = new Map(results.map(({ id, error }) => [id, error]));
    const outcomes = keys.map((key, i) => {
      const whole = wholes.get(key);
      const error = byKey.get(key) ?? null;
      const refusal = toRefusal(error ?? new NotFoundError('profile'), locale);
      const result = error === null && whole ? toProfile(whole, locale) : refusal;
      return { profileId: ids[i] ?? '', result };
    });
    return { __typename: 'ProfileStepOutcomes', outcomes };
  }

  @RefusableMutation(() => ProfileResult, {
    description: "Confirms that everything in the viewer's own profile is still true.",
  })
  async confirmProfile(@Ctx() context: Context): Promise<Profile> {
    const mediatorId = ownMediatorId(context.viewer);
    await this.lifeCycle.step(context.viewer, mediatorId, 'confirm');
    return this.profile(mediatorId, context);
  }

  @RefusableMutation(() => ConfirmationResult, {
    description: 'Confirms a profile by the link of a reminder, without signing in. It works once.',
  })
  async confirmProfileByLink(
    @Args('token', { type: () => String, description: 'The token in the link of the mail.' })
    token: string,
  ): Promise<ConfirmedProfile> {
    const confirmedOn = await this.lifeCycle.confirmByLink(token);
    return { __typename: 'ConfirmedProfile', confirmedOn };
  }

  @Cost({ items: 25 })
  @RefusableQuery(() => MergePreviewResult, {
    description: 'What merging two profiles of the same mediator would do, before you do it.',
  })
  async mergePreview(
    @Args() { keep, other, choices }: MergePreviewArgs,
    @Ctx() context: Context,
  ): Promise<MergePreview> {
    const [kept, merged] = await Promise.all([
      mediatorKey(context, keep, 'keep'),
      mediatorKey(context, other, 'other'),
    ]);
    const { networkIds, ...preview } = await this.merges.preview(
      context.viewer,
      kept,
      merged,
      choices ?? [],
    );
    const networks = await Promise.all(networkIds.map((id) => context.networks.load(id)));
    return {
      __typename: 'MergePreview',
      ...preview,
      refusal: preview.refusal && say(preview.refusal, context.locale),
      consentsEnding: [...preview.consentsEnding],
      narrowed: [...preview.narrowed],
      fields: preview.fields.map((field) => ({ ...field, choices: [...field.choices] })),
      networks: networks.flatMap((view) => (view ? [toNetwork(view, context.locale)] : [])),
    };
  }

  @RefusableMutation(() => MergeResult, {
    description: 'Merges two profiles of the same mediator into one. `unmergeProfiles` undoes it.',
  })
  async mergeProfiles(
    @Args() { keep, keepRevision, other, otherRevision, choices }: MergeProfilesArgs,
    @Ctx() context: Context,
  ): Promise<MergedProfiles> {
    const [kept, merged] = await Promise.all([
      mediatorKey(context, keep, 'keep'),
      mediatorKey(context, other, 'other'),
    ]);
    const made = await this.merges.merge(context.viewer, {
      kept: { id: kept, revision: keepRevision },
      other: { id: merged, revision: otherRevision },
      choices: choices ?? [],
    });
    const merge = globalId('Merge', made);
    return { __typename: 'MergedProfiles', merge, profile: await this.profile(kept, context) };
  }

  @RefusableMutation(() => MergeResult, {
    description:
      'Merges the records of a suggestion of two networks, once both sides have said SAME. The record that she signs in to is kept, else that of your network. `unmergeProfiles` undoes it.',
  })
  async mergeLinked(
    @Args('id', { type: () => ID, description: 'The id of the suggestion.' }) id: string,
    @Ctx() context: Context,
  ): Promise<MergedProfiles> {
    const key = readIdOf('LinkSuggestion', id);
    const { merge, kept } = await this.merges.mergeAgreed(context.viewer, key);
    return {
      __typename: 'MergedProfiles',
      merge: globalId('Merge', merge),
      profile: await this.profile(kept, context),
    };
  }

  @RefusableMutation(() => UnmergeResult, {
    description: 'Undoes a merge: the two profiles stand for themselves again.',
  })
  async unmergeProfiles(
    @Args('merge', {
      type: () => ID,
      description: 'The id of the merge, as `mergeProfiles` or the work list gives it.',
    })
    merge: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<PartedProfiles> {
    const mergeId = readIdOf('Merge', merge, 'merge');
    const { kept, other } = await this.merges.unmerge(viewer, mergeId);
    const wholes = await this.profiles.wholes(viewer, [kept, other]);
    const profiles = [kept, other].flatMap((id) => {
      const whole = wholes.get(id);
      return whole ? [toProfile(whole, locale)] : [];
    });
    return { __typename: 'PartedProfiles', profiles };
  }

  @RefusableMutation(() => EndAffiliationResult, {
    description:
      'Ends the affiliation of a mediator with your network. What the network stated about her is removed with it.',
  })
  async endAffiliation(
    @Args('network', {
      type: () => String,
      description: 'The slug of the network that no longer lists her.',
    })
    network: string,
    @Args('id', { type: () => ID, description: 'The id of the profile of the mediator.' })
    id: string,
    @Ctx() context: Context,
  ): Promise<EndedAffiliation> {
    const key = await mediatorKey(context, id);
    const { viewer, locale } = context;
    await this.memberships.end(viewer, await networkId(context, network), key);
    const whole = (await this.profiles.wholes(viewer, [key])).get(key);
    return { __typename: 'EndedAffiliation', profile: whole ? toProfile(whole, locale) : null };
  }

  @RefusableMutation(() => NetworkResult, {
    description:
      'Switches the four-eyes rule of your network on or off. While it is on, nobody verifies a profile that she submitted or edited last herself.',
  })
  async setFourEyes(
    @Args('network', { type: () => String, description: 'The slug of your network.' })
    network: string,
    @Args('on', { type: () => Boolean, description: 'True if the rule is to hold from now on.' })
    on: boolean,
    @Ctx() context: Context,
  ): Promise<Network> {
    const id = await networkId(context, network);
    const view = await this.networks.setFourEyes(context.viewer, id, on);
    return toNetwork(view, context.locale);
  }

  private async profile(id: string, { viewer, locale }: Context): Promise<Profile> {
    return toProfile(await this.profiles.whole(viewer, id), locale);
  }
}

function toDetails(evidence?: EvidenceInput | null, note?: string | null): StepDetails {
  const { references, accreditation } = evidence ?? {};
  return { note, evidence: { references: references ?? [], accreditation } };
}
