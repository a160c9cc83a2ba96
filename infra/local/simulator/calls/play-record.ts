import { speakingMs } from '../twiml/spoken-verbs.ts';
import type { Record } from '../twiml/voice-verbs.ts';
import type { LiveCall } from './live-call.ts';
import type { NextDocument } from './next-document.ts';
import type { Recordings } from './sim-recordings.ts';

/**
 * Twilio's Record: ends on silence, a key, its limit or hanging up. An empty recording is not posted: the document
 * goes on.
 */
export const playRecord = async (
  call: LiveCall,
  record: Record,
  { recordings, now, url }: { recordings: Recordings; now: () => number; url: string },
): Promise<NextDocument | undefined> => {
  const { maxSeconds, timeoutMs, finishOnKeys, action } = record;
  call.change({ waitsFor: { type: 'record', maxSeconds } });
  const limit = now() + maxSeconds * 1000;
  let said: string[] = [];
  let quietFrom = now();

  const ending = async (): Promise<string> => {
    for (;;) {
      const signal = await call.next(Math.min(quietFrom + timeoutMs, limit) - now());
      if (signal.type === 'over') return 'hangup';
      if (signal.type === 'time') return '';
      if (signal.type === 'words') {
        said.push(signal.words.trim());
        quietFrom = Math.max(quietFrom, now()) + speakingMs(signal.words);
      }
      if (signal.type === 'keys') {
        const key = [...signal.keys].find((pressed) => finishOnKeys.includes(pressed));
        if (key !== undefined) return key;
      }
    }
  };
  const digits = await ending();
  if (digits !== 'hangup') call.change({ waitsFor: null });
  said = said.filter((words) => words !== '');
  if (said.length === 0) return undefined;
  const words = withinSeconds(said.join(' '), maxSeconds);
  const seconds = Math.min(maxSeconds, Math.max(1, Math.round(speakingMs(words) / 1000)));
  const { sid } = recordings.save(call.sid, words, seconds);
  const form = {
    RecordingUrl: `${url}/${sid}`,
    RecordingSid: sid,
    RecordingDuration: String(seconds),
    ...(digits !== '' && { Digits: digits }),
  };
  return { ...action, form };
};

/** The words that fit into the limit; the rest is not recorded. */
const withinSeconds = (text: string, seconds: number): string => {
  const words = text.split(/\s+/);
  while (words.length > 1 && speakingMs(words.join(' ')) > seconds * 1000) words.pop();
  return words.join(' ');
};
