import { tokenizeWithoutPhones } from '../text/find-phones.ts';
import type { Token } from '../text/normalize.ts';
import { endsBefore } from '../text/vocabulary.ts';
import { exchangeWords as words } from '../words/exchange-words.ts';

export const findExchange = (tokens: readonly Token[]): boolean =>
  tokens.some((_, i) => {
    const length = words.exchange.at(tokens, i);
    return (
      length > 0 &&
      !endsBefore(tokens, i, words.otherBefore) &&
      words.otherAfter.at(tokens, i + length) === 0
    );
  });

/** True when the blood bank gives against a donation of any group (docs/facts.md#compatibility). Operations of that name do not count. */
export const parseExchange = (text: string): boolean => findExchange(tokenizeWithoutPhones(text));
