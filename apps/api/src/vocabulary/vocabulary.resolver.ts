import { pageFrom, pageResult, type ListPage, type ListResult } from '#kernel';
import {
  entries,
  foldText,
  label,
  type Locale,
  type VocabularyEntry as Entry,
  type VocabularyKind,
} from '#vocabulary';
import { Args, ArgsType, Context as Ctx, Field, Query, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import type { Context } from '../graphql/context.js';
import { VocabularyKindEnum } from '../graphql/enums.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage, keyedConnection, keyedPage, PageArgs } from '../graphql/page.js';
import { toTexts } from '../graphql/texts.js';
import { VocabularyConnection, VocabularyEntry } from './vocabulary.type.js';
import { MaxCharacters } from '../graphql/max-characters.js';

@ArgsType()
class VocabularyArgs extends PageArgs {
  @Field(() => VocabularyKindEnum, { description: 'Which list of the vocabulary to return.' })
  kind!: VocabularyKind;

  @Field(() => String, {
    nullable: true,
    description:
      'Only entries with a name or code that contains this text. Accents and case do not matter. At most 100 characters.',
  })
  @IsOptional()
  @MaxCharacters(100)
  search?: string | null;
}

@Resolver(() => VocabularyEntry)
export class VocabularyResolver {
  constructor(private readonly limits: Limits) {}

  @Query(() => VocabularyConnection, {
    description: 'The entries of a list of the vocabulary, in the order of their codes.',
  })
  vocabulary(@Args() args: VocabularyArgs, @Ctx() { locale }: Context): VocabularyConnection {
    const page = keyedPage(args.kind, requestedPage(args, this.limits.pageSize));
    const result = pageOf(matching(args.kind, args.search ?? ''), page);
    return keyedConnection(
      args.kind,
      result,
      ({ code }) => code,
      (entry) => toEntry(entry, locale),
    );
  }
}

function matching(kind: VocabularyKind, search: string): Entry[] {
  const wanted = foldText(search);
  const names = (entry: Entry) => [entry.code, ...Object.values(entry.labels), ...entry.aliases];
  return entries(kind)
    .filter(
      (entry) => wanted === '' || names(entry).some((name) => foldText(name).includes(wanted)),
    )
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

function pageOf(sorted: readonly Entry[], page: ListPage): ListResult<Entry> {
  const requested = pageFrom(page);
  const { forward, size, from } = requested;
  const isBeyond = ({ code }: Entry) => from === null || (forward ? code > from : code < from);
  const beyond = sorted.filter(isBeyond);
  const ahead = (forward ? beyond : beyond.toReversed()).slice(0, size + 1);
  return pageResult(requested, ahead, sorted.length, beyond.length < sorted.length);
}

function toEntry(entry: Entry, locale: Locale): VocabularyEntry {
  return {
    kind: entry.kind,
    code: entry.code,
    label: label(entry.kind, entry.code, locale),
    labels: toTexts(entry.labels),
    aliases: [...entry.aliases],
    parent: entry.parent,
    members: [...entry.members],
    definition: entry.definition,
    source: entry.source,
    asOf: entry.asOf,
    verify: entry.verify,
  };
}
