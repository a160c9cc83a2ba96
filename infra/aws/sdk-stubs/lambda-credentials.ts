type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };

/**
 * Instead of `@aws-sdk/credential-provider-node`: on Lambda the role's credentials are in these three variables, always
 * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html, "Defined runtime environment variables").
 * Profiles, single sign-on, tokens and instance metadata, each with a client of its own, are a quarter of the SDK.
 */
export const defaultProvider = () => async (): Promise<Credentials> => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (!accessKeyId || !secretAccessKey)
    throw new Error('no credentials: bundles run on Lambda, which gives them in the environment');
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
};
