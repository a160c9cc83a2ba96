/** A wrong or missing value; the message is one line for each, and names it. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}
