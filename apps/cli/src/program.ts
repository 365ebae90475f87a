import { VERSION } from '#config';
import tab from '@bomb.sh/tab/commander';
import { Command, Option } from 'commander';
import { DATE_ORDERS, LOCALES } from '#vocabulary';
import { formatOption } from './format-option.js';
import { linkStateOption, verdictOption } from './link-options.js';

/** Of every command that cannot be undone. */
const yesOption = () => new Option('--yes', 'do not ask for confirmation');

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
    .description('Start the service, with an embedded PostgreSQL if none is configured.')
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
    .description("Import a network's profiles from CSV, XLSX, ODS or JSON Lines.")
    .argument('<file>', 'the file to import, or - for standard input')
    .requiredOption('--network <slug>', 'the network whose profiles these are')
    .option('--dry-run', 'show what would happen and change nothing')
    .option('--mapping <file>', 'JSON file that maps headers to columns')
    .addOption(
      new Option(
        '--format <format>',
        'format of the file, if its extension does not show it',
      ).choices(['csv', 'xlsx', 'ods', 'jsonl']),
    )
    .option(
      '--sheet <name>',
      'a sheet to read, if a workbook has several lists; repeat it for more, or "all"',
      (name: string, before?: readonly string[]) => [...(before ?? []), name],
    )
    .option('--join-names <first,last>', 'headers of the columns of first and last name')
    .addOption(
      new Option(
        '--date-order <order>',
        'order of day, month and year in figures (default: as the mapping file says)',
      ).choices(DATE_ORDERS),
    )
    .option('--interactive', 'ask at the terminal about what is not understood')
    .option('--rejects <file>', 'where to write rejected rows (default: beside the file)')
    .addOption(
      new Option(
        '--language <code>',
        'language of the report and the rejects (default: of the terminal)',
      ).choices(LOCALES),
    )
    .action(async (file, options) =>
      (await import('./commands/import.js')).importFile(file, options),
    );

  baraza
    .command('export')
    .description("Write a network's list to a file, without contact data.")
    .argument('<file>', 'the file to write; its extension shows the format')
    .requiredOption('--network <slug>', 'the network whose list this is')
    .addOption(
      new Option('--format <format>', 'format, if the extension does not show it').choices([
        'csv',
        'xlsx',
        'jsonl',
      ]),
    )
    .addOption(
      new Option('--language <code>', 'language of headers and labels')
        .choices(LOCALES)
        .default('en'),
    )
    .action(async (file, options) =>
      (await import('./commands/export.js')).exportList(file, options),
    );

  baraza
    .command('reindex')
    .description('Build a new search index beside the live one and swap them.')
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
    .description('Check a need for contradictions and narrow criteria before you rank by it.')
    .argument('<need>', 'JSON file that describes the need, or - for standard input')
    .option('--wanted <number>', 'how many mediators are wanted (default: as the need says, or 1)')
    .addOption(formatOption())
    .addHelpText('after', '\nExits with 2 if nobody can be eligible, whoever joins.')
    .action(async (file, options) =>
      (await import('./commands/match-check.js')).check(file, options),
    );
  match
    .command('presets')
    .description('List the presets that a need can name: weights for a kind of work, with reasons.')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/match-presets.js')).presets(options));
  match
    .command('report')
    .description('Show how many each hard criterion excludes, and who fails only one.')
    .argument('<need>', 'JSON file that describes the need, or - for standard input')
    .option('--limit <number>', 'how many nearly eligible candidates to show', '10')
    .option('--nearly', 'show only candidates who fail a single criterion')
    .addOption(formatOption())
    .action(async (file, options) =>
      (await import('./commands/match-report.js')).report(file, options),
    );
  match
    .command('explain')
    .description('Show why a mediator has her place, and what would change it.')
    .argument('<need>', 'JSON file that describes the need, or - for standard input')
    .argument('<mediator>', 'her id, as GraphQL returns it')
    .option('--top <number>', 'how many places count as the first', '10')
    .option('--delta <percent>', 'how far each weight varies when her place is tested', '20')
    .option('--samples <number>', 'how many sets of weights are tested', '200')
    .addOption(formatOption())
    .action(async (file, mediator, options) =>
      (await import('./commands/match-explain.js')).explainPlaceOf(file, mediator, options),
    );
  match
    .command('compare')
    .description('Compare two mediators, and show what would reverse their order.')
    .argument('<need>', 'JSON file that describes the need, or - for standard input')
    .argument('<first>', 'the id of a mediator')
    .argument('<second>', 'the id of another')
    .addOption(formatOption())
    .action(async (file, first, second, options) =>
      (await import('./commands/match-compare.js')).compare(file, first, second, options),
    );
  match
    .command('evaluate')
    .description('Measure the quality of rankings for judged needs, or compare two rankings.')
    .option('--needs <file>', 'needs, one JSON object per line (default: the included set)')
    .option(
      '--careers',
      'use the second included set, of women with coherent careers; no database is opened',
    )
    .option('--model <version>', 'the version of the model, 1 or 2, or two to compare, such as 2,1')
    .option(
      '--qrels <file>',
      'judgements, as TREC qrels or as a sheet in a .csv file (default: the included set)',
    )
    .option(
      '--from-shortlists <need...>',
      'use these needs, by id; the mediators kept and dropped are the judgements',
    )
    .option('--run <file>', 'measure this ranking, a TREC run, instead of ranking with the model')
    .option(
      '--weights <json>',
      'weights of criteria, as JSON or in a file, instead of those of the needs',
    )
    .option('--against <json>', 'compare with these weights, or with a TREC run in a file')
    .option('--brief', 'also rank by the brief of each need')
    .option('--judged-only', 'leave out candidates without a judgement')
    .option('--k <numbers>', 'measure the first K places, for each K', '10,20')
    .option('--relevant <grade>', 'lowest grade of a relevant candidate', '2')
    .option('--write-run <file>', 'write the ranking as a TREC run')
    .option('--write-qrels <file>', 'write the judgements as TREC qrels')
    .option('--write-sheet <file>', 'write the judgements as a sheet for a spreadsheet program')
    .option('--write-needs <file>', 'write the needs, one JSON object per line')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/evaluate.js')).evaluateMatching(options));

  baraza
    .command('scarcity')
    .description('Show combinations of language, expertise and region that too few women have.')
    .option('--network <slug>', 'count only women of this network')
    .option('--language <code...>', 'languages (default: those of the UN and the African Union)')
    .option('--expertise <code...>', 'domains or topics (default: every domain)')
    .option('--area <code...>', 'territories, regions or groupings (default: the sub-regions)')
    .option('--minimum <number>', 'how many women are wanted for each combination', '3')
    .option('--limit <number>', 'how many combinations to show', '20')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/scarcity.js')).scarcityOf(options));

  baraza
    .command('exposure')
    .description('Report who was shown to organizers, by network, region and age band.')
    .option('--from <date>', 'first day of a quarter (default: the last quarter that has ended)')
    .option('--to <date>', 'last day of the quarter')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/exposure.js')).exposure(options));
  baraza
    .command('metrics')
    .description('Report how long introductions and deployments take and how often they succeed.')
    .option(
      '--from <date>',
      'first day of a quarter (default: the last that ended 30 days ago or earlier)',
    )
    .addOption(formatOption())
    .option('--json', 'the same as --format json')
    .action(async ({ json, format, from }) =>
      (await import('./commands/metrics.js')).metrics({ from, format: json ? 'json' : format }),
    );
  baraza
    .command('team')
    .description('Find the best team for a need.')
    .argument('<need>', 'JSON file that describes the need, or - for standard input')
    .requiredOption('--size <number>', 'how many members')
    .option('--constraints <file>', 'JSON file with constraints for the whole team')
    .option('--alternatives <number>', 'how many further teams, none of which share a member', '0')
    .option('--time-limit <seconds>', 'how long the solver may take', '20')
    .addOption(formatOption())
    .addHelpText('after', '\nExits with 0 if a team was found, with 2 if none is possible.')
    .action(async (file, options) => (await import('./commands/team.js')).team(file, options));

  const network = baraza.command('network').description('Manage the networks of the directory.');
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

  const link = baraza
    .command('link')
    .description('Records that are perhaps of one mediator, here and in other installations.');
  link
    .command('run')
    .description('Search the lists that have changed (also done after each change).')
    .action(async () => (await import('./commands/link.js')).runLinks());
  link
    .command('list')
    .description('List the pairs that were found, the likeliest first.')
    .option('--network <slug>', 'only the list of this network')
    .addOption(linkStateOption())
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/link.js')).listLinks(options));
  link
    .command('explain')
    .description(
      'Print what each comparison of a pair adds. Both mediators can read that you looked.',
    )
    .argument('<id>', 'the id of the pair')
    .addOption(formatOption())
    .action(async (id, options) => (await import('./commands/link.js')).explainLink(id, options));
  link
    .command('decide')
    .description('Say whether both records are of one mediator.')
    .argument('<id>', 'the id of the pair')
    .addOption(verdictOption())
    .requiredOption('--reason <text>', 'why, in at most 1,000 characters')
    .action(async (id, options) => (await import('./commands/link.js')).decideLink(id, options));
  link
    .command('evaluate')
    .description('Measure the pairs that were found against a list of who is who.')
    .requiredOption(
      '--truth <file>',
      'CSV with network, external_id and woman, or with network, external_id, other and answer; - for standard input',
    )
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/link.js')).evaluateLinks(options));
  link
    .command('sample')
    .description('Draw pairs of a list to be labelled by two people.')
    .requiredOption('--network <slug>', 'the network')
    .option('--size <pairs>', 'how many pairs, at most 2000', '200')
    .option('--seed <number>', 'the same list and seed give the same pairs', '1')
    .requiredOption('--out <file>', 'the file for those who label, which is not there yet')
    .requiredOption('--bands <file>', 'the file that they must not see, which is not there yet')
    .action(async (options) => (await import('./commands/link-label.js')).sampleLinks(options));
  link
    .command('label')
    .description(
      'Say of each pair of a sample whether it is one woman. Both mediators can read that you looked.',
    )
    .argument('<sample>', 'the file that link sample wrote')
    .requiredOption('--answers <file>', 'your own file of answers; it goes on where you stopped')
    .action(async (sample, options) =>
      (await import('./commands/link-label.js')).labelLinks(sample, options),
    );
  link
    .command('agreement')
    .description('Compare the answers of two people, and estimate precision and recall by them.')
    .argument('<bands>', 'the other file that link sample wrote')
    .argument('<first>', 'answers of one person')
    .argument('<second>', 'answers of the other')
    .option('--truth <file>', 'write what both are sure of to this file, for link evaluate')
    .option('--seed <number>', 'of the draws from which the bounds come', '1')
    .addOption(formatOption())
    .action(async (bands, first, second, options) =>
      (await import('./commands/link-label.js')).compareLabels(bands, [first, second], options),
    );

  link
    .command('key')
    .description('Print how other installations know this one. The first time, a key is made.')
    .option('--renew', 'make another key; partners must be told')
    .action(async (options) => (await import('./commands/exchange.js')).showKey(options));
  link
    .command('partners')
    .description('List the installations with which lists are compared.')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/exchange.js')).listPartners(options));
  link
    .command('trust')
    .description('Take files of another installation. Mediators agree to it one by one.')
    .argument('<name>', 'its name, as mediators read it')
    .requiredOption(
      '--key <key>',
      'its key, which its operator has told you and baraza link key prints there',
    )
    .option(
      '--most <values>',
      'how many addresses and numbers it may compare at once, at most 8192',
      '512',
    )
    .addOption(
      new Option('--renew', 'the partner is known, and has another key').conflicts('telephones'),
    )
    .option(
      '--telephones',
      'compare telephone numbers, too, which are easier to guess than addresses',
    )
    .action(async (name, options) =>
      (await import('./commands/exchange.js')).trustPartner(name, options),
    );
  link
    .command('distrust')
    .description('Take no more files of an installation, and forget what nobody has answered.')
    .argument('<name>', 'its name')
    .action(async (name) => (await import('./commands/exchange.js')).distrustPartner(name));
  link
    .command('export')
    .description('Begin to compare lists with another installation: write the first file.')
    .requiredOption('--to <name>', 'the partner: see baraza link partners')
    .requiredOption('--out <file>', 'the file to write, which is not there yet')
    .action(async (options) => (await import('./commands/exchange.js')).exportExchange(options));
  link
    .command('compare')
    .description('Answer the first file of another installation: write the second.')
    .argument('<file>', 'the file that came, or - for standard input')
    .requiredOption('--out <file>', 'the file to write, which is not there yet')
    .action(async (file, options) =>
      (await import('./commands/exchange.js')).compareExchange(file, options),
    );
  link
    .command('import')
    .description('Take the second file, and write the third; or take the third.')
    .argument('<file>', 'the file that came, or - for standard input')
    .option('--out <file>', 'the file to write for the second, which is not there yet')
    .action(async (file, options) =>
      (await import('./commands/exchange.js')).importExchange(file, options),
    );

  const wps = baraza
    .command('wps')
    .description('Women, peace and security: who takes part in the agenda.');
  wps
    .command('report')
    .description(
      'Print what an actor has observed by a framework, or its report by a form, and the gaps.',
    )
    .requiredOption('--actor <code>', 'the actor, such as NA')
    .addOption(new Option('--framework <code>', 'the framework, such as un-1325').conflicts('form'))
    .option('--form <code>', 'the form, such as f1-plan-progress')
    .requiredOption('--from <date>', 'first day of the period')
    .requiredOption('--until <date>', 'last day of the period')
    .addOption(
      new Option('--language <code>', 'language of a report by a form')
        .choices(LOCALES)
        .default('en'),
    )
    .option('--write <file>', 'write a report by a form to this file: .pdf, .docx, .csv or .json')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/wps.js')).report(options));
  wps
    .command('import')
    .description(
      'Import actors, memberships, offices, meetings, indicators and forms from a JSON file, or observations from a .csv file or a file of IATI.',
    )
    .argument('<file>', 'the file to import, or - for JSON from standard input')
    .option('--dry-run', 'show what would happen and change nothing')
    .option(
      '--unchecked',
      'take indicators and forms, too, whose words nobody has compared with their document',
    )
    .option('--rejects <file>', 'write what was not taken of observations to this file')
    .option(
      '--pa-x <edition>',
      'the .csv file is one of peace agreements by PA-X of this edition, such as "version 4"',
    )
    .addOption(
      new Option(
        '--iati <edition>',
        'the .xml file has activities of IATI; this stands in the source of each observation',
      ).conflicts('paX'),
    )
    .addOption(
      new Option('--amounts <which>', 'which money of a file by IATI is counted')
        .choices(['budgets', 'commitments', 'spending'])
        .default('commitments'),
    )
    .addOption(
      new Option('--sharing <readers>', 'with whom observations of a licensed file are shared')
        .choices(['own', 'region', 'network', 'public'])
        .default('own'),
    )
    .action(async (file, { iati, ...options }) => {
      if (iati !== undefined) {
        const { importIati } = await import('./commands/wps-iati.js');
        await importIati(file, { ...options, iati });
      } else if (file.endsWith('.csv')) {
        const { importObservations } = await import('./commands/wps-observations.js');
        await importObservations(file, options);
      } else await (await import('./commands/wps.js')).importNetwork(file, options);
    });
  wps
    .command('wording')
    .description('List forms and indicators, and with which document their words were compared.')
    .option('--unchecked', 'only those that were not compared')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/wps-wording.js')).listWording(options));
  wps
    .command('checked')
    .description(
      'Say that the words of forms and indicators were compared with their document. Submitted reports stay as they are.',
    )
    .argument('<code...>', 'indicators, such as un-1325/3a, and forms, such as f3-cedaw')
    .option('--against <text>', 'the document, the place in it, and where it was read')
    .option('--on <date>', 'the day on which they were compared')
    .option('--withdraw', 'say instead that they were not compared')
    .action(async (codes, options) =>
      (await import('./commands/wps-wording.js')).declareChecked(codes, options),
    );

  baraza
    .command('pseudonyms')
    .description('Manage what women with a code name show.')
    .command('renew')
    .description(
      'Make the classes of women with a code name again, for those who asked (also done monthly).',
    )
    .action(async () => (await import('./commands/pseudonyms.js')).renewPseudonyms());

  baraza
    .command('erase')
    .description('Erase a mediator at her request, everywhere and for good.')
    .argument('<mediator>', 'her id, as GraphQL or her own data shows it')
    .addOption(yesOption())
    .action(async (id, options) => (await import('./commands/erase.js')).erase(id, options));
  baraza
    .command('readmit')
    .description('Allow a network to list a woman again who was erased and has consented again.')
    .argument(
      '[number]',
      "her number in the network's list; without it, the address of a mailbox that others share is asked for or read from standard input",
    )
    .requiredOption('--network <slug>', 'the network')
    .addOption(yesOption())
    .action(async (number, options) =>
      (await import('./commands/erase.js')).readmit(number, options),
    );
  const retention = baraza.command('retention').description('How long each kind of data is kept.');
  retention
    .command('list')
    .description('List all kinds of data with their periods, and what the next run removes.')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/retention.js')).listRetention(options));
  retention
    .command('run')
    .description('Remove now what the nightly job would remove.')
    .action(async () => (await import('./commands/retention.js')).runRetention());
  const hiding = baraza
    .command('hiding')
    .description('Take many women out of sight at once in an emergency, and bring them back.');
  hiding
    .command('start')
    .description('Hide all women of a network and its chapters, or those whose ids a file lists.')
    .option('--network <slug>', 'the network or chapter')
    .option('--file <file>', 'a file of ids, one on each line, or - for standard input')
    .option(
      '--reason <reason>',
      'why: list-leaked, misused-account, threat, request, drill or other',
      'other',
    )
    .action(async (options) => (await import('./commands/hiding.js')).startHiding(options));
  hiding
    .command('lift')
    .description('Bring back whom a hiding took out of sight, as they were.')
    .argument('<id>', 'the id of the hiding')
    .action(async (id) => (await import('./commands/hiding.js')).liftHiding(id));
  hiding
    .command('list')
    .description('List all hidings.')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/hiding.js')).listHidings(options));
  const copies = baraza
    .command('copies')
    .description('List briefings and lists that left Baraza, and recall them.');
  copies
    .command('list')
    .description('List who has what, the latest first.')
    .option('--network <slug>', 'its lists, and briefings in which its women are')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/copies.js')).listCopies(options));
  copies
    .command('recall')
    .description('Recall a copy, a briefing with all copies of it, and tell its readers by mail.')
    .argument('<id>', 'the id of the copy')
    .action(async (id) => (await import('./commands/copies.js')).recallCopy(id));
  const breach = baraza
    .command('breach')
    .description('Data in wrong hands: whom it concerns, who is told when, and the register.');
  breach
    .command('open')
    .description(
      'Write down what happened, and find the women whom it concerns. Nobody is told yet.',
    )
    .requiredOption(
      '--cause <cause>',
      'misused-account, lost-device, leaked-list, attack, mistake or other',
    )
    .requiredOption('--since <day>', 'the first day on which data may have been seen, in UTC')
    .option('--until <day>', 'the last one; today if absent')
    .option('--known <moment>', 'when it became known, such as 2027-01-31T08:30Z; now if absent')
    .option('--email <address>', 'the account that was misused: all that was done from it counts')
    .option('--with-lists', 'all women on the lists of the networks that it coordinates count, too')
    .option(
      '--network <slugs...>',
      'networks all of whose women count, with those of chapters and those whom they listed once',
    )
    .option(
      '--file <file>',
      'a file of ids of other women, one on each line, or - for standard input',
    )
    .option(
      '--facts <list>',
      'what may have been seen of those of the networks and in the file: contact, profile, work',
    )
    .requiredOption(
      '--advice <list>',
      'what they can do: call-your-network, change-number, change-address, change-password, expect-false-messages, change-routine',
    )
    .requiredOption('--what <text>', 'what happened, for the register')
    .option('--consequences <text>', 'what is likely to come of it, for the register', '')
    .option('--measures <text>', 'what was done about it, for the register', '')
    .action(async (options) => (await import('./commands/breach.js')).openBreach(options));
  breach
    .command('list')
    .description('List all breaches, the latest first.')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/breach.js')).listBreaches(options));
  breach
    .command('preview')
    .description('Show how many women would be told by which way.')
    .argument('<id>', 'the id of the breach')
    .addOption(formatOption())
    .action(async (id, options) =>
      (await import('./commands/breach.js')).previewBreach(id, options),
    );
  breach
    .command('notify')
    .description(
      'Tell each woman by the way that is safe for her; networks tell the others in person.',
    )
    .argument('<id>', 'the id of the breach')
    .action(async (id) => (await import('./commands/breach.js')).notifyBreach(id));
  breach
    .command('women')
    .description('List whom it concerns, what may have been seen, and who was told when.')
    .argument('<id>', 'the id of the breach')
    .addOption(formatOption())
    .action(async (id, options) => (await import('./commands/breach.js')).listWomen(id, options));
  breach
    .command('told')
    .description('Note that a woman was told in person.')
    .argument('<id>', 'the id of the breach')
    .argument('<mediator>', 'her id')
    .option('--network <slug>', 'the network that told her; absent for whom no network lists')
    .action(async (id, mediator, options) =>
      (await import('./commands/breach.js')).noteTold(id, mediator, options),
    );
  breach
    .command('reported')
    .description('Note that the authority for data protection was told.')
    .argument('<id>', 'the id of the breach')
    .option('--at <moment>', 'when, such as 2027-01-31T08:30Z; now if absent')
    .action(async (id, options) =>
      (await import('./commands/breach.js')).noteReported(id, options),
    );
  breach
    .command('export')
    .description('Print its entry in the register for an authority, as Markdown.')
    .argument('<id>', 'the id of the breach')
    .action(async (id) => (await import('./commands/breach.js')).exportBreach(id));
  const user = baraza.command('user').description('Manage who may sign in.');
  user
    .command('create-admin')
    .description('Print a link with which the first administrator creates her account.')
    .requiredOption('--email <address>', 'the address that she signs in with')
    .option('--name <name>', 'her name')
    .option('--another', 'even if there is an administrator already')
    .action(async (options) => (await import('./commands/user.js')).createAdmin(options));
  user
    .command('invite')
    .description('Mail somebody a link with which she creates her account.')
    .requiredOption('--email <address>', 'the address to send the link to')
    .addOption(new Option('--role <role>', 'her role').makeOptionMandatory())
    .option('--name <name>', 'her name')
    .option('--network <slug>', 'the network that she coordinates, or that lists her as a mediator')
    .option('--member <id>', "a mediator's number in the list of that network")
    .option(
      '--organization <name>',
      'the organization of an organizer or focal point; added as verified',
    )
    .option('--kind <kind>', 'kind of the organization', 'other')
    .option('--locale <locale>', 'language of the mail', 'en')
    .option('--by-hand', 'print the link, to be handed over in person, and mail nothing')
    .action(async (options) => (await import('./commands/user.js')).invite(options));
  user
    .command('remove-second-factor')
    .description(
      'Remove the second factor of a person who lost her authenticator and recovery codes.',
    )
    .requiredOption('--email <address>', 'the address of her account')
    .addOption(yesOption())
    .action(async (options) => (await import('./commands/user.js')).removeSecondFactor(options));
  user
    .command('freeze')
    .description('Shut an account at once, and list all that was done from it.')
    .requiredOption('--email <address>', 'the address of the account')
    .option('--since <date>', 'list from this day on (default: the last 90 days)')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/freeze.js')).freeze(options));
  user
    .command('rotate-signing-keys')
    .description('Sign access tokens with a new key from now on; issued tokens stay valid.')
    .action(async () => (await import('./commands/user.js')).rotateSigningKeys());

  baraza
    .command('stuck')
    .description('List what nobody seems to deal with: whose turn it is, and since when.')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/stuck.js')).stuck(options));

  baraza
    .command('backup')
    .description('Write all that the database holds to an encrypted file, while the service runs.')
    .argument('<file>', 'the file to write; it must not exist')
    .option(
      '--recipient <key...>',
      'public keys of age to encrypt for (default: BARAZA_BACKUP_RECIPIENTS)',
    )
    .option('--clear', 'do not encrypt: everybody who has the file can read the profiles')
    .action(async (file, options) => (await import('./commands/backup.js')).backup(file, options));
  baraza
    .command('restore')
    .description('Restore a backup into a new, empty database, and check all of it.')
    .argument('<file>', 'a file that baraza backup wrote')
    .option('--identity <file>', 'the secret key of age that opens it')
    .option('--check', 'read the whole file, say what is in it, and change nothing')
    .action(async (file, options) => (await import('./commands/backup.js')).restore(file, options));

  baraza
    .command('replay')
    .description('Repeat erasures and withdrawals on a restored database, before it is served.')
    .argument('[file]', 'what baraza audit export wrote last')
    .option('--identity <file>', 'the secret key of age that opens it')
    .option('--waive', 'serve the directory as the backup has it')
    .option('--yes', 'ask nothing')
    .action(async (file, options) => (await import('./commands/replay.js')).replay(file, options));

  const audit = baraza.command('audit').description('The audit log: who did what and when.');
  audit
    .command('verify')
    .description('Find any entry that was changed, removed, inserted or moved.')
    .option('--head <number:hash>', 'a head printed earlier; the log up to it must be unchanged')
    .action(async (options) => (await import('./commands/audit.js')).verify(options));

  audit
    .command('refused')
    .description('List what was refused: who asked, for what, when, why and how often.')
    .option('--since <date>', 'list from this day on (default: the last 30 days)')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/audit.js')).refused(options));

  audit
    .command('export')
    .description(
      'Write the last entries to an encrypted file, from which a restore is brought up to date.',
    )
    .argument('<file>', 'the file to write; it must not exist')
    .option('--days <number>', 'how far back', '40')
    .option('--recipient <key...>', 'public keys of age (default: BARAZA_BACKUP_RECIPIENTS)')
    .action(async (file, options) =>
      (await import('./commands/replay.js')).exportAudit(file, options),
    );

  const keys = baraza.command('keys').description('The keys of encryption at rest.');
  keys
    .command('status')
    .description('Show the data keys and how many rows each opens.')
    .addOption(formatOption())
    .action(async (options) => (await import('./commands/keys.js')).keysStatus(options));
  keys
    .command('backup')
    .description('Make a pair of keys for backups: print the public one, write the secret one.')
    .argument('<file>', 'the file of the secret key; it must not exist')
    .action(async (file) => (await import('./commands/backup.js')).backupKey(file));
  keys
    .command('rotate')
    .description('Encrypt everything again with a new data key, while the service runs.')
    .option('--master', 'only wrap the data keys with the current master key')
    .action(async (options) => (await import('./commands/keys.js')).rotateKeys(options));

  baraza
    .command('demo')
    .description('Load the fictional demo networks into an empty database.')
    .action(async () => (await import('./commands/demo.js')).demo());

  baraza
    .command('doctor')
    .description(
      'Show settings, database, search engine, waiting jobs, and what differs in the database.',
    )
    .option(
      '--repair',
      'make roles, rights, policies and triggers again as the migrations made them',
    )
    .addHelpText('after', '\nExits with 2 if the database is not as the migrations made it.')
    .addOption(
      new Option('--format <format>', 'output format').choices(['text', 'json']).default('text'),
    )
    .action(async (options) => (await import('./commands/doctor.js')).doctor(options));

  // `baraza complete bash` prints the script that a shell sources; it asks `baraza complete -- …`.
  tab(baraza);
  return baraza;
}
