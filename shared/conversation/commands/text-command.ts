import type { BackReason } from '../../camp/seat.ts';
import type { SelfReportedDeferral } from '../../people/deferral-rules.ts';
import type { BloodGroup } from '../../terms/blood-group.ts';
import type { SeatNumber } from '../../terms/ids.ts';
import type { Language, OwnLanguage } from '../../terms/language.ts';
import type { PhoneNumber } from '../../terms/phone-number.ts';
import type { Day } from '../../terms/time.ts';

/**
 * A short text that is a command and nothing else (docs/contract.md, "What people text"). The caller decides who may
 * give it, and for which request. `code` is 4–7 digits as texted, not looked up.
 */
export type TextCommand =
  /** "1", "१", "1 4821", "4821 1", and plain yes (1) or no (2): "haan", "नहीं", "yes". */
  | { type: 'answer'; digit: number; code?: string }
  /** A request, asked step by step. */
  | { type: 'blood' }
  /** `rest`: the words after JOIN, as written. */
  | { type: 'join'; rest: string }
  | { type: 'done'; code?: string }
  | { type: 'drop'; code?: string }
  /** Without `days` (1–365): no days were given, or a number that makes no sense. `deferral`: why the donor cannot donate for a while. */
  | { type: 'pause'; days?: number; deferral?: SelfReportedDeferral }
  | { type: 'on' }
  | { type: 'off' }
  /** Without `day`: no day was given, the day lies ahead, or there is no such day. */
  | { type: 'gave'; day?: Day }
  | { type: 'status'; code?: string }
  | { type: 'close'; code?: string }
  /** `again`: it was asked whether the same number is meant once more. */
  | { type: 'more'; units?: number; code?: string; again?: true }
  /** Alone it may be a plain yes. With a code, "haan" and "yes" are OK too. */
  | { type: 'ok'; code?: string }
  /** Alone it may be a plain no. `reason` as written. */
  /**
   * `notReached`: the reason mentions it; `missed`: the reason says only that the family could not be reached. `isSame`:
   * it says only that another request asks for the same need.
   */
  | {
      type: 'no';
      code?: string;
      reason?: string;
      notReached?: true;
      missed?: true;
      isSame?: true;
    }
  | { type: 'menu' }
  /** Alerts by call, or by text. */
  | { type: 'calls' }
  | { type: 'texts' }
  /** Others must not see the sender's number, or may see it. */
  | { type: 'hide' }
  | { type: 'show' }
  /** Asks for the sender's stored data. */
  | { type: 'mydata' }
  | { type: 'forget' }
  /**
   * Without `language`: no language was named, or one the hotline does not speak. LANG HINDI is Hindi in Latin letters;
   * LANG HI and भाषा हिंदी are Devanagari.
   */
  | { type: 'lang'; language?: Language; own?: OwnLanguage }
  /** Without `phone`: no readable number. */
  | { type: 'trust' | 'untrust'; phone?: PhoneNumber }
  /** The newest entries of the audit trail; a command of coordinators alone. */
  | { type: 'audit' }
  /** A family tells its story or takes it down; with a code, a coordinator decides about one. */
  | { type: 'story' | 'untell'; code?: string }
  /** A coordinator opens a donation camp. */
  | { type: 'camp' }
  /** At the door of a camp: the person with these four digits is there, gave, or was sent back. */
  | { type: 'campIn' | 'campGave'; seat: SeatNumber }
  | { type: 'back'; seat?: SeatNumber; reason?: BackReason }
  /** A person at the door who was not invited. Without group and number: how to say it is told. */
  | { type: 'new'; group?: BloodGroup; phone?: PhoneNumber };

/** The command of each type. */
export type TextCommandOf = { [C in TextCommand as C['type']]: C };

/** What is true of a type of command in every dialogue. */
type CommandTraits = {
  /** It can answer an alert or a visit question; a dialogue that it interrupts is then resumed. */
  answersQuestion: boolean;
  /** It asks for something, so a question mark may follow it: "STATUS?", "BLOOD?", "kya hua?". */
  mayBeAsked: boolean;
};

const answer = { answersQuestion: true, mayBeAsked: false } satisfies CommandTraits;
const order = { answersQuestion: false, mayBeAsked: false } satisfies CommandTraits;
const question = { answersQuestion: false, mayBeAsked: true } satisfies CommandTraits;

export const commandTraits: Readonly<Record<TextCommand['type'], CommandTraits>> = {
  answer,
  ok: answer,
  no: answer,
  done: answer,
  drop: answer,
  gave: answer,
  blood: question,
  join: order,
  pause: order,
  on: order,
  off: order,
  status: question,
  close: order,
  more: order,
  menu: question,
  calls: order,
  texts: order,
  hide: order,
  show: order,
  mydata: question,
  forget: order,
  lang: order,
  trust: order,
  untrust: order,
  audit: question,
  story: order,
  untell: order,
  camp: order,
  campIn: order,
  campGave: order,
  back: order,
  new: order,
};
