import { isSafe } from 'redos-detector';
import { describe, expect, test } from 'vitest';
import { readCsvLines } from '#functions/import-export/csv-lines.ts';
import { processorPace } from './world/processor-pace.ts';
import { type FoundRegex, regexLiteralsIn } from './world/regex-literals.ts';
import { readSources } from './world/source-files.ts';

/*
 * No regular expression that reads input from outside takes more than linear time. A checker proves most of them. It
 * cannot decide some that are linear or read short text only: those are listed, and timed with hostile text.
 */

/** Code that reads what people, carriers, browsers and files send. */
const outside = ['shared', 'functions', 'infra/local/phones', 'infra/local/tables'];
/** The page runs in the browser of the machine and reads what our own server sends. */
const isOwnPage = ({ path }: FoundRegex): boolean => path.startsWith('infra/local/phones/page/');

/** As much as a form may hold. */
const anyLength = 64 * 1024;

/** Not proved: the longest text that it reads, and why. */
const undecided: Record<string, { longest: number; because: string }> = {
  '/(?<![\\p{L}\\p{Nd}])(?:\\+\\p{Nd}(?:[\\s().-]{0,2}\\p{Nd}){6,14}|\\p{Nd}(?:[\\s().-]{0,2}\\p{Nd}){9,14})(?![\\p{L}\\p{Nd}])/gu':
    { longest: anyLength, because: 'signs and digits differ, and each repetition has a limit' },
  '/\\/+$/': { longest: 200, because: 'reads an address in the settings' },
  '/From([\\w:.-]{3,20})FromCity/g': { longest: anyLength, because: 'at most 20 characters' },
  '/^[\\w+][\\w+:.@ -]{0,63}$/': { longest: anyLength, because: 'at most 64 characters' },
  '/(?:^|\\/Recordings\\/)(RE\\w{1,62})(?:\\.\\w+)?$/': {
    longest: 1000,
    because: 'the field has at most 1,000 characters',
  },
  '/(^|[,;\\t|])="([^"]*)"(?=[,;\\t|]|$)/g': {
    longest: anyLength,
    because: 'every beginning has a quote, and a cell ends at the next',
  },
  '/[([](.*?)[)\\]]/g': { longest: 200, because: 'a header is cut to 200 characters' },
  '/[([].*?[)\\]]/g': { longest: 200, because: 'a header is cut to 200 characters' },
  '/:\\d+$/': { longest: anyLength, because: 'every beginning has a colon, and digits are none' },
  '/^\\s*([^\\r\\n]+)[\\r\\n]+([\\s\\S]+)$/': {
    longest: 200,
    because: 'a longer text is not searched for a signature',
  },
  '/^\\s*([^\\r\\n\\p{Pd}]+?)\\s*\\p{Pd}+\\s+([\\s\\S]+)$/u': {
    longest: 200,
    because: 'a longer text is not searched for a signature',
  },
  '/^\\s*On\\s.{4,150}\\swrote:\\s*$/i': {
    longest: anyLength,
    because: 'begins at one place, and the middle has a limit',
  },
  '/ ?\\(.*\\)$/': { longest: 200, because: 'reads names of districts' },
  '/^\\P{L}*([A-Z]{2,})\\P{L}*$/u': { longest: anyLength, because: 'letters and others differ' },
  '/(?:[\\s,]+(?:at\\s+)?|T)(?:\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:[.,]\\d+)?)?(?:\\s*[ap]\\.?m\\.?)?|\\d{1,2}\\s*[ap]\\.?m\\.?)(?:\\s*(?:hrs?|ist|gmt|utc|z|[+-]\\d{2}:?\\d{2}|\\([^()]*\\)))*$/i':
    { longest: 80, because: 'a longer cell is not a day' },
  '/\\.0+$/': { longest: anyLength, because: 'every beginning has a dot, and zeros are none' },
  '/^(?<abo>a|b|ab|o)\\(?rh(?:d|\\(d\\))?[:=]?\\(?\\+(?:ve|ive)?\\)*$/': {
    longest: anyLength,
    because: 'begins at one place, and only brackets repeat',
  },
  '/^(?<abo>a|b|ab|o)\\(?rh(?:d|\\(d\\))?[:=]?\\(?-(?:ve|ive)?\\)*$/': {
    longest: anyLength,
    because: 'begins at one place, and only brackets repeat',
  },
  '/^\\s*(?:reacted\\s+)?[\\p{Extended_Pictographic}\\p{EMod}\\p{VS}\\u200D]+\\s*to\\s*["“„«]/iu': {
    longest: anyLength,
    because: 'begins at one place, and neighbours differ',
  },
  '/\\b(?:sent from my|sent via|sent using)\\s[\\p{L}\\d .]{2,40}$/iu': {
    longest: anyLength,
    because: 'at most 40 characters',
  },
  '/\\+?\\d(?:[\\s-]?\\d){6,}/g': { longest: anyLength, because: 'signs and digits differ' },
};

