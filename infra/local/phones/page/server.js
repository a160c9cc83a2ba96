// @ts-check

/**
 * @param {string} path
 * @param {unknown} body
 * @returns {Promise<Record<string, unknown>>} Throws with words for the person at the page.
 */
export const post = async (path, body) => {
  const response = await fetch(`/phones/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Error('The hotline is not running.');
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? 'That did not work.');
  return answer;
};

/**
 * @template T
 * @param {EventSource} events
 * @param {string} name
 * @param {(data: T) => void} hear
 */
export const listen = (events, name, hear) => {
  events.addEventListener(name, (event) => hear(JSON.parse(event.data)));
};
