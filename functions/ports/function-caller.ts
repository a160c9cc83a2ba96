/** The functions of a deployment, as the check before its traffic calls them. */
export interface FunctionCaller {
  /** Whether a version already takes traffic, by the alias. */
  takesTraffic(functionName: string): Promise<boolean>;
  /** Starts the newest code and asks whether it runs. Nothing: it does. Throws when it could not be asked. */
  findStartFault(functionName: string): Promise<string | undefined>;
}
