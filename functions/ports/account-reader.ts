/** What the account at AWS allows and has; each throws when it cannot be read. */
export interface AccountReader {
  functionsAtOnce(): Promise<number>;
  /** The states of a function's event sources; `Enabled` is the right one. */
  sourceStates(functionName: string): Promise<string[]>;
  subscriptions(topicArn: string): Promise<{ confirmed: number; pending: number }>;
}
