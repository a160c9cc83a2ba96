import type { Message } from '../../messages/message-keys.ts';
import type { Line } from './screens/define-screen.ts';

const confirming: ReadonlySet<string> = new Set([
  'alertYesConfirmed',
  'standbyPromoted',
  'alreadyConfirmed',
]);
const asking: ReadonlySet<string> = new Set(['dropThanks']);
const opening: ReadonlySet<string> = new Set([
  'requestOpened',
  'requestOpenedContact',
  'requestOpenedTrusted',
]);

const ofCamps: ReadonlySet<string> = new Set(['campTimes', 'campBooked', 'campWaiting']);

/** The lines of a screen without what the replies before it have just said. */
export const skipRepeated = (lines: Line[], replies: readonly Message[]): Line[] => {
  const said = (keys: ReadonlySet<string>) => replies.some((reply) => keys.has(reply.key));
  return lines.flatMap((line): Line[] => {
    if ('recording' in line) return [line];
    // "What was the reason?" is both the reply to a key and the screen that follows.
    if (line.key === 'dropThanks' && said(asking)) return [];
    if (line.key === 'pledgeConfirmed' && said(confirming))
      return [
        { key: 'requestCode', params: { code: line.params.code } },
        { key: 'pledgeKeys', params: {} },
      ];
    // The reply to a yes is also what the screen says.
    if (ofCamps.has(line.key) && said(new Set([line.key]))) return [];
    const isStatus = line.key === 'statusVerifying' || line.key === 'statusSearching';
    return isStatus && said(opening) ? [] : [line];
  });
};
