import type { OrganizationKind, OrganizationState } from '#identity';
import { Field, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { OrganizationKindEnum, OrganizationStateEnum } from '../graphql/enums.js';
import { Node } from '../graphql/node.type.js';

@ObjectType({ implements: () => [Node], description: 'Whom organizers and focal points ask for.' })
export class Organization extends Node {
  override readonly __typename = 'Organization';

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => OrganizationKindEnum, { description: 'What it is.' })
  kind!: OrganizationKind;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2, where it is of one.' })
  country!: string | null;

  @Field(() => OrganizationStateEnum, { description: 'Its people are vetted while VERIFIED.' })
  state!: OrganizationState;
}

@ObjectType({ description: 'An organization of a page.' })
export class OrganizationEdge extends EdgeOf(Organization) {}

@ObjectType({ description: 'A page of organizations.' })
export class OrganizationConnection extends ConnectionOf(OrganizationEdge) {}
