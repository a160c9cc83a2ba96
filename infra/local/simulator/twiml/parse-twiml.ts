export type TwimlElement = {
  name: string;
  attributes: Record<string, string>;
  children: (TwimlElement | string)[];
};

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const resolveEntities = (text: string): string =>
  text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (_, entity: string) => {
    if (!entity.startsWith('#')) return named[entity] ?? fail(`unknown entity &${entity};`);
    const hexadecimal = entity[1]?.toLowerCase() === 'x';
    return String.fromCodePoint(parseInt(entity.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10));
  });

const fail = (why: string): never => {
  throw new TwimlError(why);
};

/** What the hotline answered is no TwiML (Twilio's error 12100). */
export class TwimlError extends Error {
  override name = 'TwimlError';
}

/** An answer's XML as a tree: what TwiML needs of XML, no more. Throws TwimlError. */
export const parseTwiml = (xml: string): TwimlElement => {
  const root: TwimlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  token.lastIndex = 0;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const [, closes, name, attributes, empty, text] = token.exec(xml) ?? fail(`no XML at ${at}`);
    const parent = open.at(-1) ?? fail('more was closed than opened');
    if (text !== undefined) parent.children.push(resolveEntities(text));
    else if (name !== undefined && closes) {
      if (open.pop()?.name !== name) fail(`</${name}> closes nothing`);
    } else if (name !== undefined) {
      const pairs = [...(attributes ?? '').matchAll(attribute)];
      const element: TwimlElement = {
        name,
        attributes: Object.fromEntries(
          pairs.map((p) => [p[1], resolveEntities(p[2] ?? p[3] ?? '')]),
        ),
        children: [],
      };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length !== 1) fail(`<${open.at(-1)?.name}> is not closed`);
  const response = elementsOf(root)[0];
  return response?.name === 'Response' ? response : fail('no <Response>');
};

export const elementsOf = (element: TwimlElement): TwimlElement[] =>
  element.children.filter((child) => typeof child !== 'string');

export const textOf = (element: TwimlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** The texts an answer to an incoming message sends back, in order. Throws TwimlError. */
export const messagesIn = (xml: string): string[] =>
  elementsOf(parseTwiml(xml))
    .filter((verb) => verb.name === 'Message')
    .map((verb) => {
      const body = elementsOf(verb).find((noun) => noun.name === 'Body');
      return textOf(body ?? verb).trim();
    })
    .filter((text) => text !== '');
