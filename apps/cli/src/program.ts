import { Argument, Command, Option } from 'commander'
import { formats } from './emitters.ts'
import type { Environment } from './environment.ts'
import type { TextKey } from './texts/index.ts'
import { version } from './version.ts'

/**
 * Returns the command line: verbs, options, help. What a verb does is loaded only when it runs, so that `--help` is quick.
 *
 * @param environment - streams, language and colours
 * @param done - takes the exit status of the verb that ran
 */
export function createProgram(environment: Environment, done: (status: number) => void): Command {
  const { say, style } = environment
  const titles: Readonly<Record<string, TextKey>> = {
    'Usage:': 'usage',
    'Arguments:': 'arguments',
    'Options:': 'options',
    'Global Options:': 'globalOptions',
    'Commands:': 'commands',
  }

  const program = new Command('cardpress')
    .description(say('about'))
    .version(version, '-V, --version', say('versionOption'))
    .helpOption('-h, --help', say('helpOption'))
    .helpCommand(`help ${say('usageCommand')}`, say('helpCommand'))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void environment.stdout.write(text),
      writeErr: (text) => void environment.stderr.write(text),
      // Mistakes are told by `explain`, in the language of the person.
      outputError: () => undefined,
    })
    .configureHelp({
      showGlobalOptions: true,
      optionDescription: ({ description, argChoices }) =>
        argChoices === undefined || argChoices.every((choice) => description.includes(choice))
          ? description
          : description + say('choices', { choices: argChoices.join(', ') }),
      styleUsage: translated,
      subcommandTerm: (command) => translated(`${command.name()} ${command.usage()}`),
      styleTitle: (title) => style.strong(titles[title] === undefined ? title : say(titles[title])),
    })
    .showSuggestionAfterError()
  program
    .addOption(new Option('-q, --quiet', say('quietOption')))
    .addOption(new Option('--verbose', say('verboseOption')))
    .addOption(new Option('--lang <language>', say('langOption')).choices(['en', 'zh']))
  program.addHelpText('after', example(['cardpress build interview.md', 'cardpress check --explain interview.md']))

  reading(verb('build', 'buildAbout'))
    .addArgument(new Argument('[inputs...]', say('inputsArgument')))
    .option('-o, --out <folder>', say('outOption'))
    .option('--only <formats>', say('onlyOption', { formats: formats.join(', ') }))
    .option('--where <conditions>', say('whereOption'))
    .option('--pdf <settings...>', say('pdfOption'))
    .option('--no-lock', say('noLockOption'))
    .option('--frozen-lock', say('frozenLockOption'))
    .addHelpText(
      'after',
      example([
        'cardpress build interview.md --only anki,pdf --out ~/decks',
        'cardpress build interview.md --pdf versions=A,B seal fit=2',
      ]),
    )
    .action(run(async () => (await import('./commands/build.ts')).build))

  reading(verb('check', 'checkAbout'))
    .addArgument(new Argument('[inputs...]', say('inputsArgument')))
    .option('--explain', say('explainOption'))
    .option('--json', say('jsonOption'))
    .option('--no-lock', say('noLockOption'))
    .addHelpText('after', example(['cardpress check content/*', 'cardpress check --json notes.txt | jq .']))
    .action(run(async () => (await import('./commands/check.ts')).check))

  reading(verb('review', 'reviewAbout'))
    .addArgument(new Argument('<article>', say('articleArgument')))
    .addHelpText('after', example(['cardpress review notes.txt', 'cardpress review notes.txt | less']))
    .action(run(async () => (await import('./commands/review.ts')).review))

  reading(verb('parse', 'parseAbout'))
    .addArgument(new Argument('<article>', say('articleArgument')))
    .option('-o, --out <file>', say('bankOption'))
    .option('--no-lock', say('noLockOption'))
    .option('--frozen-lock', say('frozenLockOption'))
    .addHelpText(
      'after',
      example([
        'cardpress parse interview.md --out bank.json',
        "cat notes.txt | cardpress parse - | jq '.questions[].title'",
      ]),
    )
    .action(run(async () => (await import('./commands/parse.ts')).parse))

  reading(verb('lock', 'lockAbout'))
    .addArgument(new Argument('[inputs...]', say('inputsArgument')))
    .option('--frozen-lock', say('frozenLockOption'))
    .option('--refresh', say('refreshOption'))
    .option('--adopt <deck>', say('adoptOption'))
    .addHelpText('after', example(['cardpress lock content/*', 'cardpress lock interview.md --adopt old.apkg']))
    .action(run(async () => (await import('./commands/lock.ts')).lock))

  reading(verb('watch', 'watchAbout'))
    .addArgument(new Argument('[inputs...]', say('inputsArgument')))
    .option('-o, --out <folder>', say('outOption'))
    .option('--only <formats>', say('onlyOption', { formats: formats.join(', ') }))
    .option('--where <conditions>', say('whereOption'))
    .option('--pdf <settings...>', say('pdfOption'))
    .option('--no-lock', say('noLockOption'))
    .addHelpText('after', example(['cardpress watch interview.md --only anki']))
    .action(run(async () => (await import('./commands/watch.ts')).watch))

  reading(verb('preview', 'previewAbout'))
    .addArgument(new Argument('[inputs...]', say('inputsArgument')))
    .option('-o, --out <folder>', say('outOption'))
    .option('--where <conditions>', say('whereOption'))
    .addHelpText('after', example(['cardpress preview interview.md --where kind=single-choice']))
    .action(run(async () => (await import('./commands/preview.ts')).preview))

  verb('init', 'initAbout')
    .addArgument(new Argument('[folder]', say('initArgument')))
    .option('--title <title>', say('titleOption'))
    .addOption(new Option('--language <language>', say('articleLanguageOption')).choices(['en', 'zh']))
    .addHelpText('after', example(["cardpress init geometry --title 'Geometry in 30 questions'"]))
    .action(run(async () => (await import('./commands/init.ts')).init))

  verb('import', 'importAbout')
    .addArgument(new Argument('<inputs...>', say('importArgument')))
    .option('-o, --out <folder>', say('importOutOption'))
    .addHelpText('after', example(['cardpress import ~/articles --out content']))
    .action(run(async () => (await import('./commands/import.ts')).importArticles))

  reading(verb('assets', 'assetsAbout'))
    .addArgument(new Argument('<article>', say('pictureArticleArgument')))
    .option('--fetch', say('fetchOption'))
    .addHelpText('after', example(['cardpress assets interview.md --fetch']))
    .action(run(async () => (await import('./commands/assets.ts')).assets))

  verb('anki', 'ankiAbout')
    .addArgument(new Argument('<banks...>', say('banksArgument')))
    .option('--deck <name>', say('deckOption'))
    .option('-o, --out <folder>', say('outOption'))
    .option('--where <conditions>', say('whereOption'))
    .addHelpText('after', example(["cardpress anki a/dist/bank.json b/dist/bank.json --deck 'Interview'"]))
    .action(run(async () => (await import('./commands/anki.ts')).anki))

  return program

  /** Commander's own placeholders in the language of the person. */
  function translated(usage: string): string {
    return usage.replace('[options]', say('usageOptions')).replace('[command]', say('usageCommand'))
  }

  function verb(name: string, about: TextKey): Command {
    return program.command(name).description(say(about)).helpOption('-h, --help', say('helpOption'))
  }

  /** Adds the options that say how an article is to be read. */
  function reading(command: Command): Command {
    return command
      .option('--accept', say('acceptOption'))
      .option('--questions <mark>', say('questionsOption'))
      .option('--options <mark>', say('optionsOption'))
      .option('--key <marks...>', say('keyOption'))
      .option('--explanation <marks...>', say('explanationOption'))
      .option('--leave-out <lines...>', say('leaveOutOption'))
      .option('--encoding <name>', say('encodingOption'))
      .addOption(
        new Option('--format <name>', say('formatOption')).choices(['markdown', 'text', 'html', 'gift', 'aiken']),
      )
  }

  /** Wraps a verb: loads it, calls it with its argument, its options and the environment. */
  function run<Input, Options extends object>(
    load: () => Promise<(input: Input, options: Options, environment: Environment) => Promise<number>>,
  ) {
    return async (input: Input, options: Options, command: Command) => {
      const { quiet, verbose, lang } = command.optsWithGlobals<{ quiet?: true; verbose?: true; lang?: string }>()
      const { readConfig } = await import('./config.ts')
      const { options: configured, defaults, manners } = await readConfig(environment.cwd, environment)
      // Of the configuration, what this verb knows; flags come before it.
      const known = Object.entries(configured).filter(
        ([name]) => name in options || command.options.some((option) => option.attributeName() === name),
      )
      const given = Object.entries(options).filter(([name]) => command.getOptionValueSource(name) !== 'default')
      const flags = Object.fromEntries(given)
      const all = { ...options, defaults, ...Object.fromEntries(known), ...flags, ...joinedSettings(configured, flags) }
      const work = await load()
      const switches = {
        // Of the two, what the command line says comes before what the configuration says.
        quiet: quiet ?? (verbose === undefined && manners.quiet === true),
        verbose: verbose ?? (quiet === undefined && manners.verbose === true),
        language: lang === undefined ? manners.lang : undefined,
      }
      done(await work(input, all, environment.with(switches)))
    }
  }

  function example(lines: readonly string[]): string {
    return `\n${style.strong(say('examples'))}\n${lines.map((line) => `  $ ${line}\n`).join('')}`
  }
}

/** Settings of the papers add up: those of the command line come last, so that they hold. */
function joinedSettings(...layers: readonly Readonly<Record<string, unknown>>[]): { readonly pdf?: readonly string[] } {
  const pdf = layers.flatMap((layer) => (Array.isArray(layer.pdf) ? (layer.pdf as string[]) : []))
  return pdf.length === 0 ? {} : { pdf }
}
