import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PageInfo } from './page.js';

/** Base of an edge type: a node and its cursor. */
export function EdgeOf<T>(node: Type<T>) {
  @ObjectType({ isAbstract: true })
  abstract class Edge {
    @Field(() => String, { description: 'Opaque; a page may begin or end here.' })
    cursor!: string;

    @Field(() => node, { description: 'What was found.' })
    node!: T;
  }
  return Edge;
}

/** Base of a connection type: a page of edges and where it stands. */
export function ConnectionOf<E>(edge: Type<E>) {
  @ObjectType({ isAbstract: true })
  abstract class Connection {
    @Field(() => [edge], { description: 'The page, in order.' })
    edges!: E[];

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many there are in the whole list.' })
    totalCount!: number;
  }
  return Connection;
}