const found = readSources(...outside)
  .flatMap(regexLiteralsIn)
  .filter((one) => !isOwnPage(one));

/** The checker knows neither named groups nor `iu`. Without them the time is the same. */
const plain = (regex: RegExp): RegExp => {
  const flags = regex.flags.includes('u') ? regex.flags.replace('i', '') : regex.flags;
  return new RegExp(regex.source.replace(/\(\?<[A-Za-z]\w*>/g, '('), flags);
};

const isProved = (regex: RegExp): boolean =>
  isSafe(plain(regex), { timeout: 5000, maxScore: 300 }).safe;

/** Texts that make patterns go back: pieces of the pattern repeated, with an end that does not fit. */
const hostileTexts = (regex: RegExp, longest: number): string[] => {
  const written = regex.source.match(/[\w(["':=+.,-]/g) ?? [];
  const pieces = [...new Set([...written, ' ', '\n', '0', 'a', 'A', '-', '"', '(', '='])];
  const pairs = pieces.flatMap((a) => [' ', '0', 'a', '"', '.'].map((b) => a + b));
  return [...pieces, ...pairs, 'From', '\n-', 'On '].map(
    (piece) => `${piece.repeat(longest / piece.length)}\u0001`,
  );
};

/** Milliseconds of processor time for the worst of them. */
const worstTime = (regex: RegExp, longest: number): number =>
  Math.max(
    ...hostileTexts(regex, longest).map((text) => {
      const before = process.cpuUsage();
      text.replace(regex, '');
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }),
  );

const budgetMs = 50;

describe('regular expressions on input from outside', () => {
  test('are proved linear, or listed', () => {
    const distinct = [...new Map(found.map((one) => [String(one.regex), one])).values()];
    expect(distinct.length).toBeGreaterThan(150);
    const unproved = distinct.filter(
      ({ regex }) => !(String(regex) in undecided) && !isProved(regex),
    );
    console.log(
      `regular expressions: ${found.length} found, ${distinct.length} distinct, ${Object.keys(undecided).length} listed`,
    );
    expect(unproved.map(({ path, line, regex }) => `${path}:${line} ${regex}`)).toEqual([]);
  });

  test('are listed only where they are used', () => {
    const used = new Set(found.map(({ regex }) => String(regex)));
    expect(Object.keys(undecided).filter((listed) => !used.has(listed))).toEqual([]);
  });

  test.each(Object.entries(undecided))('%s takes less than 50 ms', (source, { longest }) => {
    const regex = found.find((one) => String(one.regex) === source)?.regex ?? /$./;
    expect(worstTime(regex, longest)).toBeLessThan(budgetMs * processorPace());
  });

  test.each([[/^(a+)+$/], [/\s+$/], [/[\s,]+x/], [/^(?:\w+\s?)*$/], [/T\d(?:\s*\(.*\))*$/]])(
    'seeded: %s is found',
    (bad) => {
      expect(isProved(bad)).toBe(false);
    },
  );

  test('seeded: a slow one in the list is found', () => {
    expect(worstTime(/\s+$/, 8000)).toBeGreaterThan(budgetMs / 5);
  });

  test('seeded: literals are found where they stand', () => {
    const text = [
      "const half = a / b / c; // a comment: it's /no/",
      "const url = 'https://x/y/'; /* /no/ */",
      'const t = `$' + '{x.replace(/in\\/side[/]/g, "/")} /no/ $' + '{{ a: 1 }.a / 2}`;',
      'return /last/u;',
    ].join('\n');
    expect(
      regexLiteralsIn({ path: 'x.ts', text }).map(({ line, regex }) => `${line} ${regex}`),
    ).toEqual(['3 /in\\/side[/]/g', '4 /last/u']);
  });
});

describe('a list of people', () => {
  const row = '+919415000001,Ramesh Kumar,B+,M,1990,211001,en,2024-01-01\n';
  test.each([
    ['a quote open in every line', row.replace('Ramesh', '"Ramesh').repeat(5000)],
    ['quotes inside every cell', row.replace('Ramesh', 'Ram"es"h').repeat(5000)],
    ['a quote open in the first line', row.replace('Ramesh', '"Ramesh') + row.repeat(5000)],
    ['nothing but quotes', '"'.repeat(300_000)],
    ['cells that begin as text', ',="'.repeat(100_000)],
  ])('of 300 KB is read in seconds with %s', (_, list) => {
    const before = process.cpuUsage();
    readCsvLines(list, (cells) => cells.length);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(4000 * processorPace());
  });
});
