import type { Gather } from '../twiml/voice-verbs.ts';
import type { Answered, Speak } from './call-player.ts';
import type { Happening, LiveCall } from './live-call.ts';

/**
 * Twilio's Gather: keys or words interrupt the prompt; the time-out runs from the prompt's end or the last key.
 * Nothing pressed (nor said): the document goes on, unless actionOnEmptyResult.
 */
export const playGather = async (
  line: LiveCall,
  gather: Gather,
  { speak, now }: { speak: Speak; now: () => number },
): Promise<Answered | undefined> => {
  const { numDigits, finishOnKey, action, speech } = gather;
  line.change({ waitsFor: { type: 'keys', most: numDigits ?? 20, speech } });
  const isInput = ({ type }: Happening): boolean =>
    type === 'over' || (type === 'keys' && gather.dtmf) || (type === 'words' && speech);

  let first: Happening | undefined;
  for (const spoken of gather.prompt) {
    await speak(spoken, 13321, async (ms) => {
      const end = now() + ms;
      while (now() < end && !first) {
        const happening = await line.next(end - now(), true);
        if (isInput(happening)) first = happening;
      }
      return !first;
    });
    if (first) break;
  }

  let digits = '';
  const result = async (): Promise<{ [field: string]: string } | undefined> => {
    for (let end = now() + gather.timeoutMs; ; ) {
      const happening = first ?? (await line.next(end - now()));
      first = undefined;
      if (happening.type === 'over') return undefined;
      if (happening.type === 'time') return { Digits: digits };
      if (!isInput(happening)) continue;
      if (happening.type === 'words' && digits === '')
        return { SpeechResult: happening.words, Confidence: '0.9' };
      if (happening.type === 'keys') {
        for (const key of happening.keys) {
          if (key === finishOnKey) return { Digits: digits };
          digits += key;
          if (digits.length === numDigits) return { Digits: digits };
        }
      }
      end = now() + gather.timeoutMs;
    }
  };
  const form = await result();
  if (form) line.change({ waitsFor: null });
  const isEmpty = form?.['Digits'] === '';
  return form && (!isEmpty || gather.actionOnEmptyResult) ? { ...action, form } : undefined;
};
