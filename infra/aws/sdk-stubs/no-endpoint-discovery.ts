/**
 * Replaces `@aws-sdk/middleware-endpoint-discovery`. DynamoDB's endpoint follows from its region. Discovery is off
 * unless a profile or AWS_ENABLE_ENDPOINT_DISCOVERY turns it on, and the stack does neither. Its cache is a package of
 * its own. The client reads these two exports and does not add its middleware to any command.
 */
export const resolveEndpointDiscoveryConfig = <T extends object>(config: T): T => config;
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: (): undefined => undefined,
  configFileSelector: (): undefined => undefined,
  default: false,
};
