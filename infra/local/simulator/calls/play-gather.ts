import type { SpokenVerb } from '../twiml/spoken-verbs.ts';
import type { Gather } from '../twiml/voice-verbs.ts';
import type { CallSignal, LiveCall } from './live-call.ts';
import type { NextDocument } from './next-document.ts';

/** Says one verb of the prompt; the player's `#speak`. */
type Speak = (
  spoken: SpokenVerb,
  badVoice: 13321,
  lasts: (ms: number) => Promise<boolean>,
) => Promise<void>;

/**
 * Twilio's Gather: keys or words interrupt the prompt; the time-out runs from the prompt's end or the last key.
 * Without input the document goes on, unless actionOnEmptyResult.
 */
export const playGather = async (
  call: LiveCall,
  gather: Gather,
  { speak, now }: { speak: Speak; now: () => number },
): Promise<NextDocument | undefined> => {
  const { numDigits, finishOnKey, action, speech } = gather;
  call.change({ waitsFor: { type: 'keys', most: numDigits ?? 20, speech } });
  const isInput = ({ type }: CallSignal): boolean =>
    type === 'over' || (type === 'keys' && gather.dtmf) || (type === 'words' && speech);

  let first: CallSignal | undefined;
  for (const spoken of gather.prompt) {
    await speak(spoken, 13321, async (ms) => {
      const end = now() + ms;
      while (now() < end && !first) {
        const signal = await call.next(end - now(), true);
        if (isInput(signal)) first = signal;
      }
      return !first;
    });
    if (first) break;
  }

  let digits = '';
  const result = async (): Promise<{ [field: string]: string } | undefined> => {
    for (let end = now() + gather.timeoutMs; ; ) {
      const signal = first ?? (await call.next(end - now()));
      first = undefined;
      if (signal.type === 'over') return undefined;
      if (signal.type === 'time') return { Digits: digits };
      if (!isInput(signal)) continue;
      if (signal.type === 'words' && digits === '')
        return { SpeechResult: signal.words, Confidence: '0.9' };
      if (signal.type === 'keys') {
        for (const key of signal.keys) {
          if (key === finishOnKey) return { Digits: digits };
          digits += key;
          if (digits.length === numDigits) return { Digits: digits };
        }
      }
      end = now() + gather.timeoutMs;
    }
  };
  const form = await result();
  if (form) call.change({ waitsFor: null });
  const isEmpty = form?.['Digits'] === '';
  return form && (!isEmpty || gather.actionOnEmptyResult) ? { ...action, form } : undefined;
};
