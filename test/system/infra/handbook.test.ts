import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as dynamodb from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { carrierDefinitions } from '#functions/carriers/registry.ts';
import { parseDonorCsv } from '#functions/import-export/donor-csv.ts';
import { parseVolunteerCsv } from '#functions/import-export/volunteer-csv.ts';
import { InvalidItem } from '#functions/ports/invalid-item.ts';
import { readDeployment } from '#infra/aws/deployment.ts';
import { readCommandEnvironment } from '#infra/local/commands/command-environment.ts';
import { chooseCommand } from '#infra/local/commands/command-line.ts';
import { operatorCommands } from '#infra/local/commands/operator-commands.ts';
import { readHotlineConfig } from '#infra/local/read-hotline-config.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { daySchema, startOfDay } from '#shared/terms/time.ts';
import { anchorsOf, codeBlocksOf, codeSpansOf, matchesOf } from '#test/markdown.ts';
import { alarmRows } from './alarm-rows.ts';
import { type Json, synthesized } from './synthesized.ts';

/*
 * What the handbook tells people to type exists. The names are read from the code that runs them, never from a list
 * in this file. test/citations.test.ts checks its links and the files it names.
 */

const dev = synthesized();
const prod = synthesized({ stage: 'prod' });
const handbook = 'docs/operate.md';
const tools = 'node_modules/.bin';
const read = (path: string): string => readFileSync(path, 'utf8');

/** Every name that a function reads from the object it is given. */
const namesRead = (ask: (recorder: Json) => unknown): Set<string> => {
  const names = new Set<string>();
  const get = (_: object, name: string | symbol) => {
    names.add(String(name));
  };
  ask(new Proxy({}, { get }));
  return names;
};

const contexts = (): Set<string> => {
  const names = new Set<string>();
  readDeployment({ tryGetContext: (name: string) => void names.add(name) } as Json);
  return names;
};

const without = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');
const idsOf = (type: string): string[] => prod.resources(type).map(([id]) => without(id));
const alarms = idsOf('AWS::CloudWatch::Alarm').map((id) => id.replace(/^Alarm/, ''));
const outputs = Object.keys(prod.json.Outputs);
/** With another carrier each for texts, calls and WhatsApp. */
const outputsOfThree = Object.keys(
  synthesized({
    carrierTexts: 'exotel',
    carrierCalls: 'plivo',
    carrierWhatsapp: 'twilio',
    answerNumber: '+915320000002',
  }).json.Outputs,
);
const parameters = Object.keys(prod.json.Parameters).filter((name) => name !== 'BootstrapVersion');
/** Those of every carrier: only the values of the chosen ones are read. */
const environment = new Set([
  ...namesRead((env) => readCommandEnvironment(env, { aws: false })),
  ...Object.values(carrierDefinitions).flatMap(({ values }) => Object.keys(values)),
]);
const scripts: string[] = Object.keys(JSON.parse(read('package.json')).scripts);
const cdkCommands = [
  ...execFileSync(join(tools, 'cdk'), ['--help'], { encoding: 'utf8' }).matchAll(
    /^ {2}cdk ([\w-]+)/gm,
  ),
].map(([, name]) => name ?? '');
const options = [
  ...new Set(Object.values(operatorCommands).flatMap((c) => Object.keys(c.options ?? {}))),
  'aws',
];
const isDynamoDbAction = (name: string): boolean => `${name}Command` in dynamodb;

/** Names that a CamelCase word in `code` may be. */
const known = new Set([
  ...outputs,
  ...outputsOfThree,
  ...parameters,
  ...alarms,
  ...idsOf('AWS::Lambda::Function').map((id) => id.replace(/Function$/, '')),
  ...idsOf('AWS::Events::Rule'),
  new InvalidItem('', '').name,
]);

/** Values that AWS's own command line defines. */
const wordsOfAws = new Set(['AWS_REGION', 'CAPABILITY_IAM', 'NEW_IMAGE', 'ParameterKey']);

type Page = { blocks: string[]; spans: string[]; text: string };

/** Blocks of commands, and words set as code. */
const parsePage = (text: string): Page => ({
  blocks: codeBlocksOf(text),
  spans: codeSpansOf(text),
  text,
});

const linesOf = ({ blocks, spans }: Page): string[] => [
  ...blocks.flatMap((block) => block.split('\n')),
  ...spans,
];

