/** Structured lines. Never a whole phone number, a name or a text: mask first (FACTS §4). */
export interface Log {
  info(what: string, facts?: Record<string, string | number | boolean>): void;
  error(what: string, facts?: Record<string, string | number | boolean>): void;
}
