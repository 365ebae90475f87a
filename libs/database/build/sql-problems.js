import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Which room owns which table: the one list. */
export const OWNERS = JSON.parse(
  readFileSync(new URL('../src/table-owners.json', import.meta.url), 'utf8'),
);

const OWNER_OF = new Map(
  Object.entries(OWNERS).flatMap(([room, tables]) => tables.map((table) => [table, room])),
);

const RELATIONS = new Set(['ManyToOne', 'OneToOne', 'OneToMany', 'ManyToMany']);

/** One table after a keyword, with its alias. */
const TABLE = String.raw`"?[a-z_][\w.]*"?(?:\s+(?:AS\s+)?[a-z]\w*)?`;
const NAMED = new RegExp(
  String.raw`(?<!DISTINCT\s)\b(?:FROM|JOIN|INTO|UPDATE|USING|TABLE|TRUNCATE)\s+(?:ONLY\s+)?(${TABLE}(?:\s*,\s*${TABLE})*)`,
  'g',
);
const INSERT = /\bINSERT\s+INTO\s+([^\s(]+)(?:\s+AS\s+\w+)?\s*(\(?)/g;

/** Stands for what a template puts in: it is no table and no column. */
const HOLE = '\u0001';

/**
 * What is wrong with the SQL in one source file, as `line: sentence`. SQL is in string and template literals, with its
 * keywords in capitals.
 *
 * @param {string} file its path from the root, such as `libs/identity/src/purge.ts`
 * @param {string} source
 * @returns {string[]}
 */
export function sqlProblems(file, source) {
  const [place, name] = file.split('/');
  const room = place === 'libs' ? name : null;
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const problems = [];
  const add = (node, sentence) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    problems.push(`${line + 1}: ${sentence}`);
  };
  const foreign = (node, table) => {
    const owner = OWNER_OF.get(table);
    if (owner === undefined || owner === room) return;
    add(node, `${table} is a table of ${owner}: ask ${owner} for a service or a selection.`);
  };
  const visit = (node) => {
    const text = textOf(node);
    if (text !== null) {
      for (const [, tables] of text.matchAll(NAMED)) {
        for (const each of tables.split(',')) foreign(node, tableIn(each));
      }
      for (const [, , columns] of text.matchAll(INSERT)) {
        if (columns === '') add(node, 'INSERT names its columns.');
      }
      // A table that is handed to a function. Names of one word are also words of the domain.
      if (text.includes('_')) foreign(node, text);
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const [first] = node.arguments;
      const isText = first !== undefined && ts.isStringLiteral(first);
      if (isText && RELATIONS.has(node.expression.text)) {
        add(node, `A relation names its entity by class; for another room's, use @ForeignKey.`);
      }
      if (isText && node.expression.text === 'Entity') foreign(node, first.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return problems;
}

/** What a literal says; null for what is none. */
function textOf(node) {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => HOLE + literal.text).join('');
}

function tableIn(text) {
  const [name] = text.trim().split(/\s/);
  return name.replaceAll('"', '').replace(/^public\./, '');
}
