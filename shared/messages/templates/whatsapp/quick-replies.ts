import * as z from 'zod';
import type { Language } from '../../../terms/language.ts';
import type { MessageKey } from '../../message-keys.ts';

/**
 * What a button can answer. One digit answers each of them differently, so a button names its question: a tap on an older
 * one must not answer the newest. A button of an alert has the code alone.
 */
const questionSchema = z.enum([
  'alert',
  'arrived',
  'gave',
  'still-coming',
  'still-needed',
  'reached',
]);
type TappedQuestion = z.infer<typeof questionSchema>;

/** A button below a message; it sends `digit` with the code of the message. */
export type QuickReply = {
  digit: number;
  /** At most 20 characters (Meta's limit), in the reader's language. */
  title: string;
  question: TappedQuestion;
};

/** An answer by a button. */
export type Tap = { question: TappedQuestion; digit: number; code: string };

type Titles = Readonly<Record<Language, readonly string[]>>;

const canCome: Titles = {
  en: ['I can come', "I can't"],
  hi: ['हाँ, आ सकते हैं', 'नहीं आ सकते'],
  'hi-Latn': ['Haan, aa sakte hain', 'Nahin aa sakte'],
};

const replies: Readonly<Partial<Record<MessageKey, { titles: Titles; question: TappedQuestion }>>> =
  {
    alert: { question: 'alert', titles: canCome },
    alertAgain: { question: 'alert', titles: canCome },
    askArrived: {
      question: 'arrived',
      titles: {
        en: ['I have reached', 'On the way', 'I cannot come'],
        hi: ['पहुँच गए', 'रास्ते में हैं', 'नहीं आ सकते'],
        'hi-Latn': ['Pahunch gaye', 'Raste mein hain', 'Nahin aa sakte'],
      },
    },
    askGave: {
      question: 'gave',
      titles: {
        en: ['I gave', 'Doctor sent me back', 'Not yet'],
        hi: ['खून दे दिया', 'डॉक्टर ने मना किया', 'अभी नहीं'],
        'hi-Latn': ['Khoon de diya', 'Doctor ne mana kiya', 'Abhi nahin'],
      },
    },
    noShowNotice: {
      question: 'still-coming',
      titles: {
        en: ['I am still coming', 'I cannot come'],
        hi: ['हाँ, आ रहे हैं', 'नहीं आ सकते'],
        'hi-Latn': ['Haan, aa rahe hain', 'Nahin aa sakte'],
      },
    },
    requestStillNeeded: {
      question: 'still-needed',
      titles: {
        en: ['Still needed', 'Not needed any more'],
        hi: ['अब भी चाहिए', 'अब नहीं चाहिए'],
        'hi-Latn': ['Ab bhi chahiye', 'Ab nahin chahiye'],
      },
    },
    giftReachedAsk: {
      question: 'reached',
      titles: {
        en: ['It did', 'It did not'],
        hi: ['हाँ, मिल गया', 'नहीं मिला'],
        'hi-Latn': ['Haan, mil gaya', 'Nahin mila'],
      },
    },
  };

/** The buttons of a message that one key answers; typing the digit always works too. */
export const quickRepliesOf = (key: MessageKey, language: Language): QuickReply[] => {
  const found = replies[key];
  if (!found) return [];
  const { titles, question } = found;
  return titles[language].map((title, i) => ({ digit: i + 1, title, question }));
};

/** What a tap sends: `1 4821`, or `1 4821 gave`. `code`: of the message, or the variable that holds it. */
export const renderPayload = ({ digit, question }: QuickReply, code: string): string =>
  `${digit} ${code}${question === 'alert' ? '' : ` ${question}`}`;

/** Undefined for the payload of no button of ours. */
export const parsePayload = (payload: string): Tap | undefined => {
  const [, digit, code, named = 'alert'] = /^([1-9]) (\d{4,7})(?: ([a-z-]+))?$/.exec(payload) ?? [];
  const question = questionSchema.safeParse(named);
  return code !== undefined && question.success
    ? { question: question.data, digit: Number(digit), code }
    : undefined;
};
