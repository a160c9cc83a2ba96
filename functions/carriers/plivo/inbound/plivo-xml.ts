import type { CallReply, SpokenLine } from '#shared/conversation/call-menu/call-reply.ts';
import type { SpokenLanguage } from '#shared/terms/language.ts';
import type { CallAddress, CallLinks } from '../../../ports/webhooks.ts';
import { escapeXml, renderElement } from '../../wire/xml.ts';

/** Seconds of silence after which a screen is repeated; also the longest pause between two keys of a number. */
const silenceSeconds = 7;
/** Speak takes 3,000 characters (docs/facts.md#carriers). */
const maxSpoken = 3000;

/** Both speak Hindi and Indian English (Amazon Polly, "Available voices"). */
const voices = { premium: 'Polly.Kajal', plain: 'Polly.Aditi' } as const;
const tags = { hi: 'hi-IN', en: 'en-IN' } as const satisfies Record<SpokenLanguage, string>;

type Saying = CallReply & { plainVoice: boolean };
type Ring = Extract<CallReply['next'], { type: 'ring' }>;

/** Renders a call's reply in Plivo's XML. */
export const renderPlivoReply = (reply: Saying, call: CallAddress, links: CallLinks): string => {
  const said = reply.say.map((line) => renderLine(line, reply.plainVoice, links)).join('');
  const answerUrl = renderAnswerUrl(links.publicUrl, call, reply.step);
  return `<?xml version="1.0" encoding="UTF-8"?>${renderElement(
    'Response',
    {},
    // On the phone of a person who was rung Plivo itself waits for the key (`confirmKey`), and plays only what is said.
    call.leg === undefined ? renderNext(reply.next, said, { call, answerUrl, links }) : said,
  )}`;
};

type Way = { call: CallAddress; answerUrl: string; links: CallLinks };

const renderNext = (next: CallReply['next'], said: string, way: Way): string => {
  const { answerUrl } = way;
  switch (next.type) {
    case 'keys':
      return renderInput(next.most, said, answerUrl) + renderSilence(answerUrl);
    case 'record':
      return renderBeforeRecord(said, answerUrl) + renderRecord(next.maxSeconds, answerUrl);
    case 'ring':
      return said + renderDial(next, way);
    case 'hang-up':
      return said + renderElement('Hangup');
    // The first element, so that the call is not picked up.
    case 'reject':
      return renderElement('Hangup', { reason: 'busy' });
    case 'talk':
      return said;
  }
};

/** A single key answers at once, star and hash too. A number ends with its last digit, a hash or a pause. */
const renderInput = (most: number, said: string, action: string): string =>
  renderElement(
    'GetInput',
    {
      action,
      method: 'POST',
      inputType: 'dtmf',
      executionTimeout: silenceSeconds,
      digitEndTimeout: silenceSeconds,
      numDigits: most,
      finishOnKey: most === 1 ? 'none' : '#',
      redirect: true,
      // Keys stay out of Plivo's own log: some of them are codes.
      log: false,
    },
    said,
  );

/** Without a key Plivo goes on with the next element. */
const renderSilence = (answerUrl: string): string =>
  renderElement('Redirect', { method: 'POST' }, escapeXml(`${answerUrl}&nothing=1`));

/** A key pressed during the prompt skips the recording; GetInput would wait five seconds before the tone. */
const renderBeforeRecord = (said: string, action: string): string =>
  renderElement(
    'GetDigits',
    { action, method: 'POST', numDigits: 1, timeout: 1, retries: 1, redirect: true, log: false },
    said,
  );

const renderRecord = (maxLength: number, action: string): string =>
  renderElement('Record', {
    action,
    method: 'POST',
    maxLength,
    timeout: 4,
    playBeep: true,
    finishOnKey: '1234567890*#',
    redirect: true,
  }) + renderSilence(action);

/** Never recorded, and always for a limited time. The person who is rung hears who calls, and presses 1 to talk. */
const renderDial = ({ phones, ringSeconds, talkSeconds }: Ring, way: Way): string => {
  const { publicUrl, hotlineNumber } = way.links;
  return renderElement(
    'Dial',
    {
      action: way.answerUrl,
      method: 'POST',
      callerId: withoutPlus(hotlineNumber),
      timeout: ringSeconds,
      timeLimit: talkSeconds,
      confirmSound: `${publicUrl}/plivo/voice/leg?${renderQuery({ c: way.call.callId, i: 0 })}`,
      confirmKey: '1',
      confirmTimeout: confirmSeconds,
      redirect: true,
    },
    phones.map((phone) => renderElement('Number', {}, withoutPlus(phone))).join(''),
  );
};

/** Time to listen to who calls, and to press the key. */
const confirmSeconds = 30;

const withoutPlus = (phone: string): string => phone.replace(/^\+/, '');

const renderLine = (line: SpokenLine, isPlain: boolean, links: CallLinks): string => {
  if (line.type === 'recording')
    return renderElement('Play', {}, escapeXml(links.recording(line.id)));
  if (line.file) return renderElement('Play', {}, escapeXml(links.prompt(line.file)));
  const voice = voices[isPlain ? 'plain' : 'premium'];
  return splitSpoken(line.words)
    .map((words) =>
      renderElement('Speak', { voice, language: tags[line.language] }, escapeXml(words)),
    )
    .join('');
};

/** Splits between words. An empty text needs no element. */
const splitSpoken = (words: string): string[] => {
  const parts: string[] = [];
  for (const word of words.split(/\s+/)) {
    const longer = `${parts.at(-1) ?? ''} ${word}`.trim();
    if (longer.length > maxSpoken) parts.push(word.slice(0, maxSpoken));
    else if (longer !== '') parts.splice(-1, 1, longer);
  }
  return parts;
};

const renderAnswerUrl = (publicUrl: string, { callId, isOut }: CallAddress, step: number): string =>
  `${publicUrl}/plivo/voice/heard?${renderQuery({ c: callId, s: step, ...(isOut && { d: 'out' }) })}`;

const renderQuery = (values: Record<string, string | number>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
