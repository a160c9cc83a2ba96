import type { Source } from './source-files.ts';

/** A regular expression as it stands in a source. */
export type FoundRegex = { path: string; line: number; regex: RegExp };

/** What stands before a literal; before a division stands a value. */
const beginsLiteral = /(?:^|[([{,;=:?!&|+<>~]|=>|\b(?:return|typeof|case|in|of))\s*$/;
const comment = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/y;
const text = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/y;
const literal = /\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([dgimsuvy]*)/y;

/** The part of the source that the pattern matches there. */
const matchAt = (pattern: RegExp, source: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(source);
};

/** Every regular expression written as a literal, also inside templates. */
export const regexLiteralsIn = ({ path, text: source }: Source): FoundRegex[] => {
  const found: FoundRegex[] = [];
  /** For each open template: how many braces are open in its expression; undefined in its words. */
  const templates: (number | undefined)[] = [];
  let at = 0;
  while (at < source.length) {
    const sign = source[at];
    const depth = templates.at(-1);
    if (templates.length > 0 && depth === undefined) {
      if (sign === '\\') at += 1;
      else if (sign === '`') templates.pop();
      else if (source.startsWith('${', at)) {
        templates.splice(-1, 1, 0);
        at += 1;
      }
      at += 1;
      continue;
    }
    const skipped = matchAt(comment, source, at) ?? matchAt(text, source, at);
    if (skipped) {
      at += skipped[0].length;
      continue;
    }
    const regex =
      sign === '/' && beginsLiteral.test(source.slice(Math.max(0, at - 20), at))
        ? matchAt(literal, source, at)
        : null;
    if (regex) {
      const line = source.slice(0, at).split('\n').length;
      found.push({ path, line, regex: new RegExp(regex[1] ?? '', regex[2]) });
      at += regex[0].length;
      continue;
    }
    if (sign === '`') templates.push(undefined);
    else if (depth !== undefined && sign === '{') templates.splice(-1, 1, depth + 1);
    else if (depth !== undefined && sign === '}')
      templates.splice(-1, 1, depth === 0 ? undefined : depth - 1);
    at += 1;
  }
  return found;
};
