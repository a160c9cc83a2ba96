import { describe, expect, it } from 'vitest';
import { parseCallStatus } from '#functions/carriers/twilio/inbound/call-status-form.ts';
import {
  parseLegForm,
  parseVoiceForm,
  type VoiceQuery,
} from '#functions/carriers/twilio/inbound/voice-form.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';

const sunita = '+919415012345';
const hotline = '+915320000000';
const missedNumber = phoneNumberSchema.parse('+915320000001');
const base = { CallSid: 'CA1', From: sunita, To: hotline, CallStatus: 'in-progress' };
const begins: VoiceQuery = { isOut: false, isNothing: false };
const answers: VoiceQuery = { call: 'CA1', step: '3', isOut: false, isNothing: false };
const heard = (fields: Record<string, string>, query = answers) =>
  parseVoiceForm({ ...base, ...fields }, query, { missedCall: missedNumber });

describe('an incoming call', () => {
  it('begins with the caller and without input', () => {
    expect(heard({ Digits: '5' }, begins)).toEqual({
      callId: 'CA1',
      direction: 'in',
      phone: sunita,
    });
  });

  it('is missed on the missed-call number', () => {
    expect(heard({ To: missedNumber }, begins)).toMatchObject({ missed: true });
    const made = { call: '01out', isOut: true, isNothing: false };
    expect(heard({ To: missedNumber }, made)).not.toHaveProperty('missed');
    expect(parseVoiceForm({ ...base, To: missedNumber }, begins)).not.toHaveProperty('missed');
  });

  it.each([
    'anonymous',
    'Anonymous',
    'Restricted',
    'unavailable',
    '',
    '+266696687',
    '+7378742833',
    '+2562533',
    '+8656696',
    '+86282452253',
    'client:alice',
    'sip:alice@example.org',
    '57575',
  ])('from "%s" has no phone', (From) => {
    expect(heard({ From }, begins)).toEqual({ callId: 'CA1', direction: 'in' });
  });

  it.each([[{}], [{ CallSid: '' }], [{ CallSid: 'x'.repeat(65) }]])(
    'is none without an id: %j',
    (form) => {
      expect(parseVoiceForm(form, begins)).toBeUndefined();
    },
  );
});

describe('an outgoing call', () => {
  it('has our id and the phone that was called', () => {
    const made = { call: '01out', isOut: true, isNothing: false };
    expect(heard({ From: hotline, To: sunita }, made)).toEqual({
      callId: '01out',
      direction: 'out',
      phone: sunita,
    });
  });
});

describe('the input', () => {
  const url = 'https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE0123';
  it.each<[Record<string, string>, unknown]>([
    [{ Digits: '1' }, { type: 'keys', keys: '1' }],
    [{ Digits: '211001' }, { type: 'keys', keys: '211001' }],
    [{ Digits: '*' }, { type: 'keys', keys: '*' }],
    [{ Digits: '' }, { type: 'nothing' }],
    [{}, { type: 'nothing' }],
    [{ SpeechResult: ' SRN ' }, { type: 'words', words: 'SRN' }],
    [{ SpeechResult: '  ' }, { type: 'nothing' }],
    [
      { SpeechResult: 'SRN', Digits: '2' },
      { type: 'keys', keys: '2' },
    ],
    [
      { RecordingUrl: url, RecordingDuration: '7', Digits: '#' },
      { type: 'recorded', recording: { carrierId: 'RE0123', seconds: 7 }, key: '#' },
    ],
    [
      { RecordingUrl: url, RecordingDuration: '7', Digits: 'hangup' },
      { type: 'recorded', recording: { carrierId: 'RE0123', seconds: 7 } },
    ],
    [
      { RecordingUrl: 'https://cdn/x', RecordingSid: 'RE9', RecordingDuration: '2' },
      { type: 'recorded', recording: { carrierId: 'RE9', seconds: 2 } },
    ],
    [
      { RecordingUrl: `${url}.mp3`, RecordingDuration: '2' },
      { type: 'recorded', recording: { carrierId: 'RE0123', seconds: 2 } },
    ],
    [
      { RecordingUrl: url, RecordingDuration: '0', Digits: '1' },
      { type: 'keys', keys: '1' },
    ],
    [
      { RecordingUrl: url, Digits: '1' },
      { type: 'keys', keys: '1' },
    ],
    [{ RecordingUrl: 'https://evil/RE0123/x', RecordingDuration: '2' }, { type: 'nothing' }],
    [{ Digits: 'hangup' }, { type: 'recorded', recording: null }],
    [{ DialCallStatus: 'completed' }, { type: 'rung', talked: true }],
    [{ DialCallStatus: 'answered' }, { type: 'rung', talked: true }],
    [
      { DialCallStatus: 'completed', DialBridged: 'true' },
      { type: 'rung', talked: true },
    ],
    // A voicemail picked up and pressed no key.
    [
      { DialCallStatus: 'completed', DialBridged: 'false' },
      { type: 'rung', talked: false },
    ],
    [{ DialCallStatus: 'no-answer' }, { type: 'rung', talked: false }],
    [{ DialCallStatus: 'busy' }, { type: 'rung', talked: false }],
    [{ DialCallStatus: 'failed' }, { type: 'rung', talked: false }],
    [{ DialCallStatus: 'canceled' }, { type: 'rung', talked: false }],
  ])('reads %j as %j', (fields, input) => {
    expect(heard(fields)).toEqual({
      callId: 'CA1',
      direction: 'in',
      phone: sunita,
      step: 3,
      input,
    });
  });

  it('is nothing after silence, whatever other fields there are', () => {
    const silent = { ...answers, isNothing: true };
    expect(heard({ Digits: '1' }, silent)?.input).toEqual({ type: 'nothing' });
  });

  it.each(['', '-1', '1.5', 'x', '9999999', undefined])('is missing for step %j', (step) => {
    expect(heard({ Digits: '1' }, { ...answers, step })).not.toHaveProperty('step');
  });
});

