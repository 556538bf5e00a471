/** Which job runs after which event: filled once at start from every room's table of subscriptions. */
export interface Subscription {
  /** An event type, "application.submitted". */
  on: string;
  /** The job's name, "applications.read_application". */
  job: string;
}

const byType = new Map<string, string[]>();

export function subscribe(subscriptions: readonly Subscription[]): void {
  for (const { on, job } of subscriptions) {
    const jobs = byType.get(on) ?? [];
    if (!jobs.includes(job)) byType.set(on, [...jobs, job]);
  }
}

export const deliveriesOf = (type: string): readonly string[] => byType.get(type) ?? [];
