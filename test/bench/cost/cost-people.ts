import { hasEnded } from '#infra/local/simulator/calls/sim-call.ts';
import type { Bubble } from '#infra/local/simulator/messages/sim-message.ts';
import type { Language } from '#shared/terms/language.ts';
import { minutes, seconds } from '#shared/terms/time.ts';
import { withOwnCodes } from '#test/world/own-code.ts';
import { seededIds } from '#test/world/seeded-ids.ts';
import { assumptions as a } from './cost-assumptions.ts';
import type { Arrived, MeasuredHotline } from './measured-hotline.ts';

/** One action in a call, after the hotline has finished speaking. */
export type CallAction = { presses: string } | { says: string } | { talks: number };

type Person = { phone: string; name: string; language: Language };
export type Need = {
  units: number;
  urgency: (typeof a.urgencies)[number];
  family: Person;
  byPhone: boolean;
};

const needIn: Record<Language, (units: number, when: string) => string> = {
  en: (units, when) =>
    `Need B+ blood ${units} units SRN hospital Prayagraj ${when} patient Ramesh attendant Sunita`,
  hi: (units, when) =>
    `बी पॉजिटिव खून चाहिए ${units} यूनिट एसआरएन अस्पताल प्रयागराज ${when} मरीज रमेश अटेंडेंट सुनीता`,
  'hi-Latn': (units, when) =>
    `b positive khoon chahiye ${units} unit SRN aspatal prayagraj ${when} mareez Ramesh attendant Sunita`,
};
const whenIn: Record<Language, Record<Need['urgency'], string>> = {
  en: { critical: 'urgent', urgent: 'today 8 pm', planned: 'tomorrow 12 noon' },
  hi: { critical: 'तुरंत', urgent: 'आज शाम 8 बजे', planned: 'कल दोपहर 12 बजे' },
  'hi-Latn': { critical: 'turant', urgent: 'aaj shaam 8 baje', planned: 'kal dopahar 12 baje' },
};

/**
 * People who behave as the assumptions say. They react to the key of a message, not to its words. Callers listen to the
 * end of each prompt.
 */
