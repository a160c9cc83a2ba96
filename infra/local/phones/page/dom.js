// @ts-check

/**
 * An element with its attributes and children. A string always becomes text, never markup.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

/**
 * The element of the page with that id.
 * @param {string} id
 * @returns {HTMLElement}
 */
export const byId = (id) => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
};

/** Announces the text to screen readers only. @param {string} text */
export const announce = (text) => {
  byId('status').textContent = text;
};

/** @type {ReturnType<typeof setTimeout> | undefined} */
let clearing;

/** Shows and announces the text for 8 seconds; '' clears it. @param {string} text */
export const complain = (text) => {
  byId('trouble').textContent = text;
  clearTimeout(clearing);
  if (text !== '') clearing = setTimeout(() => complain(''), 8000);
};
