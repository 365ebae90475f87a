/** Lets Node load the TypeScript of the tests and of the program, in this process and in its threads. */
import { register } from 'node:module';

register('@swc-node/register/esm', import.meta.url);
register('./globals-hook.js', import.meta.url);
