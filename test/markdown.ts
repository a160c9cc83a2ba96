/** The first group that matched, for each match of the pattern. */
export const matchesOf = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match.slice(1).find((group) => group) ?? '');

const fence = /^( *)```(\w*)\n([\s\S]*?)^ *```$/gm;

/** The bodies of fenced code blocks, without their indentation. */
export const codeBlocksOf = (text: string): string[] =>
  [...text.matchAll(fence)].map(([, indent = '', , body = '']) =>
    body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );

/** Words set as code, outside of code blocks. */
export const codeSpansOf = (text: string): string[] =>
  matchesOf(text.replaceAll(fence, ''), /`([^`\n]+)`/g);

/** The anchors that GitHub derives from the headings. */
export const anchorsOf = (text: string): string[] =>
  matchesOf(text.replaceAll(fence, ''), /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
