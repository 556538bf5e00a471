/**
 * What this room records: an export's beginning and end, under an id of its own (subject kind `export`); the attempt an admin
 * gave a failed job (`job`); refused requests that tried to set fields a command does not have.
 */
export const eventTypes = [
  'export.started',
  'export.finished',
  'job.retried',
  'request.unknown_fields',
] as const;
