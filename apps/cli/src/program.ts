import { VERSION } from '#config';
import tab from '@bomb.sh/tab/commander';
import { Command, Option } from 'commander';
import { formatOption } from './format-option.js';

/** Of every command that cannot be undone. */
const yesOption = () => new Option('--yes', 'do it without being asked');

/**
 * The command line. Each command's code is loaded when it runs, so that `--help` and a mistyped
 * option answer at once.
 */
export function program(): Command {
  const baraza = new Command('baraza')
    .description('The open directory and matching service for women mediator networks.')
    .version(VERSION, '-V, --version', 'print the version')
    .showHelpAfterError('(add --help for the options)')
    // An option belongs to the command that it follows: `match evaluate` has some of the names of `match`.
    .enablePositionalOptions();

  baraza
    .command('serve')
    .description('Start the GraphQL service, with its own PostgreSQL where none is set.')
    .action(async () => {
      // The service is a program of its own, and this process becomes it: no app imports another.
      await import(import.meta.resolve('#api/main'));
    });

  baraza
    .command('migrate')
    .description('Bring the database to this version.')
    .action(async () => (await import('./commands/migrate.js')).migrate());

  baraza
    .command('import')
    .description("Import a network's profiles from CSV, XLSX or JSON Lines.")
    .argument('<file>', 'the file to import, or - for standard input')
    .requiredOption('--network <slug>', 'the network whose profiles these are')
    .option('--dry-run', 'show what would happen and change nothing')
    .option('--mapping <file>', 'JSON file that says which column is which')
    .addOption(
      new Option('--format <format>', 'when the ending of the name does not tell').choices([
        'csv',
        'xlsx',
        'jsonl',
      ]),
    )
    .option('--sheet <name>', 'the sheet of a workbook that has several lists')
    .option('--rejects <file>', 'where to write what was not accepted (default: beside the file)')
    .action(async (file, options) =>
      (await import('./commands/import.js')).importFile(file, options),
    );

  baraza
    .command('reindex')
    .description('Build a fresh search index beside the live one and swap them.')
    .action(async () => (await import('./commands/reindex.js')).reindex());

  baraza
    .command('search')
    .description('Search the directory as the public sees it.')
    .argument('<text...>', 'what to look for')
    .option('--limit <number>', 'how many to show', '10')
    .addOption(formatOption())
    .action(async (words, options) =>
      (await import('./commands/search.js')).search(words.join(' '), options),
    );

  const match = baraza
    .command('match')
    // Else its own options would take those of the commands under it.
    .enablePositionalOptions()
    .description('Rank the candidates for a need, with reasons.')
    .argument('<need>', 'JSON file that describes the need, or - for standard input')
    .option('--limit <number>', 'how many to show', '10')
    .addOption(formatOption())
    .action(async (file, options) => (await import('./commands/match.js')).match(file, options));
  match
    .command('check')
    .description('Say what is contradictory or too narrow in a need before you rank by it.')
    .argument('<need>', 'JSON file that describes the need, or - for standard input')
    .option('--wanted <number>', 'how many women are looked for (default: as the need says, or 1)')
    .addOption(formatOption())
    .addHelpText('after', '\nExits with 2 when nobody can be eligible, whoever joins.')
    .action(async (file, options) =>
      (await import('./commands/match-check.js')).check(file, options),
    );
  match
    .command('presets')
    .description('List the weights for kinds of work that a need may name, with their reasons.')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/match-presets.js')).presets(options));
  match
    .command('report')
    .description('Show how many each hard criterion removes, and whom one alone keeps out.')
    .argument('<need>', 'JSON file that describes the need, or - for standard input')
    .option('--limit <number>', 'how many nearly eligible ones to show', '10')
    .option('--nearly', 'only those whom one criterion alone keeps out')
    .addOption(formatOption())
    .action(async (file, options) =>
      (await import('./commands/match-report.js')).report(file, options),
    );
  match
    .command('explain')
    .description('Show why a mediator stands where she does, and what would change that.')
    .argument('<need>', 'JSON file that describes the need, or - for standard input')
    .argument('<mediator>', 'her id, as the graph gives it')
    .option('--top <number>', 'how many count as the first', '10')
    .option('--delta <percent>', 'how far each weight moves when her place is tried', '20')
    .option('--samples <number>', 'how many weightings are tried', '200')
    .addOption(formatOption())
    .action(async (file, mediator, options) =>
      (await import('./commands/match-explain.js')).explainPlaceOf(file, mediator, options),
    );
  match
    .command('compare')
    .description('Show two mediators side by side, and what would turn their order round.')
    .argument('<need>', 'JSON file that describes the need, or - for standard input')
    .argument('<first>', 'the id of a mediator')
    .argument('<second>', 'the id of another')
    .addOption(formatOption())
    .action(async (file, first, second, options) =>
      (await import('./commands/match-compare.js')).compare(file, first, second, options),
    );
  match
    .command('evaluate')
    .description('Measure how well judged needs are answered, or compare two ways to rank.')
    .option('--needs <file>', 'the needs, one JSON object a line (default: the shipped set)')
    .option('--qrels <file>', 'their judgements, as TREC qrels (default: the shipped set)')
    .option(
      '--from-shortlists <need...>',
      'these needs, by id, and whom organizers kept and dropped',
    )
    .option('--run <file>', 'measure this ranking, a TREC run, instead of asking the model')
    .option('--weights <json>', 'weights of criteria, as JSON or in a file, instead of the needs’')
    .option('--against <json>', 'compare with these weights, or with a TREC run in a file')
    .option('--brief', 'rank by the brief of each need, too')
    .option('--judged-only', 'leave out whom nobody judged')
    .option('--k <numbers>', 'measure the first so many', '10,20')
    .option('--relevant <grade>', 'grade from which a candidate is relevant', '2')
    .option('--write-run <file>', 'write the ranking as a TREC run')
    .option('--write-qrels <file>', 'write the judgements as TREC qrels')
    .option('--write-needs <file>', 'write the needs, one JSON object a line')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/evaluate.js')).evaluateMatching(options));

  baraza
    .command('scarcity')
    .description('Show which combinations of language, expertise and region too few women have.')
    .option('--network <slug>', 'only women of this network')
    .option('--language <code...>', 'languages (default: those of the UN and the African Union)')
    .option('--expertise <code...>', 'domains or topics (default: every domain)')
    .option('--area <code...>', 'territories, regions or groupings (default: the sub-regions)')
    .option('--minimum <number>', 'how many women a combination should have', '3')
    .option('--limit <number>', 'how many combinations to show', '20')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/scarcity.js')).scarcityOf(options));

  baraza
    .command('exposure')
    .description('Print who came before organizers, by network, region and age band.')
    .option(
      '--from <date>',
      'first day of a quarter; of the last one that has ended where not said',
    )
    .option('--to <date>', 'last day of the quarter')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/exposure.js')).exposure(options));
  baraza
    .command('team')
    .description('Find the women who together meet what a need asks of a team.')
    .argument('<need>', 'JSON file that describes the need, or - for standard input')
    .requiredOption('--size <number>', 'how many members')
    .option('--constraints <file>', 'JSON file of what the team must meet as a whole')
    .option('--alternatives <number>', 'further teams that share nobody with a better one', '0')
    .option('--time-limit <seconds>', 'how long the solver may take', '20')
    .addOption(formatOption())
    .addHelpText('after', '\nExits with 0 when a team was found, with 2 when none is possible.')
    .action(async (file, options) => (await import('./commands/team.js')).team(file, options));

  const network = baraza.command('network').description('Networks of the directory.');
  network
    .command('list')
    .description('List the networks.')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/network.js')).listNetworks(options));
  network
    .command('add')
    .description('Add a network, so that its profiles can be imported.')
    .argument('<slug>', 'short name: lower-case letters, digits and hyphens')
    .requiredOption('--name <name>', 'its name in English')
    .option('--covers <area...>', 'territories, regions or groupings it covers')
    .action(async (slug, options) =>
      (await import('./commands/network.js')).addNetwork(slug, options),
    );

  baraza
    .command('pseudonyms')
    .description('What women with a code name show.')
    .command('renew')
    .description(
      'Make classes of women who show the same, of all who asked; else done once a month.',
    )
    .action(async () => (await import('./commands/pseudonyms.js')).renewPseudonyms());

  baraza
    .command('erase')
    .description('Erase a mediator at her request, everywhere and for good.')
    .argument('<mediator>', 'her id, as the graph or her own data gives it')
    .addOption(yesOption())
    .action(async (id, options) => (await import('./commands/erase.js')).erase(id, options));
  baraza
    .command('readmit')
    .description('Let a network list a woman again who was erased and has agreed anew.')
    .argument('<number>', "her number in the network's list")
    .requiredOption('--network <slug>', 'the network')
    .addOption(yesOption())
    .action(async (number, options) =>
      (await import('./commands/erase.js')).readmit(number, options),
    );
  const user = baraza.command('user').description('Who may sign in.');
  user
    .command('create-admin')
    .description('Print a link by which the first administrator makes her account.')
    .requiredOption('--email <address>', 'the address that she will sign in with')
    .option('--name <name>', 'her name')
    .option('--another', 'even where there is an administrator already')
    .action(async (options) => (await import('./commands/user.js')).createAdmin(options));
  user
    .command('invite')
    .description('Send somebody a link by which she makes her account.')
    .requiredOption('--email <address>', 'where the link is sent')
    .addOption(new Option('--role <role>', 'what she becomes').makeOptionMandatory())
    .option('--name <name>', 'her name')
    .option('--network <slug>', 'which she coordinates, or which lists her as a mediator')
    .option('--member <id>', "a mediator's number in the list of that network")
    .option('--organization <name>', 'whom an organizer or focal point asks for; added as verified')
    .option('--kind <kind>', 'of the organization', 'other')
    .option('--locale <locale>', 'of the mail', 'en')
    .action(async (options) => (await import('./commands/user.js')).invite(options));
  user
    .command('remove-second-factor')
    .description('Take the authenticator from somebody who lost it and her recovery codes.')
    .requiredOption('--email <address>', 'of her account')
    .addOption(yesOption())
    .action(async (options) => (await import('./commands/user.js')).removeSecondFactor(options));
  user
    .command('rotate-signing-keys')
    .description('Sign access tokens by a new key from now on; those that are out stay good.')
    .action(async () => (await import('./commands/user.js')).rotateSigningKeys());

  const audit = baraza.command('audit').description('The log of everything that was done.');
  audit
    .command('verify')
    .description('Find any entry that was changed, removed, put in or moved.')
    .option('--head <number:hash>', 'a head that was noted before: nothing up to it may differ')
    .action(async (options) => (await import('./commands/audit.js')).verify(options));

  const keys = baraza.command('keys').description('The keys of encryption at rest.');
  keys
    .command('status')
    .description('Show which data keys there are and how many rows each opens.')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/keys.js')).keysStatus(options));
  keys
    .command('rotate')
    .description('Seal everything anew with a new data key; writers go on meanwhile.')
    .option('--master', 'only wrap the data keys by the current master key')
    .action(async (options) => (await import('./commands/keys.js')).rotateKeys(options));

  baraza
    .command('demo')
    .description('Load the fictional demo networks into an empty database.')
    .action(async () => (await import('./commands/demo.js')).demo());

  baraza
    .command('doctor')
    .description('Show settings, database, search engine and waiting jobs.')
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .action(async (options) => (await import('./commands/doctor.js')).doctor(options));

  // `baraza complete bash` prints the script that a shell sources; it asks `baraza complete -- …`.
  tab(baraza);
  return baraza;
}
