import { describe, expect, test } from 'vitest';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import { type ParsedRequest, parseRequest } from '#shared/conversation/parse/parse-request.ts';
import { detectLanguage } from '#shared/conversation/text/detect-language.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { type EpochMs, fromCalendar, toCalendar } from '#shared/terms/time.ts';
import { notRequests } from '#test/fixtures/not-requests.ts';
import { corpusNow, type RequestText, type Wanted } from '#test/fixtures/request-text.ts';
import { englishTexts } from '#test/fixtures/request-texts.en.ts';
import { heldOutTexts } from '#test/fixtures/request-texts.held-out.ts';
import { hindiTexts } from '#test/fixtures/request-texts.hi.ts';
import { latinHindiTexts } from '#test/fixtures/request-texts.hi-latn.ts';
import rawConfig from '../../../hotline.config.json' with { type: 'json' };

const config = hotlineConfigSchema.parse(rawConfig);
const gazetteer = createGazetteer(config);
const now = fromCalendar(corpusNow);

const hospitalNamed = (name: string): string | undefined =>
  (
    config.hospitals.find((h) => h.name === name) ??
    config.hospitals.find((h) => h.aliases.includes(name.toLowerCase()))
  )?.name;

const two = (n: number): string => String(n).padStart(2, '0');
const renderMoment = (at: EpochMs): string => {
  const c = toCalendar(at);
  return `${two(c.day)} ${two(c.hour)}:${two(c.minute)}`;
};

/** What was parsed, in the terms of the corpus. */
const understood = (parsed: ParsedRequest, wants: Wanted) => ({
  isRequest: parsed.isRequest,
  group: parsed.group,
  groupUnclear: parsed.groupUnclear,
  component: parsed.component,
  componentUnclear: parsed.componentUnclear,
  exchange: parsed.exchange,
  units: parsed.units,
  hospital: parsed.hospital?.name ?? parsed.hospitalName,
  town:
    wants.named || wants.place
      ? /^\d/.test(wants.place ?? wants.named?.[1] ?? '')
        ? (parsed.hospital?.place ?? parsed.place)?.pin
        : (parsed.hospital?.place ?? parsed.place)?.name
      : undefined,
  by:
    parsed.neededBy === undefined
      ? undefined
      : `${parsed.urgency} ${renderMoment(parsed.neededBy)}`,
  patient: parsed.patient,
  attendant: parsed.attendant,
});

const wanted = (wants: Wanted): ReturnType<typeof understood> => ({
  isRequest: true,
  group: wants.group,
  groupUnclear: wants.groupUnclear,
  component: wants.component,
  componentUnclear: wants.componentUnclear,
  exchange: wants.exchange,
  units: wants.units,
  hospital: wants.hospital
    ? (hospitalNamed(wants.hospital) ?? `no hospital ${wants.hospital}`)
    : (wants.named?.[0] ?? wants.hospitalName),
  town: wants.place ?? wants.named?.[1],
  by: wants.by === 'now' ? 'critical 23 19:00' : wants.by,
  patient: wants.patient,
  attendant: wants.attendant,
});

const wrongFields = ({ text, wants }: RequestText): string[] => {
  const is = understood(parseRequest(text, { gazetteer, now }), wants);
  const want = wanted(wants);
  const fields = Object.keys(want) as (keyof typeof want)[];
  return fields
    .filter((field) => is[field] !== want[field])
    .map((field) => `${field}: ${is[field]}, not ${want[field]}`);
};

/** True for another group or component than the family needs, or an exchange that it did not offer. */
const isDangerous = ({ text, wants }: RequestText): boolean => {
  const is = parseRequest(text, { gazetteer, now });
  return (
    (is.group !== undefined && is.group !== wants.group) ||
    (is.component !== undefined && is.component !== wants.component) ||
    (is.exchange === true && wants.exchange !== true)
  );
};

const measure = (name: string, texts: readonly RequestText[]) => {
  const wrong = texts
    .map((entry) => ({ text: entry.text, fields: wrongFields(entry) }))
    .filter(({ fields }) => fields.length > 0);
  const dangerous = texts.filter(isDangerous).map(({ text }) => text);
  const exact = 1 - wrong.length / texts.length;
  console.log(
    `${name}: ${texts.length - wrong.length} of ${texts.length} exactly right (${(exact * 100).toFixed(1)}%), ${dangerous.length} dangerously wrong`,
  );
  for (const { text, fields } of wrong)
    console.log(`  ${JSON.stringify(text)}\n    ${fields.join('; ')}`);
  return { exact, dangerous };
};

describe('requests of families', () => {
  const tuned = [...englishTexts, ...latinHindiTexts, ...hindiTexts];

  test.each([
    ['English', englishTexts],
    ['Hindi in Latin letters', latinHindiTexts],
    ['Hindi', hindiTexts],
  ] as const)('parses at least 95% of the %s texts exactly', (name, texts) => {
    expect(texts.length).toBeGreaterThanOrEqual(45);
    const { exact, dangerous } = measure(name, texts);
    expect(dangerous).toEqual([]);
    expect(exact).toBeGreaterThanOrEqual(0.95);
  });

  test('parses at least 80% of the held-out texts exactly', () => {
    const { exact, dangerous } = measure('held out', heldOutTexts);
    expect(dangerous).toEqual([]);
    expect(exact).toBeGreaterThanOrEqual(0.8);
  });

  test('parses at least 95% of the whole corpus exactly, and no text dangerously wrong', () => {
    const all = [...tuned, ...heldOutTexts];
    expect(new Set(all.map(({ text }) => text)).size).toBeGreaterThanOrEqual(180);
    const { exact, dangerous } = measure('whole corpus', all);
    expect(dangerous).toEqual([]);
    expect(exact).toBeGreaterThanOrEqual(0.95);
  });

  test.each(notRequests)('does not read %s as a request', (text) => {
    expect(parseRequest(text, { gazetteer, now }).isRequest).toBe(false);
  });

  test.each([
    ['en', englishTexts],
    ['hi-Latn', latinHindiTexts],
    ['hi', hindiTexts],
  ] as const)('detects no other language in the %s texts', (language, texts) => {
    const others = texts.filter(({ text }) => {
      const detected = detectLanguage(text);
      return detected !== undefined && detected !== language;
    });
    expect(others.map(({ text }) => text)).toHaveLength(0);
  });
});
