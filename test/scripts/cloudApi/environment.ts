/** The one environment of this cloud. */
export const ENV_ID = 'prod-8gu57so0';
