import type { Type } from '@nestjs/common';
import { ID, ResolveField, Resolver } from '@nestjs/graphql';
import { MediatorContact } from '../contacts/contact.type.js';
import type { Context } from '../graphql/context.js';
import { globalId } from '../graphql/global-id.js';
import { Account } from '../identity/account.type.js';
import { Invitation } from '../identity/invitation.type.js';
import { Correction } from '../self-service/correction.type.js';

/** Types that say by an id of whom they are. Their objects hold the key of her, which never leaves. */
const OF_A_WOMAN = [
  {
    type: Account,
    nullable: true,
    description:
      'The id of her own profile if she is a mediator. Shown to her curators and herself, null to others.',
  },
  {
    type: Invitation,
    nullable: true,
    description:
      'The id of the profile that will be hers when she accepts. Shown to her curators, null to others.',
  },
  {
    type: MediatorContact,
    nullable: false,
    description: 'The id of the mediator whose contact data this is.',
  },
  {
    type: Correction,
    nullable: false,
    description: 'The id of the mediator who asks for the correction.',
  },
];

/** Gives the ids by which the women of these types are known outside. */
export const MEDIATOR_ID_RESOLVERS = OF_A_WOMAN.map(({ type, ...options }): Type => {
  @Resolver(() => type)
  class MediatorIdResolver {
    @ResolveField(() => ID, options)
    async mediatorId(
      { mediatorId: key }: { readonly mediatorId: string | null },
      _args: unknown,
      { publicIds }: Context,
    ): Promise<string | null> {
      const id = key === null ? null : await publicIds.load(key);
      return id && globalId('Mediator', id);
    }
  }
  return MediatorIdResolver;
});
