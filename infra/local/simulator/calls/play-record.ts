import { speakingMs } from '../twiml/spoken-verbs.ts';
import type { Record } from '../twiml/voice-verbs.ts';
import type { Answered } from './call-player.ts';
import type { LiveCall } from './live-call.ts';
import type { Recordings } from './sim-recordings.ts';

/**
 * Twilio's Record: ends on silence, a key, its limit or hanging up. Of an empty recording nobody is told: the
 * document goes on.
 */
export const playRecord = async (
  line: LiveCall,
  record: Record,
  { recordings, now, url }: { recordings: Recordings; now: () => number; url: string },
): Promise<Answered | undefined> => {
  const { maxSeconds, timeoutMs, finishOnKeys, action } = record;
  line.change({ waitsFor: { type: 'record', maxSeconds } });
  const limit = now() + maxSeconds * 1000;
  let said: string[] = [];
  let quietFrom = now();

  const ending = async (): Promise<string> => {
    for (;;) {
      const happening = await line.next(Math.min(quietFrom + timeoutMs, limit) - now());
      if (happening.type === 'over') return 'hangup';
      if (happening.type === 'time') return '';
      if (happening.type === 'words') {
        said.push(happening.words.trim());
        quietFrom = Math.max(quietFrom, now()) + speakingMs(happening.words);
      }
      if (happening.type === 'keys') {
        const key = [...happening.keys].find((pressed) => finishOnKeys.includes(pressed));
        if (key !== undefined) return key;
      }
    }
  };
  const digits = await ending();
  if (digits !== 'hangup') line.change({ waitsFor: null });
  said = said.filter((words) => words !== '');
  if (said.length === 0) return undefined;
  const words = withinSeconds(said.join(' '), maxSeconds);
  const seconds = Math.min(maxSeconds, Math.max(1, Math.round(speakingMs(words) / 1000)));
  const { sid } = recordings.keep(line.sid, words, seconds);
  const form = {
    RecordingUrl: `${url}/${sid}`,
    RecordingSid: sid,
    RecordingDuration: String(seconds),
    ...(digits !== '' && { Digits: digits }),
  };
  return { ...action, form };
};

/** What is said after the limit is not recorded. */
const withinSeconds = (text: string, seconds: number): string => {
  const words = text.split(/\s+/);
  while (words.length > 1 && speakingMs(words.join(' ')) > seconds * 1000) words.pop();
  return words.join(' ');
};
