import { languages, ownLanguageNames } from '../../terms/language.ts';
import { commandWords } from '../words/command-words.ts';
import { languageNames, namesAlone, ownLanguageWords } from '../words/language-words.ts';
import {
  type CommandParsers,
  type CommandText,
  isShort,
  wordAlone,
  wordWithCode,
} from './command-text.ts';
import type { TextCommandOf } from './text-command.ts';

/** "LANG HI", "भाषा हिंदी", "hinglish". */
const parseLanguage = (text: CommandText): TextCommandOf['lang'] | undefined => {
  if (!isShort(text)) return undefined;
  const { words } = text;
  const length = commandWords.lang.at(words, 0);
  const named = words.slice(length);
  const language = languages.find(
    (name) => named.length > 0 && languageNames[name].at(named, 0) === named.length,
  );
  const isAlone = length === 0 && namesAlone.at(words, 0) === words.length;
  if (language) return length > 0 || isAlone ? { type: 'lang', language } : undefined;
  if (length === 0 || named.length > 2) return undefined;
  const own = ownLanguageNames.find(
    (name) => named.length > 0 && ownLanguageWords[name].at(named, 0) === named.length,
  );
  return { type: 'lang', ...(own && { own }) };
};

/** Help, and the settings that every person has. */
export const settingsCommands: CommandParsers<
  'lang' | 'menu' | 'mydata' | 'forget' | 'calls' | 'texts' | 'hide' | 'show' | 'story' | 'untell'
> = {
  lang: parseLanguage,
  menu: wordAlone('menu'),
  mydata: wordAlone('mydata'),
  forget: wordAlone('forget'),
  calls: wordAlone('calls'),
  texts: wordAlone('texts'),
  hide: wordAlone('hide'),
  show: wordAlone('show'),
  story: wordWithCode('story'),
  untell: wordWithCode('untell'),
};
