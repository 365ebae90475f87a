import { VERSION } from '#config';
import { Controller, Get, Header } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';

/** For whoever writes a client: which version runs, and its schema, also where introspection is off. */
@Controller()
export class VersionController {
  private sdl: string | null = null;

  constructor(private readonly host: GraphQLSchemaHost) {}

  /** The program's own version; nothing of the machine that it runs on. */
  @Get('version')
  version(): { version: string } {
    return { version: VERSION };
  }

  /** The schema of the running version, in the schema definition language. */
  @Get('schema.graphql')
  @Header('content-type', 'application/graphql; charset=utf-8')
  schema(): string {
    this.sdl ??= `${printSchema(lexicographicSortSchema(this.host.schema))}\n`;
    return this.sdl;
  }
}
