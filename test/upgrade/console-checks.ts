import { Kind, OperationTypeNode, parse, type OperationDefinitionNode } from 'graphql';
import type { Person } from './people.js';
import type { Report } from './report.js';
import type { Side } from './side-by-side.js';
import { ConsoleVisitor, consoleOperations } from './stored-operations.js';

/** Said of an operation that this version does not have: the page asks to be loaded again. */
const NOT_STORED = 'OPERATION_NOT_STORED';

/** What an api must not say of an operation that it has. */
const FAILURES: ReadonlySet<string> = new Set([
  'GRAPHQL_VALIDATION_FAILED',
  'INVALID_TOKEN',
  'INTERNAL_SERVER_ERROR',
]);

/** Pages of the console of one version that ask the other one: they are open when the processes are replaced. */
export async function consoleChecks(
  report: Report,
  organizer: Person,
  older: Side,
  newer: Side,
): Promise<void> {
  for (const [page, api] of [
    [older, newer],
    [newer, older],
  ] as const) {
    const words = `operations of the console of ${page.version.name} are answered by ${api.version.name}`;
    await report.step(words, async () => {
      const operations = await consoleOperations(page.version.root);
      const she = await ConsoleVisitor.signIn(page.door, organizer);
      const failed: string[] = [];
      let [asked, unknown] = [0, 0];
      for (const [hash, text] of operations) {
        if (wouldChange(text)) continue;
        asked += 1;
        const code = await she.ask(api.door, hash);
        if (code === NOT_STORED) unknown += 1;
        else if (code !== null && FAILURES.has(code)) failed.push(`${nameOf(text)} (${code})`);
      }
      if (unknown === asked) throw new Error('it knows none of them');
      if (failed.length > 0) throw new Error(failed.join(', '));
      return `${asked - unknown} of ${asked}; for ${unknown} the page is loaded again`;
    });
  }
}

/** A change that needs no variables is executed when it is named. Others are refused for what they lack. */
function wouldChange(document: string): boolean {
  return operationsOf(document).some(
    ({ operation, variableDefinitions = [] }) =>
      operation === OperationTypeNode.MUTATION &&
      !variableDefinitions.some(
        ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue,
      ),
  );
}

function nameOf(document: string): string {
  return operationsOf(document)[0]?.name?.value ?? '';
}

function operationsOf(document: string): OperationDefinitionNode[] {
  return parse(document).definitions.filter(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION,
  );
}
