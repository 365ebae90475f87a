import ts from 'typescript';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Every message that the program asks for, as `area/key`. The compiler tells: it knows which keys a name in a
 * template literal stands for.
 */
export function usedKeys() {
  const used = new Set();
  for (const path of ['tsconfig.build.json', 'apps/console/tsconfig.json']) {
    collect(`${ROOT}${path}`, used);
  }
  return used;
}

function collect(project, used) {
  const { config } = ts.readConfigFile(project, (path) => ts.sys.readFile(path));
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, dirname(project));
  const options = { ...parsed.options, noEmit: true, incremental: false, types: [] };
  const program = ts.createProgram(parsed.fileNames, options, ownFilesOnly(options));
  const checker = program.getTypeChecker();

  const visit = (node) => {
    if (ts.isCallExpression(node)) {
      for (const [area, key] of keysOf(node, checker)) used.add(`${area}/${key}`);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) {
    if (!file.isDeclarationFile && !file.fileName.includes('node_modules')) visit(file);
  }
}

/** Packages are left out, which takes half of the time: every type that names a message is our own. */
function ownFilesOnly(options) {
  const cache = ts.createModuleResolutionCache(ROOT, (path) => path, options);
  const host = ts.createCompilerHost(options);
  host.resolveModuleNameLiterals = (names, file, redirected, { module }) =>
    names.map(({ text }) =>
      text.startsWith('.') || text.startsWith('#')
        ? ts.resolveModuleName(text, file, options, host, cache, redirected, module)
        : { resolvedModule: undefined },
    );
  return host;
}

/** What makes a message as data: the type that it gives, and of which area that is. */
const MADE = {
  problem: { type: 'Problem', area: 'import' },
  refusal: { type: 'Refusal', area: 'refusals' },
};

const TRANSLATOR = /^t[a-z]?$/;

/**
 * What one call asks for, where it is one of `pattern`, of the maker of a `Problem` or a `Refusal`, or of a translator, which is called `t` everywhere (where there are
 * several, with a letter more, such as `tc` for the common texts of the console) or used where it is made.
 */
function keysOf(call, checker) {
  const { expression, arguments: args } = call;
  const name = nameOf(expression);
  if (name === 'pattern' && args.length === 3) {
    const [area, , key] = args.map((arg) => checker.getTypeAtLocation(arg));
    return pairs(area, key, checker);
  }
  const made = MADE[name];
  if (made && checker.getTypeAtLocation(call).symbol?.name === made.type) {
    const [code] = checker.getResolvedSignature(call)?.getParameters() ?? [];
    const keys = code ? literals(checker.getTypeOfSymbolAtLocation(code, call), checker) : [];
    return keys.map((key) => [made.area, key]);
  }
  if (!TRANSLATOR.test(name) && nameOf(expression.expression) !== 'translator') return [];
  const translate = checker.getTypeAtLocation(expression);
  if (translate.symbol?.name !== 'Translate') return [];
  const [area] = checker.getTypeArguments(translate);
  const [parameter] = checker.getResolvedSignature(call)?.getParameters() ?? [];
  if (!area || !parameter) return [];
  return pairs(area, checker.getTypeOfSymbolAtLocation(parameter, call), checker);
}

/** Of a variable or of a property. */
function nameOf(expression) {
  return (expression?.name ?? expression)?.text;
}

function pairs(areaType, keyType, checker) {
  return literals(areaType, checker).flatMap((area) =>
    literals(keyType, checker).map((key) => [area, key]),
  );
}

/** The strings that a type stands for. */
function literals(type, checker) {
  if (type.isUnion()) return type.types.flatMap((each) => literals(each, checker));
  if (type.isStringLiteral()) return [type.value];
  const constraint = checker.getBaseConstraintOfType(type);
  return constraint && constraint !== type ? literals(constraint, checker) : [];
}