describe('a phone that was rung for the caller', () => {
  const rung = { callId: 'CA1', leg: 1, step: 4 };
  it('picks up, presses a key, says a word, or stays silent', () => {
    const leg = (form: Record<string, string>, answered: boolean) =>
      parseLegForm(form, { call: 'CA1', leg: '1', step: '4', asked: '1', answers: answered });
    expect(leg({ Digits: '1' }, false)).toEqual({
      ...rung,
      asked: 0,
    });
    expect(leg({ Digits: '1' }, true)).toEqual({ ...rung, asked: 1, key: '1' });
    expect(leg({ To: '+919450000001' }, true)).toEqual({
      ...rung,
      to: '+919450000001',
      asked: 1,
    });
    expect(leg({ SpeechResult: 'हाँ' }, true)).toEqual({ ...rung, asked: 1, words: 'हाँ' });
  });

  it.each([
    [undefined, '0'],
    ['', '0'],
    ['CA1', undefined],
    ['CA1', '-1'],
    ['CA1', '100'],
    ['CA1', '1e1'],
  ])('is not parsed for call %j, position %j', (call, leg) => {
    expect(
      parseLegForm({}, { call, leg, step: undefined, asked: undefined, answers: true }),
    ).toBeUndefined();
  });
});

describe('the status of a call', () => {
  const form = { CallSid: 'CA1', CallStatus: 'no-answer' };
  it('has our id when we made it, and the carrier’s otherwise', () => {
    const status = { carrierId: 'CA1', state: 'unanswered', error: { code: 'call-no-answer' } };
    expect(parseCallStatus(form, '01out')).toEqual({
      ...status,
      callId: '01out',
      direction: 'out',
    });
    expect(parseCallStatus(form, undefined)).toEqual({
      ...status,
      callId: 'CA1',
      direction: 'in',
    });
  });

  it('has the error, when there is one', () => {
    expect(parseCallStatus({ ...form, ErrorCode: '13224' }, 'x')).toMatchObject({
      error: { code: '13224', failure: 'uncallable' },
    });
    const none = parseCallStatus({ ...form, ErrorCode: '0' }, 'x');
    expect(none).not.toHaveProperty('error.failure');
  });

  it.each([
    ['queued', 'ringing'],
    ['initiated', 'ringing'],
    ['ringing', 'ringing'],
    ['in-progress', 'answered'],
    ['completed', 'ended'],
    ['busy', 'unanswered'],
    ['no-answer', 'unanswered'],
    ['failed', 'unanswered'],
    ['canceled', 'unanswered'],
  ])('reads %s as %s', (CallStatus, state) => {
    expect(parseCallStatus({ CallSid: 'CA1', CallStatus }, 'x')?.state).toBe(state);
  });

  it.each([
    [{ MessageSid: 'SM1', MessageStatus: 'sent' }],
    [{ CallSid: 'CA1', CallStatus: 'unheard-of' }],
    [{ CallStatus: 'completed' }],
  ])('is not parsed from %j', (other) => {
    expect(parseCallStatus(other, '01out')).toBeUndefined();
  });
});
