/** Replaces what XML cannot hold (XML 1.0, "Char") by spaces: people do type it. */
const toXmlCharacters = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ' ');

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};
export const escapeXml = (text: string): string =>
  toXmlCharacters(text).replace(/[&<>"\r]/g, (sign) => escapes[sign] ?? '');

type Attributes = Readonly<Record<string, string | number | boolean>>;

/** One element. `inside`: the escaped text or the elements in it. */
export const renderElement = (name: string, attributes: Attributes = {}, inside = ''): string => {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeXml(String(value))}"`,
  );
  const head = `${name}${written.join('')}`;
  return inside === '' ? `<${head}/>` : `<${head}>${inside}</${name}>`;
};
