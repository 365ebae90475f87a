import {
  DEFINITIONS,
  type FieldDefinition,
  type FieldType,
  type PROFILE_FIELDS,
  type StatedField,
  type StatedFields,
} from '#directory';
import type { Type } from '@nestjs/common';
import {
  Field,
  InputType,
  Int,
  ObjectType,
  type FieldOptions,
  type ReturnTypeFuncValue,
} from '@nestjs/graphql';
import { Area, LocalizedText } from './coded.type.js';
import { Day } from './days.scalar.js';
import { choiceEnum } from './enums/graph-enum.js';
import { RoleEnum, SupportEnum, TrackEnum } from './enums/vocabulary.js';
import { Node } from './node.type.js';
import {
  ExperienceInput,
  ExpertiseSkillInput,
  LanguageSkillInput,
  LocalizedTextInput,
  ProfileAvailabilityInput,
} from './profile-values.input.js';
import { Experience, ExpertiseSkill, LanguageSkill } from './profile-values.type.js';

/*
 * What the graph has of the fields of the profile, made from the table of fields when the program starts. What is
 * shown otherwise than it is held, such as an age band, stands in the types themselves.
 */

type Fields = typeof PROFILE_FIELDS;
type KindOf<K extends StatedField> = Fields[K]['type']['kind'];
type ListKind = 'names' | 'codes' | 'skills' | 'experience';

/** Fields of `Profile` that hold what is held. How available she is, and her biographies, have fields of their own. */
export type HeldField = Exclude<StatedField, 'availability' | 'biography'>;

/** Fields of `Mediator`: those that others than her curators may see as they are held. */
export type SeenField = {
  [K in HeldField]: Fields[K] extends { audience: 'PUBLIC' | 'VETTED' } ? K : never;
}[HeldField];

type Element<T> = T extends readonly (infer Each)[] ? Each : never;

interface Inputs {
  texts: LocalizedTextInput[];
  availability: ProfileAvailabilityInput;
  experience: ExperienceInput[];
}

type InputOf<K extends StatedField> =
  KindOf<K> extends keyof Inputs
    ? Inputs[KindOf<K>]
    : KindOf<K> extends ListKind
      ? Element<StatedFields[K]>[]
      : StatedFields[K];

type OutputOf<K extends StatedField> = Fields[K]['type'] extends {
  of: 'territory';
  kind: infer Kind;
}
  ? Kind extends 'codes'
    ? Area[]
    : Area | null
  : KindOf<K> extends 'experience'
    ? Experience[]
    : Fields[K]['type'] extends { of: 'language' }
      ? LanguageSkill[]
      : Fields[K]['type'] extends { of: 'expertise' }
        ? ExpertiseSkill[]
        : KindOf<K> extends ListKind
          ? Element<StatedFields[K]>[]
          : StatedFields[K] | null;

export const HELD_FIELDS = DEFINITIONS.filter(
  ([field]) => field !== 'availability' && field !== 'biography',
) as readonly (readonly [HeldField, FieldDefinition])[];

export const SEEN_FIELDS = HELD_FIELDS.filter(
  ([, { audience }]) => audience === 'PUBLIC' || audience === 'VETTED',
) as readonly (readonly [SeenField, FieldDefinition])[];

/** What a source can state: each field once, all of them optional. */
export function statedFields(): Type<{ [K in StatedField]?: InputOf<K> | null }> {
  @InputType({ isAbstract: true })
  abstract class Stated {}
  for (const [field, definition] of DEFINITIONS) {
    const { type, about, stating } = definition;
    const description = sentences(about, limitOf(type), stating);
    add(Stated, field, inputType(field, definition), { nullable: true, description });
  }
  return Stated as Type<object>;
}

/** What is held of her, for her curators and herself. */
export function heldFields(): AbstractType<Node & { [K in HeldField]: OutputOf<K> }> {
  @ObjectType({ isAbstract: true })
  abstract class Held extends Node {}
  for (const [field, definition] of HELD_FIELDS) {
    const nullable = isNullable(definition.type);
    const unstated = nullable ? 'Null if nobody has stated it.' : undefined;
    const description = sentences(definition.about, unstated);
    add(Held, field, outputType(field, definition), { nullable, description });
  }
  return Held as AbstractType<never>;
}

