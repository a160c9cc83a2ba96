import { type ArrowFunctionExpression, type Node, parse } from 'acorn';

/** Shorter ones stay: each gains little, and together they would make the bundle 2 % larger. */
const shortest = 80;

/**
 * Writes the arrow functions outside other functions as `function`, which means the same for one that uses neither `this`
 * nor `arguments`. When V8 loads a file, it only skims over a `function` until it is called, but it parses an arrow
 * function whole, in twice the time and three times the memory (docs/adr/0047). Those inside others are skimmed with them.
 */
export const withSkimmedFunctions = (code: string): string => {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, params, body, async, expression } of outerArrows(code)) {
    const arrow = code.indexOf('=>', params.at(-1)?.end ?? start);
    const head = code.slice(async ? start + 'async'.length : start, arrow).trim();
    pieces.push(
      code.slice(from, start),
      async ? 'async function' : 'function',
      head.startsWith('(') ? head : `(${head})`,
      expression ? `{return ${code.slice(arrow + 2, end).trim()}}` : code.slice(body.start, end),
    );
    from = end;
  }
  return pieces.join('') + code.slice(from);
};

/** In their order. One that is called at once would only be parsed twice. */
const outerArrows = (code: string): ArrowFunctionExpression[] => {
  const found: ArrowFunctionExpression[] = [];
  const visit = (node: Node, isCalled: boolean): void => {
    if (isArrow(node)) {
      if (isCalled) visit(node.body, false);
      else if (node.end - node.start >= shortest && !usesItsSurroundings(node)) found.push(node);
      return;
    }
    if (isFunction(node)) return;
    for (const [key, child] of childrenOf(node))
      visit(child, node.type === 'CallExpression' && key === 'callee');
  };
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), false);
  return found.sort((a, b) => a.start - b.start);
};

/** An arrow function has the `this` of what stands around it, and its `arguments`. */
const usesItsSurroundings = (node: Node): boolean =>
  ['ThisExpression', 'Super', 'MetaProperty'].includes(node.type) ||
  ('name' in node && node.name === 'arguments') ||
  (!isFunction(node) && childrenOf(node).some(([, child]) => usesItsSurroundings(child)));

const childrenOf = (node: Node): [key: string, child: Node][] =>
  Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((child): [string, Node][] =>
      isNode(child) ? [[key, child]] : [],
    ),
  );
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
const isArrow = (node: Node): node is ArrowFunctionExpression =>
  node.type === 'ArrowFunctionExpression';
const isFunction = ({ type }: Node): boolean =>
  type === 'FunctionExpression' || type === 'FunctionDeclaration';
