import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';
import type { Limits } from './limits.js';

/** What a selection costs with every fragment counted where it is used. */
interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, fields: 0 };

/**
 * Refuses documents that are too deep, have too many aliases or select too many fields.
 *
 * Each fragment is measured once, so the time is proportional to the document however often a
 * fragment is spread; fragments are told apart by their definition and not by their name alone, so
 * no name (`__schema`) is special. Introspection is as deep as it is by the standard's own query and
 * is bounded by the fields alone.
 */
export function documentLimits(limits: Limits): ValidationRule {
  return (context) => {
    const fragments = new Map(fragmentsOf(context.getDocument()).map((f) => [f.name.value, f]));
    const measured = new Map<FragmentDefinitionNode, Size>();

    const fragmentSize = (name: string): Size => {
      const fragment = fragments.get(name);
      if (!fragment) return NOTHING;
      let size = measured.get(fragment);
      if (!size) {
        // A fragment that spreads itself is refused by another rule; here it must only not loop.
        measured.set(fragment, NOTHING);
        size = sizeOf(fragment.selectionSet);
        measured.set(fragment, size);
      }
      return size;
    };

    const sizeOf = (set: SelectionSetNode): Size =>
      set.selections.reduce<Size>((total, selection) => {
        if (selection.kind === Kind.FRAGMENT_SPREAD) {
          return plus(total, fragmentSize(selection.name.value));
        }
        if (selection.kind === Kind.INLINE_FRAGMENT) {
          return plus(total, sizeOf(selection.selectionSet));
        }
        const inner = selection.selectionSet ? sizeOf(selection.selectionSet) : NOTHING;
        const introspects = selection.name.value.startsWith('__');
        return plus(total, {
          depth: introspects ? 1 : inner.depth + 1,
          aliases: inner.aliases + (selection.alias ? 1 : 0),
          fields: inner.fields + 1,
        });
      }, NOTHING);

    return {
      OperationDefinition(operation: OperationDefinitionNode) {
        const size = sizeOf(operation.selectionSet);
        for (const part of ['depth', 'aliases', 'fields'] as const) {
          if (size[part] <= limits[part]) continue;
          context.reportError(new GraphQLError(`${SENTENCES[part]} ${limits[part]} are allowed.`));
        }
      },
    };
  };
}

const SENTENCES = {
  depth: 'The document is nested too deep: at most',
  aliases: 'The document has too many aliases: at most',
  fields: 'The document selects too many fields: at most',
} as const;

function plus(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    fields: a.fields + b.fields,
  };
}

function fragmentsOf(document: DocumentNode): FragmentDefinitionNode[] {
  return document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
}
