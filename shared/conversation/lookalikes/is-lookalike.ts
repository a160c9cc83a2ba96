import { toLatinLetters } from '../../messages/format/transliterate.ts';
import { isClosed } from '../../request/pledge-counts.ts';
import type { Request } from '../../request/request.ts';
import type { Component } from '../../terms/component.ts';
import { tokenize } from '../text/normalize.ts';
import { phoneticForm } from '../text/phonetic-form.ts';
import { mayBeName } from '../words/glosses/gloss-of.ts';

/*
 * Requests told apart, or thought to be one, by their patient. Nothing is decided here: of the same need told from two
 * phones the volunteer hears and asks, and a name in place of a code brings the code.
 */

const wordsOf = (name: string): string[] =>
  toLatinLetters(name)
    .toLowerCase()
    .split(/[^a-z]+/);

/** A name's words by their sound, in either script. One consonant alone says too little. */
const soundsOf = (name: string): string[] =>
  wordsOf(name)
    .map(phoneticForm)
    .filter((sound) => sound.length > 1);

/** "Ramesh" and "रमेश कुमार": every word of the shorter name stands in the longer one. */
const areNamesAlike = (a: string, b: string): boolean => {
  const [fewer, more] = [soundsOf(a), soundsOf(b)].sort((x, y) => x.length - y.length);
  return fewer !== undefined && fewer.length > 0 && fewer.every((sound) => more?.includes(sound));
};

/** Words that may be names: "kar" and "sahi" sound like Kiran and Shah, and are none. */
const namesIn = (text: string): string[] =>
  tokenize(text)
    .filter((token) => token.kind === 'word' && mayBeName(token))
    .flatMap(({ start, end }) => wordsOf(text.slice(start, end)));

/** Two consonants are the sound of too many names: Sita is not Shanti. */
const soundsLike = (a: string, b: string): boolean => {
  const sound = phoneticForm(a);
  const consonants = [...sound].filter((letter) => letter !== 'a').length;
  return a === b || (consonants >= 3 && sound === phoneticForm(b));
};

/** The only request whose patient a text names: "Ramesh wala sahi hai". Undefined when it names none, or several alike. */
export const requestOfPatient = (
  requests: readonly Request[],
  text: string,
): Request | undefined => {
  const said = namesIn(text);
  const named = requests
    .map((request) => ({
      request,
      count: wordsOf(request.patient).filter(
        (name) => name.length > 1 && said.some((word) => soundsLike(name, word)),
      ).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const [first, second] = named;
  return first && first.count > (second?.count ?? 0) ? first.request : undefined;
};

const numbersOf = ({ requester, contact }: Request): string[] =>
  [requester, contact].filter((phone) => phone !== undefined);

/** A donor gives the same for both. */
const drawn = (component: Component): Component =>
  component === 'red-cells' ? 'whole-blood' : component;

const isSamePlace = (a: Request, b: Request): boolean => {
  if (a.unplaced || b.unplaced) return a.place.zone === b.place.zone;
  return a.place.name === b.place.name || (a.hospital !== '' && a.hospital === b.hospital);
};

/** True for another phone's open request with the same blood, place, and a patient's name or a number that agrees. */
export const isLookalike = (request: Request, other: Request): boolean =>
  other.id !== request.id &&
  other.requester !== request.requester &&
  !isClosed(other) &&
  other.group === request.group &&
  drawn(other.component) === drawn(request.component) &&
  isSamePlace(request, other) &&
  (areNamesAlike(request.patient, other.patient) ||
    numbersOf(request).some((phone) => numbersOf(other).includes(phone)));
