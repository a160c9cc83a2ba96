import { describe, expect, test } from 'vitest';
import { asksForAnswer } from '#shared/messages/asking-messages.ts';
import type { MessageContext } from '#shared/messages/catalog/catalog.ts';
import { formatMessage } from '#shared/messages/format-message.ts';
import {
  callCutQuestions,
  type Message,
  type MessageKey,
  messageKeys,
  refusalReasons,
} from '#shared/messages/message-keys.ts';
import { segmentBudget } from '#shared/messages/segment-budgets.ts';
import { segmentsOf } from '#shared/messages/segments.ts';
import { languages } from '#shared/terms/language.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { fromCalendar } from '#shared/terms/time.ts';
import { type Kit, longestKit, paramsFrom, sampleKit, sampleNow } from '#test/fixtures/messages.ts';

const keys = Object.keys(messageKeys) as MessageKey[];
const number = phoneNumberSchema.parse('+915320000000');
const answerNumber = phoneNumberSchema.parse('+915321111111');
const answerable: MessageContext = { now: sampleNow, groupName: 'Police Mitra X', number };
const header: MessageContext = { ...answerable, answerNumber };
const named = '05321111111';

const kits: Kit[] = [
  sampleKit,
  longestKit,
  { ...longestKit, bridged: true },
  { ...longestKit, said: true },
  { ...longestKit, person: '', bridged: true, said: true },
  ...refusalReasons.map((why) => ({ ...longestKit, why })),
  { ...longestKit, component: 'platelets' },
  { ...longestKit, component: 'platelets', exchange: true },
  { ...longestKit, group: 'Oh' },
  { ...longestKit, at: fromCalendar({ year: 2026, month: 11, day: 24, hour: 12, minute: 35 }) },
  {
    ...longestKit,
    person: 'p'.repeat(300),
    hospital: 'Hospital '.repeat(30),
    place: 'Place '.repeat(30),
  },
];

/** Every message in every language. */
const everything = (context: MessageContext) =>
  kits.flatMap((kit) =>
    languages.flatMap((language) => [
      ...keys.map((key) => ({
        key,
        language,
        text: formatMessage({ key, params: paramsFrom(kit)[key] } as Message, language, context),
      })),
      ...callCutQuestions.map((ask) => ({
        key: 'callCut' as const,
        language,
        text: formatMessage({ key: 'callCut', params: { ask } }, language, context),
      })),
    ]),
  );
const underHeader = everything(header);

/** The words and digits that our texts ask for. */
const offers =
  /\b(BLOOD|JOIN|STATUS|DONE|CLOSE|MORE|DROP|PAUSE|ON|GAVE|CALLS|TEXTS|HIDE|SHOW|OK|NO|OFF|MENU|FORGET|LANG|TRUST|AUDIT)\b|\b1 = |\bsend [\d"]|\btext back\b|\banswer\b|\?/;
/** Always followed by another text of the same reply that names the number, or a question that no text answers. */
const answeredByTheNext: MessageKey[] = [
  'contactNoted',
  'myDataPause',
  'myDataNotAsked',
  'myDataCalls',
  'myDataNumber',
  'ownCodesPaused',
];

describe('a text under a sender that cannot be answered', () => {
  test('names the number that takes the answer, once, if it asks for one', () => {
    const silent = underHeader.filter(
      ({ key, text }) =>
        (asksForAnswer(key) || key === 'alert' || key === 'alertAgain') !== text.includes(named),
    );
    expect(silent).toEqual([]);
    expect(underHeader.filter(({ text }) => text.split(named).length > 2)).toEqual([]);
  });

  test('asks for nothing without naming the number', () => {
    const english = underHeader.filter(({ language }) => language === 'en');
    const unnamed = english.filter(
      ({ key, text }) =>
        offers.test(text) && !text.includes(named) && !answeredByTheNext.includes(key),
    );
    expect([...new Set(unnamed.map(({ key }) => key))]).toEqual([]);
  });

  test('keeps the budget of the message with the number in it', () => {
    const said = new Map(underHeader.map((m) => [`${m.key} ${m.language} ${m.text}`, m]));
    const over = [...said.values()].filter(
      ({ key, language, text }) => segmentsOf(text).segments > segmentBudget(key, language),
    );
    expect(over).toEqual([]);
    expect(said.size).toBeGreaterThan(1000);
  });

  test('is the only one that names it', () => {
    expect(everything(answerable).filter(({ text }) => text.includes(named))).toEqual([]);
  });
});