/** The argv of each `npm run hotline -- …`. */
const hotlineCalls = (page: Page): string[][] =>
  linesOf(page)
    .flatMap((line) => matchesOf(line, /npm run hotline -- ([^#|>]*)/g))
    .map((rest) => rest.trim().split(/\s+/));

const faultyCalls = (page: Page): string[] =>
  hotlineCalls(page).flatMap((argv) => {
    const choice = chooseCommand(operatorCommands, argv);
    return choice.type === 'mistake' ? [`hotline ${argv.join(' ')}: ${choice.text}`] : [];
  });

/** Everything that a page names and that does not exist. */
const faultsOf = (text: string, path: string): string[] => {
  const page = parsePage(text);
  const lines = linesOf(page).join('\n');
  const unknown = (what: string, names: readonly string[], is: (name: string) => boolean) =>
    names.filter((name) => !is(name)).map((name) => `${what} ${name}`);
  const oneOf = (names: Iterable<string>) => {
    const set = new Set(names);
    return (name: string) => set.has(name);
  };
  const assigned = matchesOf(lines, /(?:^|\s)(?:export )?([A-Z][A-Z0-9_]+)=/gm);
  const withUnderscore = matchesOf(
    text.replaceAll(/https:\S+/g, ''),
    /\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b/g,
  );
  return [
    ...faultyCalls(page),
    ...unknown('script', matchesOf(lines, /npm run ([\w:-]+)|npm (start|test)\b/g), oneOf(scripts)),
    ...unknown('tool', matchesOf(lines, /npx ([\w-]+)/g), (name) => existsSync(join(tools, name))),
    ...unknown('cdk', matchesOf(lines, /npx cdk ([\w-]+)/g), oneOf(cdkCommands)),
    ...unknown('-c', matchesOf(lines, /-c (\w+)=/g), oneOf(contexts())),
    ...unknown(
      '--parameters',
      matchesOf(lines, /--parameters (\w+)=/g),
      oneOf([...parameters, ...wordsOfAws]),
    ),
    ...unknown(
      'option',
      matchesOf(page.spans.join('\n'), /^--(?!parameters )([\w-]+)/gm),
      oneOf(options),
    ),
    ...unknown('output', matchesOf(lines, /\(out (\w+)\)/g), oneOf(outputs)),
    ...unknown(
      'stack',
      matchesOf(text, /\b(MitraHotline-\w+)/g),
      oneOf([dev.stackName, prod.stackName]),
    ),
    ...unknown(
      'variable',
      [...assigned, ...withUnderscore],
      (name) => environment.has(name) || wordsOfAws.has(name),
    ),
    ...unknown(
      'name',
      // In other pages such a word may belong to another system.
      path === handbook ? page.spans.filter((s) => /^[A-Z][a-z]+([A-Z][a-z]+)+$/.test(s)) : [],
      (name) => known.has(name) || isDynamoDbAction(name),
    ),
  ];
};

/** The first column of the table whose header row begins with this. */
const columnUnder = (text: string, header: string): string[] => {
  const lines = text.split('\n').map((line) => line.trim());
  const from = lines.findIndex((line) => line.startsWith(`| ${header} |`));
  const rows = lines.slice(from + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end).flatMap((row) => matchesOf(row.split('|')[1] ?? '', /`(\w+)`/g));
};

describe.each([handbook, 'README.md'])('%s', (path) => {
  test('names only what exists', () => {
    expect(faultsOf(read(path), path)).toEqual([]);
  });
});

describe('the check detects a wrong name', () => {
  test.each([
    ['hotline -- doctor', 'hotline -- nurse', /^hotline nurse/],
    ['hotline -- restore', 'hotline -- undo', /^hotline undo/],
    ['--variable-length 30', '--variable-size 30', /^option variable-size$/],
    ['--header PMITRA', '--sender PMITRA', /^hotline templates .*'--sender'/],
    ['trust 05322460000', 'trust', /^hotline trust/],
    ['npm start\n', 'npm test && npm run begin\n', /^script begin$/],
    ['npx cdk diff', 'npx cdk compare', /^cdk compare$/],
    ['npx cdk destroy', 'npx cdq destroy', /^tool cdq$/],
    ['-c sendersAtOnce=', '-c senders=', /^-c senders$/],
    ['--parameters AlarmEmail=', '--parameters Email=', /^--parameters Email$/],
    ['(out SecretToFill)', '(out Secret)', /^output Secret$/],
    ['MitraHotline-prod', 'MitraHotline-live', /^stack MitraHotline-live$/],
    ['export TABLE_NAME=', 'export TABLE=', /^variable TABLE$/],
    ['set `DYNAMODB_ENDPOINT`', 'set `DATABASE_ENDPOINT`', /^variable DATABASE_ENDPOINT$/],
    ['`SomethingStuck`', '`SomethingLate`', /^name SomethingLate$/],
    ['`EveryMinute`', '`EachMinute`', /^name EachMinute$/],
    ['`DescribeTimeToLive`', '`DescribeTtl`', /^name DescribeTtl$/],
  ])('%s → %s', (name, renamed, fault) => {
    const text = read(handbook);
    expect(text).toContain(name);
    const faults = faultsOf(text.replaceAll(name, renamed), handbook);
    expect(faults).toContainEqual(expect.stringMatching(fault));
  });
});

describe('the handbook leaves nothing out', () => {
  const text = read(handbook);

  test('has one line for each alarm', () => {
    expect(columnUnder(text, 'Alarm').sort()).toEqual([...alarms].sort());
  });

  test('says of each alarm within how many minutes its mail comes, and what to do', () => {
    const said = alarmRows().map(({ name, wrong, minutes, todo }) => {
      expect(wrong.length, name).toBeGreaterThan(20);
      expect(todo.length, name).toBeGreaterThan(20);
      return [name, minutes];
    });
    const deployed = prod.resources('AWS::CloudWatch::Alarm').map(([id, { Properties }]) => {
      const { EvaluationPeriods, Period, Metrics = [] } = Properties;
      const seconds = Period ?? Metrics.find((m: Json) => m.MetricStat).MetricStat.Period;
      return [without(id).replace(/^Alarm/, ''), (EvaluationPeriods * seconds) / 60];
    });
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(deployed));
  });

  test('has one line for each option of a deployment', () => {
    expect(columnUnder(text, '`-c`').sort()).toEqual([...contexts()].sort());
  });

  test('names every output and every parameter', () => {
    const { blocks, spans } = parsePage(text);
    const named = [...blocks, ...spans].join('\n');
    for (const name of [...outputs, ...parameters])
      expect(named).toMatch(new RegExp(`\\b${name}\\b`));
  });

  test('uses every operator command', () => {
    const calls = hotlineCalls(parsePage(text)).map((argv) => `${argv.join(' ')} `);
    for (const name of Object.keys(operatorCommands))
      expect(
        calls.some((call) => call.startsWith(`${name} `)),
        name,
      ).toBe(true);
  });

  test('has the section that the code refers to', () => {
    expect(anchorsOf(text)).toContain('9-a-bad-night');
  });

  test('leaves every setting to the README', () => {
    const settings = columnUnder(read('README.md'), 'Name');
    expect(settings.length).toBeGreaterThan(10);
    for (const name of settings) expect([...environment]).toContain(name);
  });
});

describe('what the handbook promises', () => {
  const text = read(handbook);
  const made = readHotlineConfig('hotline.config.json');
  if ('fault' in made) throw new Error(made.fault);
  const { config } = made;

  test('states the figures of the policy and of the stack', () => {
    const { sending, textsPerHour, strangers, maxOpenRequests, quietHours } = config.policy;
    const waits = sending.retryMinutes.join(', ').replace(/, (\d+)$/, ' and $1');
    const { ThrottlingRateLimit, ThrottlingBurstLimit } = prod.only('AWS::ApiGatewayV2::Stage')
      .Properties.DefaultRouteSettings;
    const budget = prod.only('AWS::Budgets::Budget').Properties;
    for (const said of [
      `tried again after ${waits} minutes`,
      `over ${sending.retryMinutes.reduce((sum, wait) => sum + wait, 0)} minutes, is given up`,
      `from ${quietHours.from} to ${quietHours.to} donors`,
      `under ${sending.giveUpHours} hours old`,
      `more than ${textsPerHour} texts an hour`,
      `share ${strangers.textsPerHour} answers an hour, and ${strangers.callsBackPerHour} calls back, with the ${(10 ** (10 - strangers.rangeDigits)).toLocaleString('en')} numbers`,
      `at most ${maxOpenRequests} open requests`,
      `${ThrottlingRateLimit} calls a second for each route, ${ThrottlingBurstLimit} in a burst`,
      `| \`monthlyBudgetUsd\` | ${budget.Budget.BudgetLimit.Amount} |`,
      `at ${budget.NotificationsWithSubscribers[0].Notification.Threshold} % of`,
    ])
      expect(text).toContain(said);
    // Six tries: the first, and one after each wait.
    expect(sending.retryMinutes).toHaveLength(5);
    expect(text).toContain('failed six times');
  });

  test('gives lists that can be imported', () => {
    const gazetteer = createGazetteer(config);
    const [block = ''] = parsePage(text).blocks.filter((b) => b.includes("<<'END'"));
    const [volunteers = '', donors = ''] = matchesOf(block, /<<'END'\n([\s\S]*?)^END$/gm);
    const now = startOfDay(daySchema.parse('2026-11-23'));
    const parsed = {
      volunteers: parseVolunteerCsv(volunteers, { config, gazetteer } as Json),
      donors: parseDonorCsv(donors, { config, gazetteer, now }),
    };
    expect(parsed.volunteers).toMatchObject({ rows: [{}, {}], refused: [] });
    expect(parsed.donors).toMatchObject({ rows: [{}], refused: [] });
  });
});
