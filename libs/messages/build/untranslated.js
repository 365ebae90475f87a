import ts from 'typescript';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CONSOLE = fileURLToPath(new URL('../../../apps/console/src/', import.meta.url));

/** What is the same in every language. */
const SAME = new Set(['Baraza']);

/**
 * Words of the console that no catalogue holds: one sentence for each.
 *
 * Oxlint finds what stands between tags. This finds what a component is given and what is chosen in an expression. A place for
 * words is told by its use: an attribute (`label`), a property (`words`) or an argument (`tell`) that takes a message
 * anywhere in the console takes nothing but messages everywhere.
 */
export function untranslated(files = filesOf(CONSOLE)) {
  const sources = files.map(([name, text]) =>
    ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true),
  );
  const places = new Set();
  for (const source of sources) {
    eachPlace(source, (place, value) => {
      if (value && isMessage(value)) places.add(place);
    });
  }
  const problems = [];
  for (const source of sources) {
    eachPlace(source, (place, value) => {
      if (place !== CHILD && !places.has(place)) return;
      for (const { text, node } of textsOf(value)) {
        const words = CODES.test(place) ? /\p{L} \p{L}/u : /\p{L}{2}/u;
        if (!words.test(text) || SAME.has(text)) continue;
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        problems.push(`${source.fileName}:${line}: “${text}” is not in a catalogue.`);
      }
    });
  }
  return problems;
}

/** Between tags. */
const CHILD = 'child';

/** Places that also take codes and names of parameters: a single word is none to be read there. */
const CODES = /^(attribute name|property|argument)\b/;

/** Calls back with the name of each place of a file that may take words, and with what it takes. */
function eachPlace(source, use) {
  const visit = (node) => {
    if (ts.isJsxAttribute(node)) use(`attribute ${node.name.getText()}`, node.initializer);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) use(CHILD, node);
    if (ts.isPropertyAssignment(node)) use(`property ${node.name.getText()}`, node.initializer);
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      node.arguments.forEach((argument, i) =>
        use(`argument ${i} of ${node.expression.text}`, argument),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

/** `a ?? b`, `a || b`, `a + b` */
const EITHER = new Set([
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.PlusToken,
]);

const TRANSLATOR = /^t[a-z]?$/;

function isMessage(value) {
  const call = ts.isJsxExpression(value) ? value.expression : value;
  return call && ts.isCallExpression(call) && TRANSLATOR.test(call.expression.getText());
}

/** The words among which an expression chooses, or of which it is made. */
function textsOf(node) {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [{ text: node.text, node }];
  if (ts.isTemplateExpression(node)) {
    return [node.head, ...node.templateSpans.map(({ literal }) => literal)].map((part) => ({
      text: part.text,
      node: part,
    }));
  }
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node))
    return textsOf(node.expression);
  if (ts.isConditionalExpression(node))
    return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return textsOf(node.right);
    return EITHER.has(kind) ? [...textsOf(node.left), ...textsOf(node.right)] : [];
  }
  return [];
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.spec.ts'))
    .toSorted()
    .map((name) => [name, readFileSync(`${folder}${name}`, 'utf8')]);
}
