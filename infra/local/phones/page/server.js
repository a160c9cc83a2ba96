// @ts-check

/**
 * @param {string} path
 * @param {unknown} body
 * @returns {Promise<Record<string, unknown>>} Throws an Error whose message the page shows.
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
 * @param {(data: T) => void} onData
 */
export const listen = (events, name, onData) => {
  events.addEventListener(name, (event) => onData(JSON.parse(event.data)));
};
