/** What this room records; links are noted by the rooms that issue them. */
export const eventTypes = ['api_key.created', 'api_key.revoked'] as const;
