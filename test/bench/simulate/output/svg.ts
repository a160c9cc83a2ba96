/* The SVG elements for the two plots. */

type Axis = { from: number; to: number; log?: boolean; ticks: number[]; label: string };
type Point = readonly [x: number, y: number];
type Style = { colour: string; width: number };
type Dot = { colour: string; text?: string; hollow?: boolean };

const size = { width: 440, height: 300, left: 56, top: 34, right: 14, bottom: 44 };
const legendHeight = 46;

const position = ({ from, to, log }: Axis, value: number): number =>
  log
    ? (Math.log(Math.max(Math.min(from, to), value)) - Math.log(from)) /
      (Math.log(to) - Math.log(from))
    : (value - from) / (to - from);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${escaped(words)}</text>`;

export type Panel = ReturnType<typeof createPanel>;

/** A frame with two axes. `at` is its position from the left. */
export const createPanel = (given: { title: string; x: Axis; y: Axis; at: number }) => {
  const { title, x, y } = given;
  const west = given.at * size.width + size.left;
  const width = size.width - size.left - size.right;
  const height = size.height - size.top - size.bottom;
  const px = (value: number): number => west + width * Math.min(1, Math.max(0, position(x, value)));
  const py = (value: number): number =>
    size.top + height * (1 - Math.min(1, Math.max(0, position(y, value))));
  const tickText = (axis: Axis, value: number): string =>
    axis.to <= 1 && axis.from < 1 ? `${Math.round(100 * value)} %` : value.toLocaleString('en');
  const parts: string[] = [
    text(west, size.top - 14, title, 'font-weight="bold"'),
    `<rect x="${west}" y="${size.top}" width="${width}" height="${height}" fill="none" stroke="#888"/>`,
    ...x.ticks.map((t) =>
      text(px(t), size.top + height + 16, tickText(x, t), 'text-anchor="middle"'),
    ),
    ...y.ticks.map((t) => text(west - 6, py(t) + 4, tickText(y, t), 'text-anchor="end"')),
    ...y.ticks.map((t) => `<path d="M${west} ${py(t).toFixed(1)}h${width}" stroke="#ddd"/>`),
    text(west + width / 2, size.top + height + 34, x.label, 'text-anchor="middle"'),
    text(
      0,
      0,
      y.label,
      `text-anchor="middle" transform="translate(${west - 44} ${size.top + height / 2}) rotate(-90)"`,
    ),
  ];
  return {
    x,
    parts,
    line(points: Point[], { colour, width: thick }: Style): void {
      const path = points.map(
        ([a, b], i) => `${i === 0 ? 'M' : 'L'}${px(a).toFixed(1)} ${py(b).toFixed(1)}`,
      );
      parts.push(
        `<path d="${path.join('')}" fill="none" stroke="${colour}" stroke-width="${thick}"/>`,
      );
    },
    dot([a, b]: Point, { colour, text: words, hollow }: Dot): void {
      const fill = hollow ? '#fff' : colour;
      parts.push(
        `<circle cx="${px(a).toFixed(1)}" cy="${py(b).toFixed(1)}" r="5" fill="${fill}" stroke="${colour}" stroke-width="2"/>`,
      );
      if (words !== undefined) parts.push(text(px(a) + 8, py(b) - 6, words, `fill="${colour}"`));
    },
  };
};

/** Panels side by side on white with a legend below. `title` is for screen readers. */
export const page = (
  title: string,
  panels: Panel[],
  legend: { text: string; colour: string }[],
): string => {
  const width = size.width * panels.length;
  const step = 108;
  const inRow = Math.floor((width - size.left) / step);
  const rows = legend.map(({ text: words, colour }, i) => {
    const x = size.left + (i % inRow) * step;
    const y = size.height + 12 + Math.floor(i / inRow) * 18;
    return `<rect x="${x}" y="${y - 9}" width="10" height="10" fill="${colour}"/>${text(x + 15, y, words)}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${size.height + legendHeight}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...panels.flatMap(({ parts }) => parts),
    ...rows,
    '</svg>',
    '',
  ].join('\n');
};
