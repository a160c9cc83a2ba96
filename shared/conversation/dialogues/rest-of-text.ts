import { type RequestDraft, requestFields } from '../../people/drafts.ts';
import type { Question } from '../../people/person.ts';
import type { ParsedRequest } from '../parse/parse-request.ts';
import { addRequestText, toDraft } from './draft-from-text.ts';
import { addRequestAnswer, type DraftContext, saysSendOff } from './request-dialogue.ts';

/* A text that came after one of just the length of a part: its rest, or the answer to the question between them. */

type Field = (typeof requestFields)[number];
type Read = { text: string; parsed: ParsedRequest };
type Said = { draft: RequestDraft; question: Question | undefined };

/** What the text says as an answer. Any words may name a hospital, also the rest of a sentence: only a known one counts. */
const answerOf = (
  { draft, question }: Said,
  { text, parsed }: Read,
  context: DraftContext,
): RequestDraft => {
  if (question?.about !== 'request' || question.field === 'hospital') return toDraft(parsed);
  const { field } = question;
  return { ...toDraft(parsed), ...addRequestAnswer(draft, field, { text, parsed }, context) };
};

/**
 * True when both texts read as one say everything that the first says and that the second says alone, so that no answer
 * is lost in a word that they make together ("chahiye" and "B+").
 */
export const isRestOfText = (
  said: Said,
  alone: Read,
  whole: ParsedRequest,
  context: DraftContext,
): boolean => {
  const { draft, question } = said;
  if (question?.about === 'request-summary' && saysSendOff(alone.text)) return false;
  const joined = addRequestText({}, whole);
  const answer = answerOf(said, alone, context);
  const isSame = (a: RequestDraft, b: RequestDraft, field: Field): boolean =>
    JSON.stringify(a[field]) === JSON.stringify(b[field]);
  return requestFields.every((field) => {
    if (answer[field] === undefined && draft[field] === undefined) return true;
    if (joined[field] === undefined) return false;
    // What differs from the first text was heard across the cut: "A" and "B+ blood" are AB+.
    return (
      answer[field] === undefined || isSame(joined, answer, field) || !isSame(joined, draft, field)
    );
  });
};