/** What others see of her as it is held. */
export function seenFields(): AbstractType<Node & { [K in SeenField]: OutputOf<K> }> {
  @ObjectType({ isAbstract: true })
  abstract class Seen extends Node {}
  for (const [field, definition] of SEEN_FIELDS) {
    const { type, about, reading } = definition;
    const nullable = !isList(type);
    const withheld = nullable
      ? 'Null if nobody has stated it or the viewer may not see it.'
      : 'Empty if nobody has stated any or the viewer may not see them.';
    const description = sentences(about, reading, withheld);
    add(Seen, field, outputType(field, definition), { nullable, description });
  }
  return Seen as AbstractType<never>;
}

type AbstractType<T> = abstract new () => T;

function add(target: AbstractType<object>, field: string, type: GraphType, options: FieldOptions) {
  Field(() => type, options)(target.prototype as object, field);
}

type GraphType = ReturnTypeFuncValue;

function inputType(field: StatedField, definition: FieldDefinition): GraphType {
  const { type } = definition;
  switch (type.kind) {
    case 'code':
      return codeType(type.of, String);
    case 'codes':
      return [codeType(type.of, String)] as GraphType;
    case 'texts':
      return [LocalizedTextInput];
    case 'skills':
      return type.of === 'language' ? [LanguageSkillInput] : [ExpertiseSkillInput];
    case 'availability':
      return ProfileAvailabilityInput;
    case 'experience':
      return [ExperienceInput];
    default:
      return plainType(field, definition);
  }
}

function outputType(field: StatedField, definition: FieldDefinition): GraphType {
  const { type } = definition;
  switch (type.kind) {
    case 'code':
      return codeType(type.of, Area);
    case 'codes':
      return [codeType(type.of, Area)] as GraphType;
    case 'skills':
      return type.of === 'language' ? [LanguageSkill] : [ExpertiseSkill];
    case 'texts':
      return [LocalizedText];
    case 'experience':
      return [Experience];
    default:
      return plainType(field, definition);
  }
}

/** Closed lists are enums; a territory is a text on its way in and a named area on its way out. */
function codeType(list: 'territory' | 'track' | 'role' | 'support', territory: GraphType) {
  return { territory, track: TrackEnum, role: RoleEnum, support: SupportEnum }[list];
}

function plainType(field: StatedField, { type, about }: FieldDefinition): GraphType {
  switch (type.kind) {
    case 'names':
      return [String];
    case 'flag':
      return Boolean;
    case 'number':
    case 'year':
      return Int;
    case 'past-day':
      return Day;
    case 'choice':
      return choiceEnum(field, sentences(about), type.of);
    default:
      return String;
  }
}

function isList({ kind }: FieldType): boolean {
  return ['names', 'codes', 'skills', 'experience', 'texts'].includes(kind);
}

/** Whether nothing may be held: a name that is kept, a flag and a count always say something. */
function isNullable(type: FieldType): boolean {
  if (type.kind === 'name') return !type.kept;
  if (type.kind === 'number') return type.unstated === null;
  return !isList(type) && type.kind !== 'flag';
}

function limitOf(type: FieldType): string | undefined {
  switch (type.kind) {
    case 'name':
    case 'text':
      return `At most ${type.longest.toLocaleString('en')} characters.`;
    case 'number':
      return `From ${type.from} to ${type.to.toLocaleString('en')}.`;
    case 'code':
      return type.of === 'territory' ? 'An ISO 3166-1 alpha-2 code.' : undefined;
    case 'codes':
      return type.of === 'territory' ? 'ISO 3166-1 alpha-2 codes, at most 60.' : undefined;
    case 'names':
    case 'skills':
    case 'experience':
      return 'At most 60.';
    default:
      return undefined;
  }
}

function sentences(about: string, ...others: readonly (string | undefined)[]): string {
  return [`${about}.`, ...others].filter(Boolean).join(' ');
}
