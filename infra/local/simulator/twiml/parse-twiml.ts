import { XMLParser, XMLValidator } from 'fast-xml-parser';

export type TwimlElement = {
  name: string;
  attributes: Record<string, string>;
  children: (TwimlElement | string)[];
};

/** The hotline's answer is not TwiML (Twilio's error 12100). */
export class TwimlError extends Error {
  override name = 'TwimlError';
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // For character references (&#2309;); entities that only HTML has are refused below.
  htmlEntities: true,
});

/** One element or text, as fast-xml-parser returns it: its name with its children, and `:@` with its attributes. */
type ParsedNode = { [name: string]: ParsedNode[] | Record<string, string> | string };

/** The elements of an answer as a tree. Throws TwimlError unless it is well-formed XML with a <Response>. */
export const parseTwiml = (xml: string): TwimlElement => {
  const checked = XMLValidator.validate(xml);
  if (checked !== true) throw new TwimlError(checked.err.msg);
  const [entity] = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#[xX][\da-fA-F]+);)\w*;?/.exec(xml) ?? [];
  if (entity !== undefined) throw new TwimlError(`unknown entity ${entity}`);
  const root = parseNodes(xml)
    .map(toElement)
    .find((node) => typeof node !== 'string');
  if (root?.name !== 'Response') throw new TwimlError('no <Response>');
  return root;
};

const parseNodes = (xml: string): ParsedNode[] => {
  try {
    return parser.parse(xml);
  } catch (error) {
    throw new TwimlError(error instanceof Error ? error.message : String(error));
  }
};

const toElement = (node: ParsedNode): TwimlElement | string => {
  const { ':@': attributes = {}, ...named } = node;
  const [[name, children] = ['', '']] = Object.entries(named);
  if (!Array.isArray(children)) return String(children);
  const given = Object.entries(attributes).map(([key, value]) => [key, String(value)]);
  return { name, attributes: Object.fromEntries(given), children: children.map(toElement) };
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
