/**
 * Instead of `@aws-sdk/middleware-endpoint-discovery`: DynamoDB is where its region says. Discovery is off unless
 * somebody turns it on in a profile or by AWS_ENABLE_ENDPOINT_DISCOVERY, and the stack does neither; its cache is a
 * package of its own. The client asks for these two and adds no middleware of it to any command.
 */
export const resolveEndpointDiscoveryConfig = <T extends object>(config: T): T => config;
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: (): undefined => undefined,
  configFileSelector: (): undefined => undefined,
  default: false,
};
