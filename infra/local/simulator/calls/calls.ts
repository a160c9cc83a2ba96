import { parsePhoneNumber } from '#shared/terms/phone-number.ts';
import { recordingsUri } from '../rest/rest-call.ts';
import { createStatusCallbacks, type StatusCallbackOptions } from './call-forms.ts';
import { createCallPlayer } from './call-player.ts';
import { createCallStore } from './call-store.ts';
import { type LiveCall, startLiveCall } from './live-call.ts';
import { createOutgoingCalls } from './outgoing-calls.ts';
import type { RingOptions } from './ring-phone.ts';
import type { SimCalls } from './sim-call.ts';
import { createRecordings } from './sim-recordings.ts';

export type CallsOptions = StatusCallbackOptions &
  Omit<RingOptions, 'book'> & {
    hotlineNumber: string;
    missedCallNumber: string | undefined;
    /** Without a slash at the end. */
    publicUrl: string;
    voiceFallbackUrl?: string;
    callsPerSecond?: number;
  };

/** The voice half of the carrier: calls both ways, the phones' side of them, and what was recorded. */
export const createCalls = (options: CallsOptions) => {
  const { hotlineNumber, missedCallNumber, publicUrl, accountSid, callsPerSecond = 1 } = options;
  const fallbackUrl = options.voiceFallbackUrl ?? `${publicUrl}/twilio/voice/fallback`;
  const book = createCallStore();
  const recordings = createRecordings();
  const lines = new Map<string, LiveCall>();
  const register = (line: LiveCall): void => void lines.set(line.sid, line);
  const ownNumbers = [hotlineNumber, ...(missedCallNumber ? [missedCallNumber] : [])];
  const shared = { ...options, book, recordings, register, ownNumbers };
  const recordingsUrl = `https://api.twilio.com${recordingsUri(accountSid)}`;
  const play = createCallPlayer({ ...shared, recordingsUrl });

  const receive = async (line: LiveCall): Promise<void> => {
    const status = { url: `${publicUrl}/twilio/status`, events: ['completed'] };
    const teller = createStatusCallbacks(line, status, options);
    await play(line, { url: `${publicUrl}/twilio/voice`, method: 'POST' }, fallbackUrl);
    line.end('completed');
    teller('completed');
  };

  const lineOf = (sid: string): LiveCall => {
    const line = lines.get(sid);
    if (!line) throw new RangeError(`there is no call ${sid}`);
    return line;
  };
  /** The line, when its phone is ringing for a call of the hotline's. */
  const ringingLine = (sid: string): LiveCall | undefined => {
    const line = lineOf(sid);
    const { direction, status } = line.call();
    return direction === 'out' && status === 'ringing' ? line : undefined;
  };

  const calls: SimCalls = {
    async call(from, to = hotlineNumber) {
      const phone = parsePhoneNumber(from);
      if (!phone) throw new RangeError(`${from} is no phone number`);
      if (!ownNumbers.includes(to)) throw new RangeError(`${to} is no number of the hotline's`);
      const ends = { from: phone, to, direction: 'inbound' } as const;
      const line = startLiveCall(ends, { phone, direction: 'in', status: 'ringing' }, shared);
      register(line);
      void receive(line);
      await line.settled();
      return line.call();
    },
    async press(sid, keys) {
      if (!/^[0-9*#]+$/.test(keys)) throw new RangeError(`"${keys}" are no keys`);
      const line = lineOf(sid);
      line.happen({ type: 'keys', keys });
      await line.settled();
    },
    async speak(sid, words) {
      const line = lineOf(sid);
      const other = lines.get(line.call().talkingWith ?? '');
      if (other) {
        line.change({ talk: [...line.call().talk, { own: true, text: words }] });
        other.change({ talk: [...other.call().talk, { own: false, text: words }] });
        return;
      }
      line.happen({ type: 'words', words });
      await line.settled();
    },
    async answer(sid) {
      const line = ringingLine(sid);
      line?.happen({ type: 'answer' });
      await line?.settled();
    },
    async decline(sid) {
      ringingLine(sid)?.end('busy');
    },
    async hangUp(sid) {
      const line = lineOf(sid);
      const { direction, answeredAt } = line.call();
      if (answeredAt !== undefined) line.end('completed');
      else line.end(direction === 'in' ? 'no-answer' : 'busy');
    },
    of(phone) {
      const number = parsePhoneNumber(phone);
      return number ? book.ofPhone(number) : [];
    },
    all: book.all,
    get: book.get,
    isSpeaking: (sid) => lines.get(sid)?.isSpeaking() ?? false,
    onCall: book.onCall,
  };

  return {
    calls,
    recordings,
    start: createOutgoingCalls({ ...shared, callsPerSecond, play }),
    lines: () => [...lines.values()],
    line: (sid: string) => lines.get(sid),
  };
};

export type Calls = ReturnType<typeof createCalls>;
