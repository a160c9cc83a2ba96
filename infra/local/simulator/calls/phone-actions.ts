import { type PhoneNumber, parsePhoneNumber } from '#shared/terms/phone-number.ts';
import type { CallStore } from './call-store.ts';
import type { LiveCall } from './live-call.ts';
import type { SimCalls } from './sim-call.ts';

type ActionOptions = {
  store: CallStore;
  live: ReadonlyMap<string, LiveCall>;
  /** The numbers a phone can dial; the first is the usual one. */
  ownNumbers: readonly [string, ...string[]];
  /** Starts an incoming call. */
  receive: (from: PhoneNumber, to: string) => LiveCall;
};

/** What people do with their phones, applied to the live calls. */
export const createPhoneActions = ({
  store,
  live,
  ownNumbers,
  receive,
}: ActionOptions): SimCalls => {
  const findLive = (sid: string): LiveCall => {
    const call = live.get(sid);
    if (!call) throw new RangeError(`there is no call ${sid}`);
    return call;
  };
  /** Undefined unless the hotline calls this phone and it rings. */
  const findRinging = (sid: string): LiveCall | undefined => {
    const call = findLive(sid);
    const { direction, status } = call.state();
    return direction === 'out' && status === 'ringing' ? call : undefined;
  };

  return {
    async call(from, to = ownNumbers[0]) {
      const phone = parsePhoneNumber(from);
      if (!phone) throw new RangeError(`${from} is no phone number`);
      if (!ownNumbers.includes(to)) throw new RangeError(`${to} is no number of the hotline's`);
      const call = receive(phone, to);
      await call.settled();
      return call.state();
    },
    async press(sid, keys) {
      if (!/^[0-9*#]+$/.test(keys)) throw new RangeError(`"${keys}" are no keys`);
      const call = findLive(sid);
      call.signal({ type: 'keys', keys });
      await call.settled();
    },
    async speak(sid, words) {
      const call = findLive(sid);
      const other = live.get(call.state().talkingWith ?? '');
      if (other) {
        call.change({ talk: [...call.state().talk, { own: true, text: words }] });
        other.change({ talk: [...other.state().talk, { own: false, text: words }] });
        return;
      }
      call.signal({ type: 'words', words });
      await call.settled();
    },
    async answer(sid) {
      const call = findRinging(sid);
      call?.signal({ type: 'answer' });
      await call?.settled();
    },
    async decline(sid) {
      findRinging(sid)?.end('busy');
    },
    async hangUp(sid) {
      const call = findLive(sid);
      const { direction, answeredAt } = call.state();
      if (answeredAt !== undefined) call.end('completed');
      else call.end(direction === 'in' ? 'no-answer' : 'busy');
    },
    of(phone) {
      const number = parsePhoneNumber(phone);
      return number ? store.ofPhone(number) : [];
    },
    all: store.all,
    get: store.get,
    isSpeaking: (sid) => live.get(sid)?.isSpeaking() ?? false,
    onCall: store.onCall,
  };
};
