import { digestOf, pageFrom, pageResult, type ListPage, type ListResult } from '#kernel';
import {
  entries,
  enumName,
  foldText,
  label,
  type Locale,
  type VocabularyEntry as Entry,
  type VocabularyKind,
} from '#vocabulary';
import { Args, ArgsType, Context as Ctx, Field, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import type { Context } from '../graphql/context.js';
import { VocabularyKindEnum } from '../graphql/enums/vocabulary.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage, keyedConnection, keyedPage, PageArgs } from '../graphql/page.js';
import { toTexts } from '../graphql/texts.js';
import { VocabularyConnection, VocabularyEntry } from './vocabulary.type.js';
import { MaxCharacters } from '../graphql/max-characters.js';

/** As many as a page holds that nobody has made smaller. */
const MOST_CODES = 100;

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

  @Field(() => [String], {
    nullable: true,
    description: `Only entries with these codes. A code that the list does not have is left out. At most ${MOST_CODES}.`,
  })
  @IsOptional()
  @ArrayMaxSize(MOST_CODES)
  @MaxCharacters(100, { each: true })
  codes?: string[] | null;
}

@Resolver(() => VocabularyEntry)
export class VocabularyResolver {
  constructor(private readonly limits: Limits) {}

  @Query(() => VocabularyConnection, {
    description:
      'The entries of a list of the vocabulary: in the order of their codes or, where something is sought, the nearest first.',
  })
  vocabulary(@Args() args: VocabularyArgs, @Ctx() { locale }: Context): VocabularyConnection {
    const search = foldText(args.search ?? '');
    const codes = args.codes ? new Set(args.codes) : null;
    const isWhole = search === '' && codes === null;
    const asked = [search, locale, ...[...(codes ?? [])].toSorted()];
    const list = isWhole ? args.kind : `${args.kind}:${digestOf(asked)}`;
    const page = keyedPage(list, requestedPage(args, this.limits.pageSize));
    const found = matching(args.kind, search, locale).filter(
      ({ entry }) => codes?.has(entry.code) ?? true,
    );
    const result = pageOf(found, page);
    return keyedConnection(
      list,
      result,
      ({ key }) => key,
      ({ entry }) => toEntry(entry, locale),
    );
  }
}

/** An entry with its place in the list. */
interface Placed {
  readonly key: string;
  readonly entry: Entry;
}

function matching(kind: VocabularyKind, search: string, locale: Locale): Placed[] {
  return entries(kind)
    .flatMap((entry): Placed[] => {
      const key = search === '' ? entry.code : soughtKey(entry, search, locale);
      return key === null ? [] : [{ key, entry }];
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * The place of an entry among those that somebody may mean, nearest first; null if nothing of it holds the text. A name in
 * the reader's language counts before other names, a beginning before a word within, and that before anything within it.
 */
function soughtKey(entry: Entry, search: string, locale: Locale): string | null {
  const own = foldText(label(entry.kind, entry.code, locale));
  const others = [entry.code, ...Object.values(entry.labels), ...entry.aliases].map(foldText);
  const nearness = [
    own === search,
    own.startsWith(search),
    foldText(entry.code) === search,
    others.some((name) => name.startsWith(search)),
    [own, ...others].some((name) => name.includes(` ${search}`)),
    [own, ...others].some((name) => name.includes(search)),
  ].indexOf(true);
  return nearness === -1 ? null : `${nearness} ${own} ${entry.code}`;
}

function pageOf(sorted: readonly Placed[], page: ListPage): ListResult<Placed> {
  const requested = pageFrom(page);
  const { forward, size, from } = requested;
  const isBeyond = ({ key }: Placed) => from === null || (forward ? key > from : key < from);
  const beyond = sorted.filter(isBeyond);
  const ahead = (forward ? beyond : beyond.toReversed()).slice(0, size + 1);
  return pageResult(requested, ahead, sorted.length, beyond.length < sorted.length);
}

function toEntry(entry: Entry, locale: Locale): VocabularyEntry {
  return {
    kind: entry.kind,
    code: entry.code,
    enumName: enumName(entry.kind, entry.code),
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
