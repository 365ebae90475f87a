const GLOBALS = new URL('./globals.js', import.meta.url).href;

/** Under the runner without a sandbox `@jest/globals` is what that runner has made global. */
export async function resolve(specifier, context, next) {
  return specifier === '@jest/globals'
    ? { url: GLOBALS, shortCircuit: true }
    : next(specifier, context);
}
