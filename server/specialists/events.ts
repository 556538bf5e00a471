/** What this room records. */
export interface SpecialistEvents {
  'specialist.created': { application_id: string; tier: 'new_specialist'; channels: string[] };
}