export const createPeople = (
  hotline: MeasuredHotline,
  isWoman: (phone: string) => boolean,
  seed: number,
) => {
  const { carrier, later } = hotline;
  const ids = seededIds(seed);
  const chance = (): number => (ids.randomBelow(1_000_000) + 0.5) / 1_000_000;
  /** Minutes, log-normal (Box and Muller). */
  const answerMinutes = (): number => {
    const normal = Math.sqrt(-2 * Math.log(chance())) * Math.cos(2 * Math.PI * chance());
    return a.answersAfter.medianMinutes * Math.exp(a.answersAfter.sigma * normal);
  };
  const asked = { alerts: 0, yes: 0, no: 0, rung: 0, pickedUp: 0, recorded: 0 };
  /** The reaction of a donor to an alert, decided when it is read. */
  const minds = new Map<string, { says: 'yes' | 'no' | 'nothing'; answered: boolean }>();
  const families = new Set<string>();
  const volunteers = new Set<string>();

  const texts = (phone: string, body: string, afterMs: number): void =>
    later(Math.round(afterMs), () => void carrier.text(phone, body));

  const act = (sid: string, deeds: CallAction[]): void => {
    const [deed, ...rest] = deeds;
    const again = (ms: number, left: CallAction[]): void => later(ms, () => act(sid, left));
    const call = carrier.calls.get(sid);
    if (!call || hasEnded(call)) return;
    if (!deed) {
      if (carrier.calls.isSpeaking(sid)) again(500, deeds);
      else void carrier.calls.hangUp(sid);
      return;
    }
    if ('talks' in deed) {
      if (call.talkingWith === null) again(1000, deeds);
      else again(deed.talks, rest);
      return;
    }
    const waits = call.waitsFor?.type;
    const ready = 'says' in deed ? waits === 'record' : waits === 'keys';
    if (!ready || carrier.calls.isSpeaking(sid)) {
      again(500, deeds);
      return;
    }
    if ('says' in deed) asked.recorded += 1;
    void ('says' in deed
      ? carrier.calls.speak(sid, deed.says)
      : carrier.calls.press(sid, deed.presses));
    // The name is spoken, then silence ends the recording.
    again('says' in deed ? seconds(8) : 1500, rest);
  };
  const calls = (phone: string, deeds: CallAction[]): void => {
    const before = new Set(carrier.calls.of(phone).map(({ sid }) => sid));
    void carrier.calls.call(phone);
    const sid = carrier.calls.of(phone).find((call) => !before.has(call.sid))?.sid;
    if (sid !== undefined) later(1000, () => act(sid, deeds));
  };

  const readsAlert = (phone: string): void => {
    asked.alerts += 1;
    const drawn = chance();
    const says = drawn < a.saysYes ? 'yes' : drawn < a.saysYes + a.saysNo ? 'no' : 'nothing';
    const mind = { says, answered: false } as const;
    minds.set(phone, { ...mind });
    const after = answerMinutes();
    if (says === 'nothing') return;
    later(Math.round(minutes(after)), () => {
      const now = minds.get(phone);
      if (!now || now.answered) return;
      minds.set(phone, { ...now, answered: true });
      asked[says] += 1;
      void carrier.text(phone, says === 'yes' ? '1' : '2');
      if (says === 'yes') talksWithFamily(phone);
    });
  };
  const talksWithFamily = (phone: string): void => {
    if (!isWoman(phone) || chance() >= a.talks) return;
    later(minutes(3), () => calls(phone, [{ presses: '1' }, { talks: minutes(a.talkMinutes) }]));
  };

  const hears = ({ to, key, code }: Arrived, text: string): void => {
    switch (key) {
      case 'verifyAsk':
        if (code !== undefined) verifies(to, code, text);
        break;
      case 'alert':
        readsAlert(to);
        break;
      case 'askArrived':
        if (chance() < a.comes) texts(to, '1', minutes(5));
        break;
      case 'askGave':
        saysWhetherGiven(to);
        break;
      case 'requestStillNeeded':
        texts(to, '1', minutes(10));
        break;
    }
  };
  /** A donor who was turned away says so, with the reason. */
  const saysWhetherGiven = (phone: string): void => {
    if (chance() < a.canGive) {
      texts(phone, '1', minutes(10));
      return;
    }
    texts(phone, '2', minutes(10));
    texts(phone, '1', minutes(12));
  };
  /** The first asked verifier answers; the others see the verdict. */
  const verified = new Set<string>();
  const verifies = (phone: string, code: string, asked: string): void => {
    if (verified.has(code)) return;
    verified.add(code);
    texts(phone, withOwnCodes(`OK ${code}`, [asked]), minutes(a.verifiesAfterMinutes));
  };

  carrier.onMessage((bubble: Bubble, news) => {
    if (news !== 'arrived' || bubble.author !== 'hotline') return;
    const arrived = hotline.meaningOf(bubble.phone, bubble.text);
    if (arrived) hears(arrived, bubble.text);
  });

  const rung = new Set<string>();
  carrier.calls.onCall(({ sid, phone, direction, status }) => {
    if (direction !== 'out' || status !== 'ringing' || rung.has(sid)) return;
    rung.add(sid);
    const picksUp = (deeds: CallAction[]): void =>
      later(seconds(8), () => {
        void carrier.calls.answer(sid);
        later(1000, () => act(sid, deeds));
      });
    if (families.has(phone)) return picksUp([{ presses: '1' }, { talks: minutes(10) }]);
    if (volunteers.has(phone)) return;
    const mind = minds.get(phone);
    if (!mind || mind.answered) return;
    asked.rung += 1;
    if (mind.says !== 'yes' && chance() >= a.picksUp) return;
    asked.pickedUp += 1;
    minds.set(phone, { ...mind, answered: true });
    const says = mind.says === 'yes' ? 'yes' : 'no';
    asked[says] += 1;
    picksUp([{ presses: says === 'yes' ? '1' : '2' }]);
    if (says === 'yes') talksWithFamily(phone);
  });

  return {
    asked,
    volunteers,
    /** A family asks for blood, reads or hears the summary, and confirms it. */
    asksForBlood({ family, units, urgency, byPhone }: Need): void {
      families.add(family.phone);
      if (byPhone) {
        calls(family.phone, actionsOf(units, urgency, family.language));
        return;
      }
      const need = needIn[family.language](units, whenIn[family.language][urgency]);
      void carrier.text(family.phone, need);
      texts(family.phone, '1', seconds(60));
    },
  };
};

/** The actions for B positive, a time, the first hospital near the PIN code, whole blood, this many units and two names. */
const actionsOf = (units: number, urgency: Need['urgency'], language: Language): CallAction[] => {
  const when = { critical: '1', urgent: '2', planned: '3' }[urgency];
  const keys = [language === 'en' ? '2' : '1', '1', '2', '1', when];
  return [
    ...keys.map((presses) => ({ presses })),
    ...['211001', '1', '1', '1', String(units)].map((presses) => ({ presses })),
    { says: 'Ramesh' },
    { says: 'Sunita' },
    { presses: '1' },
  ];
};
